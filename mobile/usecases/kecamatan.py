"""The kecamatan that this phone reports to, and its villages, as its settings tell."""

from __future__ import annotations

from math import nan

from mobile.ports import StateStore
from shared.wilayah import NOBODYS, SETTING, Desa, Wilayah, from_json


def kecamatan(state: StateStore) -> Wilayah:
    """What the server has said of itself.

    A server of before says nothing: then the names of the activation, with the own village alone.
    Nobody's before the activation.
    """
    told = state.sync_state().settings.get(SETTING)
    if told:
        return from_json(told)
    who = state.identity()
    if who is None:
        return NOBODYS
    own = Desa(who.desa_kode, who.desa_nama, nan, nan)
    return Wilayah(who.kecamatan_kode, who.kecamatan_nama, "", "", "", (own,))
