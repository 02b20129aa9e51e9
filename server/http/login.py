"""The door's handle: the form at /masuk, the way out at /keluar, and whether one is still in."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from server.core import log, sessions
from server.core.db.database import StoreError
from server.core.sessions import LockedOutError, WrongPasswordError
from server.http import door, login_page, teks, visitor

LOGIN = "/masuk"
LOGOUT = "/keluar"
STILL_IN = "/sesi"

MOST_FORM_BYTES = 8 * 1024
MOST_FORM_S = 30.0
VERIFYING = asyncio.Semaphore(2)
"""One check of a password takes 64 MB and a core: a crowd at the door must not take them all."""

router = APIRouter(include_in_schema=False)


@router.get(LOGIN)
async def form(request: Request, lanjut: str = "/") -> Response:
    """The log-in page; who is in already goes on."""
    onward = visitor.local_path(lanjut)
    if await _account(request):
        return RedirectResponse(onward, 303)
    if visitor.token(request):  # one was in, and is no more
        return _page(login_page.login(onward, said=teks.MASUK_HABIS, ended=True))
    said = teks.MASUK_BERAKHIR if "keluar" in request.query_params else ""
    return _page(login_page.login(onward, said=said))


@router.post(LOGIN)
async def log_in(request: Request) -> Response:
    """A fresh session for a right password; an old cookie's session ends."""
    fields = await _fields(request)
    onward = visitor.local_path(fields.get("lanjut", "/"))
    name, password = fields.get("nama", "").strip(), fields.get("sandi", "")
    if not visitor.comes_from_here(request):
        return _page(login_page.login(onward, name=name, wrong=teks.MASUK_LUAR), 403)
    if not name or not password:
        return _page(login_page.login(onward, name=name, wrong=teks.MASUK_KOSONG), 400)
    token, status, wrong = await _try(request, name, password)
    if token is None:
        return _page(login_page.login(onward, name=name, wrong=wrong), status)
    await _end_session(request)
    answer = RedirectResponse(onward, 303)
    answer.set_cookie(
        visitor.COOKIE,
        token,
        max_age=int(sessions.LONGEST.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=visitor.is_https(request),
    )
    return answer


@router.get(LOGOUT)
async def ask_to_log_out(request: Request) -> Response:
    """Our own page's link logs out at once; from anywhere else it takes a tap on the button."""
    account, token = await _account(request), visitor.token(request)
    if account is None or token is None:
        return RedirectResponse(LOGIN, 303)
    if request.headers.get("sec-fetch-site") == "same-origin":
        return await _logged_out(request)
    return _page(login_page.logout(account.nama, sessions.form_token(token)))


@router.post(LOGOUT)
async def log_out(request: Request) -> Response:
    """Ends the session, for a form of this very session only."""
    fields, token = await _fields(request), visitor.token(request)
    if token is None:
        return RedirectResponse(LOGIN, 303)
    ours = fields.get("kunci") == sessions.form_token(token)
    if not ours or not visitor.comes_from_here(request):
        return _page(login_page.login("/", wrong=teks.MASUK_LUAR), 403)
    return await _logged_out(request)


@router.get(STILL_IN)
async def still_in(request: Request) -> Response:
    """204 while the log-in lasts, else 401: a window that lost its connection asks."""
    return Response(status_code=204 if await _account(request) else 401)


async def _try(request: Request, name: str, password: str) -> tuple[str | None, int, str]:
    """A token, or a status and the sentence that says why there is none."""
    ctx, address = door.context(request), door.address(request)
    try:
        async with VERIFYING:
            token = await run_in_threadpool(sessions.log_in, ctx, name, password, address)
    except WrongPasswordError:
        log.event(name, "masuk", f"ditolak · {address}")
        return None, 403, teks.MASUK_SALAH
    except LockedOutError as error:
        log.event(name, "masuk", f"terkunci · {address}")
        minutes = -(-error.seconds // 60)
        return None, 429, teks.MASUK_TERKUNCI.format(menit=minutes)
    except StoreError:
        return None, 503, teks.MASUK_GANGGUAN
    log.event(name, "masuk", f"diterima · {address}")
    return token, 303, ""


async def _logged_out(request: Request) -> Response:
    await _end_session(request)
    answer = RedirectResponse(f"{LOGIN}?keluar", 303)
    answer.delete_cookie(visitor.COOKIE, httponly=True, samesite="lax")
    return answer


async def _end_session(request: Request) -> None:
    token = visitor.token(request)
    if token:
        await run_in_threadpool(sessions.log_out, door.context(request), token)
        request.app.state.windows.close(token)


async def _account(request: Request) -> sessions.Account | None:
    token = visitor.token(request)
    return await run_in_threadpool(sessions.account_of, door.context(request), token)


async def _fields(request: Request) -> dict[str, str]:
    """The fields of a plain form; nothing of one that is too long or of another type."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = bytearray()
    try:
        async with asyncio.timeout(MOST_FORM_S):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MOST_FORM_BYTES:
                    return {}
    except (TimeoutError, ClientDisconnect):
        return {}
    if kind != "application/x-www-form-urlencoded":
        return {}
    found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    return {name: values[0].replace("\x00", "") for name, values in found.items()}


def _page(html: str, status: int = 200) -> Response:
    headers = {"Content-Security-Policy": login_page.POLICY, "Cache-Control": "no-store"}
    return HTMLResponse(html, status, headers)
