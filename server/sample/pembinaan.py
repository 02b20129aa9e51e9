"""A few coachings of Kasi Trantib (contoh), one of each sort that the pages show."""

from __future__ import annotations

import json
import uuid
from datetime import date, datetime, timedelta

from server.core.context import Context
from server.core.devices import Device
from server.core.sessions import Account
from server.core.sync_call import Sent, SyncCall
from server.pembinaan import pembinaan
from server.pembinaan.pembinaan import Person
from server.pembinaan.rows import pembinaan_rows as rows
from server.sample.decisions import BY
from server.sinkron.sync import sync
from shared.clock import FixedClock, format_time
from shared.pembinaan import StatusPembinaan
from shared.roles import Role

KASI = Account("contoh", Role.KASI_TRANTIB, BY)

BATA, MIHU, LALAYAU = "63.11.01.2005", "63.11.01.2014", "63.11.01.2013"


def coach(ctx: Context, clock: FixedClock, phones: dict[str, Device], now: datetime) -> None:
    """A training that has been, a prize, and a meeting that villages are invited to."""
    clock.at = now - timedelta(days=12)
    training = _training(ctx, now)
    _prize(ctx, now)
    clock.at = now - timedelta(days=4)
    for desa in (LALAYAU, BATA):
        _answer_training(ctx, phones, training, desa)
    clock.at = now - timedelta(days=1)
    meeting = _meeting(ctx, now, sorted(phones))
    for desa, jawaban in ((BATA, "datang"), (MIHU, "tidak_bisa")):
        _act(ctx, phones, desa, "invitation_reply", meeting, {"jawaban": jawaban, "teks": ""})


def _training(ctx: Context, now: datetime) -> str:
    begin = (now - timedelta(days=12)).replace(hour=9, minute=0, second=0, microsecond=0)
    ident = pembinaan.begin(
        ctx, KASI, desa=[BATA, MIHU, LALAYAU], bentuk="pelatihan",
        judul="Pompa portabel dan pertolongan pertama", mulai=begin,
        selesai=begin + timedelta(hours=3, minutes=30), tempat="Balai Desa Bata",
        penyelenggara="Kecamatan Juai bersama BPBD", narasumber="Petugas TRC BPBD (contoh)",
        materi="Penanggulangan bencana dan kebakaran", jp=4.0, status=StatusPembinaan.SELESAI,
        hasil="Peserta dari 3 desa bisa menyalakan pompa dalam 3 menit dan membebat luka.",
    )  # fmt: skip
    pembinaan.tick(
        ctx, KASI, ident,
        [
            Person(LALAYAU, "Hamdan (contoh)"), Person(LALAYAU, "Hadi (contoh)"),
            Person(MIHU, "Basuki (contoh)"), Person(MIHU, "Aliansyah (contoh)"),
            Person(BATA, "Imran (contoh)"), Person(BATA, "Yusuf (contoh)"),
        ],
    )  # fmt: skip
    deadline = (now + timedelta(days=11)).date()
    _todo(ctx, ident, "Latihan ulang pompa di desa masing-masing", deadline, BATA, MIHU, LALAYAU)
    _todo(ctx, ident, "Daftar alat pompa dan selang dikirim", deadline, LALAYAU)
    pembinaan.send(ctx, KASI, ident)
    return ident


def _todo(ctx: Context, ident: str, teks: str, tenggat: date, *desa: str) -> None:
    pembinaan.put_todo(ctx, KASI, ident, teks=teks, desa=desa, tenggat=tenggat)


def _prize(ctx: Context, now: datetime) -> None:
    ident = pembinaan.begin(
        ctx, KASI, desa=[LALAYAU], bentuk="penghargaan", judul="Laporan tercepat bulan lalu",
        mulai=(now - timedelta(days=12)).replace(hour=8, minute=0, second=0, microsecond=0),
        status=StatusPembinaan.SELESAI,
        hasil="Terima kasih, semua laporan terkirim dalam satu hari.",
    )  # fmt: skip
    pembinaan.send(ctx, KASI, ident)


def _meeting(ctx: Context, now: datetime, desa: list[str]) -> str:
    begin = (now + timedelta(days=3)).replace(hour=9, minute=0, second=0, microsecond=0)
    ident = pembinaan.begin(
        ctx, KASI, desa=desa, bentuk="rapat", judul="Rapat koordinasi Satlinmas", mulai=begin,
        selesai=begin + timedelta(hours=2), tempat="Aula Kantor Kecamatan Juai",
        penyelenggara="Kecamatan Juai", materi="Mohon membawa daftar anggota.",
    )  # fmt: skip
    pembinaan.send(ctx, KASI, ident)
    return ident


def _answer_training(ctx: Context, phones: dict[str, Device], ident: str, desa: str) -> None:
    """The village has read it and done one thing."""
    with ctx.database.read() as db:
        todo = next(t["id"] for t in rows.todos(db, ident) if t["desa"] == desa)
    data = {"teks": "Sudah dikerjakan bersama anggota."}
    _act(ctx, phones, desa, "follow_up_done", todo, data, read=ident)


def _act(
    ctx: Context, phones: dict[str, Device], desa: str, kind: str, ref: str,
    data: dict[str, str], read: str = "",
) -> None:  # fmt: skip
    if desa not in phones:
        return
    message = {
        "id": str(uuid.uuid5(uuid.UUID(ref), kind + desa)), "kind": kind, "ref": ref,
        "waktu": format_time(ctx.clock.now()), "data": data,
    }  # fmt: skip
    sent = Sent(message, json.dumps(message))
    sync(ctx, phones[desa], SyncCall(acts=(sent,), read=(read or ref,)))
