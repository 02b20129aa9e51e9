"""What people say in the sample: an open survey with answers, and two complaints."""

from __future__ import annotations

import random
import uuid
from collections.abc import Mapping
from datetime import datetime, timedelta

from server.core.context import Context
from server.core.devices import Device
from server.core.sessions import Account
from server.inovasi import complaints, survey
from server.sample.decisions import BY
from shared import skm
from shared.clock import WITA
from shared.roles import Role
from shared.status import DIPROSES, SELESAI

_KASI = Account("kasi", Role.KASI_TRANTIB, BY)
CITIZENS = 6
_USUAL = ((3, 4, 4), (3, 3, 4), (2, 3, 3), (3, 4, 4), (3, 3, 4), (3, 4, 4), (4, 4, 4), (3, 3, 4),
          (2, 3, 4))  # fmt: skip
"""For each element the answers that come up."""
_SARAN = (
    "", "Tambah titik sinyal di kantor desa (contoh).",
    "Beri contoh pengisian untuk petugas baru (contoh).",
)  # fmt: skip
_ACTION = "Waktu periksa dibagi: kejadian hari itu juga, kegiatan paling lama dua hari (contoh)."
_TOLD = (
    ("Foto lama terkirim dari pos RT 03 (contoh).", DIPROSES,
     "Sinyal di pos memang lemah. Foto tetap aman di HP dan terkirim di kantor desa (contoh)."),
    ("Lupa cara menambah anggota baru (contoh).", SELESAI,
     "Tab Desa, lalu Tambah anggota. Pedoman sudah dibagikan di kantor desa (contoh)."),
)  # fmt: skip


def speak(ctx: Context, phones: Mapping[str, Device], now: datetime, seed: int) -> None:
    """Open the survey, let most villages and some citizens answer, and answer two complaints."""
    rng = random.Random(seed)
    survey.set_open(ctx, _KASI, is_open=True)
    periode = skm.period(now.astimezone(WITA))
    for number, device in enumerate(phones.values()):
        saran = _SARAN[number] if number < len(_SARAN) else ""
        data = {"periode": periode, "jawaban": _answers(rng), "saran": saran}
        if number % 6:
            with ctx.database.write() as db:
                survey.receive(db, data, device, now)
    for _ in range(CITIZENS):
        survey.answer_public(ctx, _answers(rng), "")
    survey.tell_action(ctx, _KASI, periode, _ACTION)
    for (teks, status, jawaban), device in zip(_TOLD, phones.values(), strict=False):
        ident = str(uuid.UUID(int=rng.getrandbits(128), version=4))
        with ctx.database.write() as db:
            message = {"id": ident, "data": {"teks": teks}}
            complaints.receive(db, message, device, now - timedelta(days=3))
        complaints.answer(ctx, _KASI, ident, status, jawaban)


def _answers(rng: random.Random) -> list[int]:
    return [rng.choice(usual) for usual in _USUAL]
