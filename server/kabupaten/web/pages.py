"""``/kabupaten``: the month of all kecamatan, and of one; plain pages behind the log-in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException

from server.core.context import Context
from server.http import door, public_page
from server.http.downloads import account
from server.http.problems import Unavailable
from server.http.staff_door import KABUPATEN
from server.kabupaten import overview, teks
from server.kabupaten.overview import Incident, Month, Silence
from shared.clock import WITA, month_of, nama_bulan, tanggal
from shared.deadlines import month_before, next_month
from shared.jenis import nama_jenis

WIDTH, HEIGHT, EDGE = 640, 420, 20
"""Of the map, in points."""
MOST_LINES = 200

router = APIRouter(include_in_schema=False)
Bulan = Annotated[str | None, Query(pattern=r"^20\d\d-(0[1-9]|1[0-2])$")]
EARLIEST = "2000-01"


@router.get(KABUPATEN)
async def everyone(request: Request, bulan: Bulan = None) -> HTMLResponse:
    """All kecamatan."""
    stores = door.stores(request)
    asked = await run_in_threadpool(overview.asked_month, stores[0], bulan)
    found = await run_in_threadpool(overview.months, stores, account(), asked)
    title = teks.JUDUL.format(bulan=nama_bulan(asked))
    unread = {ctx.wilayah.kode for ctx in stores} - {one.kode for one in found}
    away = sorted({*door.away(request), *unread})
    return _page(title, "all", found, asked, stores, lines=_lines(found), away=away)


@router.get(f"{KABUPATEN}/{{kode}}")
async def one(request: Request, kode: str, bulan: Bulan = None) -> HTMLResponse:
    """One kecamatan, by its villages."""
    stores = door.stores(request)
    asked = await run_in_threadpool(overview.asked_month, stores[0], bulan)
    found = await run_in_threadpool(overview.month, stores, account(), kode, asked)
    if found is None and kode in door.away(request):
        raise Unavailable(door.AWAY_RETRY_S)
    if found is None:
        raise HTTPException(404)
    title = teks.JUDUL_SATU.format(nama=found.nama, bulan=nama_bulan(asked))
    return _page(title, "one", [found], asked, stores, villages=found.villages)


def _page(
    title: str, name: str, found: Sequence[Month], bulan: str, stores: list[Context],
    **more: Any,
) -> HTMLResponse:  # fmt: skip
    jenis: dict[str, int] = {}
    for one in found:
        for kode, number in one.jenis.items():
            jenis[kode] = jenis.get(kode, 0) + number
    happened = sorted(
        ((one.nama, incident) for one in found for incident in one.incidents),
        key=lambda pair: pair[1].mulai, reverse=True,
    )  # fmt: skip
    before = month_before(bulan) if bulan > EARLIEST else ""
    later = next_month(bulan) if bulan < month_of(stores[0].clock.now()) else ""
    return public_page.page(
        stores[0].wilayah, title, f"kabupaten/web/{name}.html.jinja",
        headers={"Cache-Control": "no-store"},
        words=teks, base=KABUPATEN, before=before, later=later, bulan=bulan,
        kejadian=sum(one.kejadian for one in found),
        cepat=sum(one.cepat for one in found),
        jenis=sorted(((nama_jenis(k), n) for k, n in jenis.items()), key=lambda p: (-p[1], p[0])),
        incidents=[_told(nama, one) for nama, one in happened[:MOST_LINES]],
        points=_points([one for _, one in happened], stores), size=(WIDTH, HEIGHT), **more,
    )  # fmt: skip


def _lines(found: Sequence[Month]) -> list[tuple[str, list[str | int]]]:
    """Code and cells of each kecamatan; last the sums, without a code."""
    lines = [(one.kode, _cells(one.nama, [one])) for one in found]
    return [*lines, ("", _cells(teks.JUMLAH, found))]


def _cells(name: str, months: Sequence[Month]) -> list[str | int]:
    answered = sum(one.answered for one in months)
    villages = sum(len(one.villages) for one in months)
    silent = [sum(one.silences.get(cause, 0) for one in months) for cause in Silence]
    sums = [
        sum(getattr(one, what) for one in months)
        for what in ("kegiatan", "kejadian", "orang", "anggota")
    ]
    return [name, teks.MENJAWAB.format(ada=answered, semua=villages), *silent, *sums]


def _told(kecamatan: str, one: Incident) -> tuple[str, str, str, str]:
    day = tanggal(one.mulai.astimezone(WITA))
    return day, kecamatan, one.desa, nama_jenis(one.jenis)


def _points(happened: list[Incident], stores: list[Context]) -> list[tuple[float, float, str]]:
    """Where on the map, and what it is; the villages' centres make its frame."""
    centres = [(one.bujur, -one.lintang) for ctx in stores for one in ctx.wilayah.desa]
    placed = [
        (one.bujur, -one.lintang, f"{nama_jenis(one.jenis)}, {one.desa}")
        for one in happened
        if one.bujur is not None and one.lintang is not None
    ]
    xs = [x for x, *_ in (*centres, *placed)] or [0.0]
    ys = [y for _, y, *_ in (*centres, *placed)] or [0.0]
    scale = min(
        (WIDTH - 2 * EDGE) / max(max(xs) - min(xs), 0.01),
        (HEIGHT - 2 * EDGE) / max(max(ys) - min(ys), 0.01),
    )

    def at(x: float, y: float) -> tuple[float, float]:
        return round(EDGE + (x - min(xs)) * scale, 1), round(EDGE + (y - min(ys)) * scale, 1)

    return [*((*at(x, y), "") for x, y in centres), *((*at(x, y), what) for x, y, what in placed)]
