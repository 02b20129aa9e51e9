"""What OpenAPI says of what comes back to a phone: a coaching as its village sees it, settings."""

from __future__ import annotations

from typing import Any

from server.http.doc_words import (
    COUNT,
    DATE,
    NUMBER,
    SHORT,
    TIME,
    UUID,
    VERSI,
    many,
    maybe,
    obj,
    one_of,
    record,
    ref,
    text,
)
from shared.checks_act import JAWABAN
from shared.pembinaan import (
    BENTUK,
    Pembinaan,
    StatusPembinaan,
    StatusTindakLanjut,
    TindakLanjut,
)
from shared.satlinmas import DataDesa
from shared.status import PENGADUAN

SCHEMAS: dict[str, dict[str, Any]] = {
    "TindakLanjut": record(
        TindakLanjut, "id teks desa status",
        id=UUID, teks=text(), tenggat=maybe(DATE), status=one_of(StatusTindakLanjut), waktu=TIME,
        oleh=SHORT,
    ),
    "Pembinaan": record(
        Pembinaan, "id versi bentuk status desa",
        id=UUID, versi=VERSI, bentuk=one_of(BENTUK), mulai=maybe(TIME), selesai=maybe(TIME),
        materi=text(), hasil=text(), jp={"type": "number", "minimum": 0},
        status=one_of(StatusPembinaan), jawaban=maybe(one_of(JAWABAN)),
    ),
    "Pengaduan": obj(
        "id teks status waktu",
        id=UUID, teks=text(), status=one_of(PENGADUAN), jawaban=text(), waktu=TIME,
        dijawab=maybe(TIME), oleh=SHORT, nama=SHORT,
    ),
    "DataDesa": record(DataDesa, poskamling=COUNT, sk_tanggal=maybe(DATE)),
    "Wilayah": obj(
        "kode nama kabupaten provinsi singkatan desa",
        kode=SHORT, nama=SHORT, kabupaten=SHORT, provinsi=SHORT, singkatan=SHORT,
        desa=many(obj(
            "kode nama lintang bujur",
            kode=SHORT, nama=SHORT, lintang={"type": "number"}, bujur={"type": "number"},
        )),
    ),
    "Settings": obj(
        cadence=obj(per_bulan=NUMBER), due_day=NUMBER, retention_days=NUMBER,
        jenis={"type": "object", "additionalProperties": {"type": "boolean"}},
        nomor_darurat=many(obj("nama nomor", nama=SHORT, nomor=SHORT)), kop=many(SHORT),
        logo={"type": "string"}, nomor_laporan=SHORT, salam=SHORT, privasi_kontak=SHORT,
        simpan_laporan_tahun=NUMBER, simpan_foto_tahun=NUMBER, simpan_mantan_tahun=NUMBER,
        survei=SHORT, titip_key=SHORT, desa_data=ref("DataDesa"), wilayah=ref("Wilayah"),
    ),
}  # fmt: skip
"""`Settings` comes whole with the activation and with each change of kind ``settings``; `Pembinaan`
with kind ``pembinaan``, cut to the village that it goes to; `Pengaduan` with kind ``complaint``."""
