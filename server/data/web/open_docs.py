"""What OpenAPI says of the open API; its schemas are made from the fields that go out."""

from __future__ import annotations

from typing import Any

from server.data import teks_kamus
from server.data.datasets import anggota, laporan, pembinaan
from server.data.datasets.fields import DAY, DECIMAL, FLAG, MOMENT, NUMBER, Dataset
from server.http.doc_words import Schema, many, maybe, obj, ref, text
from server.http.docs import answer, problems
from shared import protocol as p

_KINDS: dict[str, Schema] = {
    NUMBER: {"type": "integer"},
    DECIMAL: {"type": "number"},
    DAY: {"type": "string", "format": "date"},
    MOMENT: {"type": "string", "format": "date-time"},
    FLAG: {"type": "boolean"},
}


def _record(data: Dataset[Any]) -> Schema:
    """An object of one thing; a field behind a scope of its own may be missing."""
    fields = {f.key: _field(data, f.key, f.kind) for f in data.fields if f.open}
    always = [f.key for f in data.fields if f.open and f.scope is None]
    return obj(" ".join(always), **fields)


def _field(data: Dataset[Any], key: str, kind: str) -> Schema:
    return {**maybe(_KINDS.get(kind, {"type": "string"})), "description": data.words[key][1]}


def _answer(name: str) -> Schema:
    return obj(
        "protocol items cursor more",
        protocol={"const": p.VERSION}, items=many(ref(name)), cursor=maybe(text()),
        more={"type": "boolean"},
    )  # fmt: skip


_WHOLE = {"type": "integer", "minimum": 0}
_REKAP = obj(
    "periode desa_kode desa anggota kegiatan kejadian",
    periode=text(), desa_kode=text(), desa=text(), anggota=_WHOLE, kegiatan=_WHOLE,
    kejadian=_WHOLE, personel_kali=_WHOLE, bulan_tepat_waktu=_WHOLE, bulan_dinilai=_WHOLE,
    bulan_nihil=_WHOLE, bulan_belum_melapor=_WHOLE,
)  # fmt: skip

SCHEMAS: dict[str, Schema] = {
    "LaporanKeluar": _record(laporan.DATASET),
    "AnggotaKeluar": _record(anggota.DATASET),
    "PembinaanKeluar": _record(pembinaan.DATASET),
    "RekapDesa": _REKAP,
    "HalamanLaporan": _answer("LaporanKeluar"),
    "HalamanAnggota": _answer("AnggotaKeluar"),
    "HalamanPembinaan": _answer("PembinaanKeluar"),
    "HalamanRekap": _answer("RekapDesa"),
}

SECURITY: dict[str, Any] = {"token_api": {"type": "http", "scheme": "bearer"}}
KEY: dict[str, Any] = {"security": [{"token_api": []}]}


def answers(schema: str) -> dict[int | str, dict[str, Any]]:
    """A page, nothing new, or a refusal."""
    return {
        **answer(200, schema, teks_kamus.API_HALAMAN),
        304: {"description": teks_kamus.API_SAMA},
        **problems(400, 401, 403, 429, 503),
    }
