"""``/operator``: all kecamatan of the installation, and how far one is; plain pages."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from server.http import door, public_page, visitor
from server.http.downloads import asked
from server.http.login import LOGIN, LOGOUT
from server.http.staff_door import OPERATOR
from server.http.whose import of
from server.pengelola import overview, teks
from server.pengelola.overview import Progress
from server.rawat.kecamatan_facts import Closed, KecamatanFacts, megabytes

ADD = f"{OPERATOR}/kecamatan-baru"
LOOK_AGAIN_S = 5
"""A server finds a new kecamatan so soon."""

router = APIRouter(include_in_schema=False)


@router.get(OPERATOR)
async def everyone(request: Request) -> HTMLResponse:
    """All kecamatan."""
    found = await asked(request, overview.everyone, door.stores(request), door.away(request))
    lines = [_line(one) for one in found]
    return page(request, teks.JUDUL, "all", lines=lines, add=ADD)


@router.get(f"{OPERATOR}/{{kode}}")
async def one(request: Request, kode: str) -> HTMLResponse:
    """One kecamatan, and what is next there."""
    found: Progress = await asked(request, overview.one, door.stores(request), kode)
    title = teks.JUDUL_SATU.format(nama=found.nama or found.kode)
    again = {} if found.is_open else {"Refresh": str(LOOK_AGAIN_S)}
    base = _address(request, found.host)
    public = base + (public_page.ABOUT if found.host else of(public_page.ABOUT, found.mark))
    return page(
        request, title, "one", headers=again, found=found, log_in=base + LOGIN, public=public,
        leave=LOGOUT,
    )  # fmt: skip


def page(
    request: Request, title: str, name: str, status: int = 200,
    headers: dict[str, str] | None = None, **values: Any,
) -> HTMLResponse:  # fmt: skip
    """A page of the operator's."""
    return public_page.page(
        door.context(request).wilayah, title, f"pengelola/web/{name}.html.jinja", status, headers,
        words=teks, base=OPERATOR, **values,
    )  # fmt: skip


def _address(request: Request, host: str) -> str:
    scheme = "https" if visitor.is_https(request) else "http"
    return f"{scheme}://{host or visitor.host(request)}"


def _line(one: KecamatanFacts | Closed) -> tuple[str, list[str | int]]:
    """Its code, and the cells after it; one sentence alone where it is closed."""
    if isinstance(one, Closed):
        return one.kode, [teks.TIDAK_TERBUKA]
    trouble = ", ".join(teks.PERHATIAN.get(word, word) for word in one.perhatian)
    return one.kode, [
        one.nama, one.desa, one.laporan, one.hp,
        megabytes(one.bytes_basis_data), megabytes(one.bytes_foto), one.foto_ditunggu,
        one.contact() or teks.BELUM_KONTAK, one.versi_data or "", one.versi,
        one.host or teks.TANPA_HOST, trouble or teks.TANPA_PERHATIAN,
    ]  # fmt: skip
