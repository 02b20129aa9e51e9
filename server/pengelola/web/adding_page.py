"""``/operator/kecamatan-baru``: the form by which a kecamatan is added, with its first account."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData, UploadFile
from starlette.requests import ClientDisconnect

from server.core import log, sessions
from server.core.db.database import StoreError
from server.core.files.object_store import PhotoFileError
from server.core.installation import NeighbourError
from server.http import door, visitor
from server.http.downloads import account, asked
from server.http.staff_door import OPERATOR
from server.kantor import teks as kata
from server.kantor.kecamatan import BegunError, FaultyError, Names, ThereError, text_of
from server.pengelola import adding, overview, teks
from server.pengelola.adding import FIRST_ROLES, FirstPerson
from server.pengelola.web.pages import ADD, page
from shared.roles import NAMA

MOST_BYTES = 2 * 1024 * 1024
MOST_TABLE = 256 * 1024
"""Three hundred villages with their spellings are a tenth of it."""
MOST_S = 60.0
PERSON = ("pengguna", "orang", "peran", "sandi")
KEY, FILE, TEXT = "kunci", "berkas", "tabel"

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True)
class Typed:
    """What was typed into the fields, by their names, and the table of villages."""

    fields: Mapping[str, str]
    table: bytes = b""

    def __getitem__(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def names(self) -> Names:
        return Names(*(self[name] for name in teks.ISIAN))

    @property
    def person(self) -> FirstPerson:
        username, nama, role, password = (self[name] for name in PERSON)
        return FirstPerson(username.lower(), nama, role, password)

    @property
    def shown(self) -> str:
        """The table where it is text, so that it can be mended on the page."""
        text = text_of(self.table[:MOST_TABLE])
        return text if all(sign.isprintable() or sign in "\n\t" for sign in text) else ""


@router.get(ADD)
async def form(request: Request) -> HTMLResponse:
    """The form, with a password that may be kept."""
    overview.permit_operator(door.context(request), account())
    return _form(request, _fresh(request))


@router.post(ADD)
async def add(request: Request) -> Response:
    """The kecamatan and its first account; from there on to what is next."""
    overview.permit_operator(door.context(request), account())
    typed = await _read(request)
    if typed is None:
        return _form(request, _fresh(request), [teks.KIRIMAN_SALAH], 400)
    if not _is_ours(request, typed):
        return _form(request, typed, [teks.LUAR], 403)
    if len(typed.table) > MOST_TABLE:
        return _form(request, typed, [teks.BERKAS_BESAR.format(kb=MOST_TABLE // 1024)], 413)
    try:
        new = await asked(request, adding.add, typed.names, typed.table, typed.person)
    except FaultyError as error:
        return _form(request, typed, error.faults, 422)
    except ThereError:
        return _form(request, typed, [teks.SUDAH_ADA.format(kode=typed["kode"])], 409)
    except BegunError:
        return _form(request, typed, [teks.BERISI.format(kode=typed["kode"])], 409)
    except NeighbourError as error:
        return _form(request, typed, [kata.AK_KECAMATAN_LAIN.format(kode=error)], 503)
    except (StoreError, PhotoFileError, OSError) as error:
        log.event("server", f"kecamatan {typed['kode']}", f"tidak tersimpan · {error!r}")
        return _form(request, typed, [teks.TIDAK_TERSIMPAN], 503)
    return RedirectResponse(f"{OPERATOR}/{new.kode}", 303)


def _fresh(request: Request) -> Typed:
    kabupaten = door.context(request).wilayah.kabupaten
    given = {"kabupaten": kabupaten, "peran": FIRST_ROLES[0], "sandi": adding.fresh_password()}
    return Typed(given)


async def _read(request: Request) -> Typed | None:
    """None for what no browser sends from this form, or not to its end."""
    length = request.headers.get("content-length", "")
    if not length.isdecimal() or int(length) > MOST_BYTES:
        return None
    try:
        async with (
            asyncio.timeout(MOST_S),
            request.form(max_files=1, max_fields=20, max_part_size=MOST_BYTES) as came,
        ):
            return Typed(_texts(came), await _table(came))
    except (TimeoutError, ClientDisconnect):
        return None


def _texts(came: FormData) -> dict[str, str]:
    """The password stays as it was typed."""
    texts = {name: value for name, value in came.items() if isinstance(value, str)}
    return {name: text if name == "sandi" else text.strip() for name, text in texts.items()}


async def _table(came: FormData) -> bytes:
    """The file that was chosen; else what was mended on the page."""
    sent, text = came.get(FILE), came.get(TEXT)
    if isinstance(sent, UploadFile) and sent.filename:
        return await sent.read()
    return text.encode(errors="replace") if isinstance(text, str) else b""


def _is_ours(request: Request, typed: Typed) -> bool:
    """A form of this very log-in, sent from a page of this server."""
    return typed[KEY] == _key(request) and visitor.comes_from_here(request)


def _key(request: Request) -> str:
    return sessions.form_token(visitor.token(request) or "")


def _form(
    request: Request, typed: Typed, faults: Sequence[str] = (), status: int = 200
) -> HTMLResponse:
    roles = [(role.value, NAMA[role]) for role in FIRST_ROLES]
    return page(
        request, teks.JUDUL_BARU, "new", status, action=ADD, key=_key(request), faults=faults,
        typed=typed, roles=roles, most=adding.LONGEST,
    )  # fmt: skip
