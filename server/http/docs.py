"""What OpenAPI says of the calls whose bodies are read by hand, for speed and to the letter."""

from __future__ import annotations

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from server.http import change_docs
from server.http.doc_words import (
    ANY,
    COUNT,
    DATE,
    NUMBER,
    SHA,
    SHORT,
    TIME,
    UUID,
    VERSI,
    WORD,
    Schema,
    many,
    maybe,
    obj,
    one_of,
    record,
    ref,
    text,
)
from shared import checks_act as act
from shared import laporan as lap
from shared import protocol as p
from shared import satlinmas as roster
from shared.jenis import KODE as JENIS

DESCRIPTION = (
    "Protokol sinkron versi 1 antara HP desa dan kecamatan. Setiap kesalahan dijawab dengan "
    "application/problem+json (RFC 9457) yang memuat `code` tetap. Foto dikirim dengan tus 1.0.0. "
    "Sistem lain membaca data lewat /api/v1/open dengan token baca sendiri, sehalaman demi "
    "sehalaman: minta lagi dengan cursor selama more bernilai true."
)


SCHEMAS: dict[str, Schema] = {
    "Problem": obj(
        "type title status detail code",
        type=text(), title=text(), status={"type": "integer"}, detail=text(), code=text(),
    ),
    "Lokasi": record(
        lap.Lokasi, "lintang bujur",
        lintang={"type": "number", "minimum": -90, "maximum": 90},
        bujur={"type": "number", "minimum": -180, "maximum": 180},
        akurasi_m=maybe({"type": "number", "minimum": 0}), sumber=one_of(lap.Sumber),
    ),
    "Foto": record(
        lap.Foto, "sha256 size",
        sha256=SHA, size={"type": "integer", "minimum": 1, "maximum": p.MAX_PHOTO_BYTES},
        diambil=maybe(TIME),
    ),
    "Pelapor": record(lap.Pelapor, "nama"),
    "Personel": record(lap.Personel, "nama"),
    "Ditarik": record(lap.Ditarik, "waktu", alasan=text(), waktu=TIME),
    "Kejadian": record(
        lap.RincianKejadian, "jenis waktu",
        waktu=TIME, kerugian=text(), penanganan=text(), kebutuhan=text(),
        **dict.fromkeys(lap.COUNTS, maybe(COUNT)),
    ),
    "Laporan": record(
        lap.Laporan, "id versi kind desa pelapor ditulis",
        id=UUID, versi=VERSI, kind=one_of(lap.Kind), jenis=maybe(one_of(JENIS)),
        mulai=maybe(TIME), selesai=maybe(TIME), periode=maybe(text(7)), jumlah_personel=COUNT,
        dasar=text(), uraian=text(), hasil=text(), kendala=text(), tindak_lanjut=text(),
        foto=many(ref("Foto"), maxItems=p.MAX_PHOTOS), ditulis=TIME,
    ),
    "SuratKeputusan": record(roster.SuratKeputusan, tanggal=maybe(DATE)),
    "Anggota": record(
        roster.Anggota, "id versi desa nama jenis_kelamin jabatan status",
        id=UUID, versi=VERSI, jenis_kelamin=one_of(roster.JENIS_KELAMIN),
        tanggal_lahir=maybe(DATE), alamat=text(), jabatan=one_of(roster.JABATAN),
        regu=maybe(one_of(roster.REGU)), status=one_of(roster.STATUS), alasan=text(),
        mulai=maybe(DATE), berakhir=maybe(DATE), diubah=TIME,
    ),
    "Act": obj(
        "id kind waktu data",
        id=UUID, kind=one_of(act.KINDS), ref=maybe(SHORT), waktu=TIME, data={"type": "object"},
    ),
    "Call": obj(
        cursor=maybe(NUMBER), laporan=maybe(many(ref("Laporan"))),
        anggota=maybe(many(ref("Anggota"))), acts=maybe(many(ref("Act"))),
        read=maybe(many({"type": "string"})),
        inventory=maybe(obj("count digest", count=NUMBER, digest={"type": "string"})),
        inventory_list=maybe(many(many(ANY, minItems=2, maxItems=2))),
        device=maybe(obj(
            time=maybe(TIME), app_version=maybe(SHORT), queued=maybe(NUMBER),
            free_mb=maybe(NUMBER),
        )),
    ),
    "Gap": record(p.Gap, "field code", field=WORD, code=WORD),
    "Result": record(
        p.Result, "id versi state resi problems",
        id=maybe(WORD), versi=maybe({"type": "integer"}), resi=maybe(WORD),
        state=one_of((p.ACCEPTED, p.ALREADY_HAVE, p.STALE, p.REFUSED)),
    ),
    "MissingPhoto": record(p.MissingPhoto, "sha256 size offset", sha256=SHA),
    "Change": record(
        p.Change, "seq kind data",
        kind=WORD,
        data={"anyOf": [ref("Pembinaan"), ref("Settings"), ref("Pengaduan"), {"type": "object"}]},
    ),
    "Answer": record(
        p.SyncAnswer,
        "protocol server_time results missing_photos changes cursor more inventory resend",
        protocol={"const": p.VERSION}, server_time=TIME, inventory=one_of(("match", "send_list")),
        resend=many(WORD),
    ),
    "Place": obj("kode nama", kode=SHORT, nama=SHORT),
    "Activate": obj(
        "code device_name app_version", code=SHORT, device_name=SHORT, app_version=SHORT,
    ),
    "Activated": obj(
        "protocol token device_id pelapor desa kecamatan settings server_time",
        protocol={"const": p.VERSION}, token={"type": "string"}, device_id=UUID,
        pelapor=ref("Pelapor"), desa=ref("Place"), kecamatan=ref("Place"),
        settings=ref("Settings"), server_time=TIME,
    ),
    "Probed": obj(
        "protocol bytes took_ms",
        protocol={"const": p.VERSION}, bytes=NUMBER, took_ms=NUMBER,
    ),
    "Health": obj(
        "protocol version server_time",
        protocol={"const": p.VERSION}, version={"type": "string"}, server_time=TIME,
    ),
}  # fmt: skip

MEANINGS = {
    400: "permintaan tidak dapat dibaca",
    401: "token tidak ada, tidak dikenal, atau dicabut",
    403: "ditolak",
    404: "tidak ada",
    408: "kiriman terhenti",
    409: "offset lain",
    412: "versi tus lain",
    413: "terlalu besar",
    415: "jenis isi lain",
    422: "isi tidak dapat diterima",
    423: "sedang ditulis pengirim lain",
    429: "terlalu banyak percobaan; lihat Retry-After",
    460: "isi tidak cocok dengan SHA-256",
    503: "server belum dapat melayani; lihat Retry-After",
    507: "penyimpanan penuh",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Refusals of a call."""
    content = {p.PROBLEM_TYPE: {"schema": ref("Problem")}}
    return {s: {"description": MEANINGS[s], "content": content} for s in statuses}


def answer(status: int, schema: str, meaning: str) -> dict[int | str, dict[str, Any]]:
    """The success of a call."""
    return {
        status: {"description": meaning, "content": {"application/json": {"schema": ref(schema)}}}
    }


def body(schema: str) -> dict[str, Any]:
    """The JSON that a call takes."""
    content = {"application/json": {"schema": ref(schema)}}
    return {"requestBody": {"required": True, "content": content}}


BEARER: dict[str, Any] = {"security": [{"perangkat": []}]}

HEALTHY = answer(200, "Health", "server siap")
PROBED = {**answer(200, "Probed", "isi sudah tiba"), **problems(400, 408, 413, 429)}
ACTIVATE = body("Activate")
ACTIVATED = {
    **answer(201, "Activated", "HP terdaftar; token hanya ditunjukkan sekali ini"),
    **problems(400, 403, 408, 413, 415, 429, 503),
}
SYNC = {**body("Call"), **BEARER}
SYNCED = {
    **answer(200, "Answer", "jawaban untuk setiap hal yang dikirim"),
    **problems(400, 401, 408, 413, 415, 429, 503),
}


def describe(
    app: FastAPI, schemas: dict[str, Schema] | None = None, security: Schema | None = None
) -> dict[str, Any]:
    """The OpenAPI document, with the schemas above and those of other parts of the API."""
    if app.openapi_schema is None:
        found = get_openapi(
            title=app.title, version=app.version, description=DESCRIPTION, routes=app.routes
        )
        components = found.setdefault("components", {})
        components["schemas"] = {**SCHEMAS, **change_docs.SCHEMAS, **(schemas or {})}
        perangkat = {"perangkat": {"type": "http", "scheme": "bearer"}}
        components["securitySchemes"] = {**perangkat, **(security or {})}
        _drop_framework_refusals(found)
        app.openapi_schema = found
    return app.openapi_schema


def _drop_framework_refusals(document: dict[str, Any]) -> None:
    """The framework promises a 422 of its own shape; ours is a problem like any other."""
    for calls in document["paths"].values():
        for call in calls.values():
            answers = call["responses"]
            if "HTTPValidationError" in str(answers.get("422", "")):
                del answers["422"]
