"""What the app is opened for: a shortcut of its icon, or something that another app hands over."""

from __future__ import annotations

from mobile import teks_hp
from mobile.ports import StoreError
from mobile.screens import routes
from mobile.screens.aktivasi.state import is_ready
from mobile.screens.here import Here
from mobile.usecases.shared_in import take_in
from mobile.web.world import load

SHARED = "bagi"
SHORTCUTS = tuple(kind for kind, _, _ in teks_hp.PINTASAN)
"""As they stand in the manifest: ``/hp/?buka=kejadian``."""


def expect(place: Here, wish: str) -> None:
    """Before the first screen: Beranda carries a shortcut out when it appears."""
    if wish in SHORTCUTS:
        place.wish = wish


async def take(place: Here) -> None:
    """What was handed over becomes a draft, and the draft is opened.

    Before the activation it waits: it is asked for again at each start.
    """
    if not is_ready(place):
        return
    shared = await load("shared.js")
    found = await shared.take()
    words, pictures = str(found.words), [picture.to_bytes() for picture in found.pictures]
    if not words.strip() and not pictures:
        return
    try:
        taken = await take_in(place.phone, words, pictures)
    except StoreError:
        place.say(teks_hp.BAGIAN_GAGAL)
        return
    await shared.done()
    place.go(routes.form(taken.record.current.kind, taken.record.id))
    left = taken.left_out
    place.say(teks_hp.BAGIAN_SEBAGIAN.format(jumlah=left) if left else teks_hp.BAGIAN_MASUK)
