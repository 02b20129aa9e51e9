"""The door's handle: the form at /masuk, the way out at /keluar, and whether one is still in."""

from __future__ import annotations

import asyncio
from urllib.parse import parse_qs, quote

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect

from server.core import accounts, failed_log_ins, installation, log, sessions
from server.core.db.database import StoreError
from server.core.sessions import LockedOutError, WrongPasswordError
from server.http import door, known_hosts, login_page, teks, visitor
from server.http.log_in_queue import LogInQueue, QueueFullError
from server.http.webclient import WebClient

WRONG = 403
LOGIN = "/masuk"
LOGOUT = "/keluar"
STILL_IN = "/sesi"

MOST_FORM_BYTES = 8 * 1024
MOST_FORM_S = 30.0
STEP_CODE, STEP_SET_UP = "/masuk/kode", "/masuk/pasang"
RETRY_FULL_S = 3
KNOWN_FOR_S = 400 * 24 * 3600
"""No browser keeps a cookie longer."""

router = APIRouter(include_in_schema=False)


@router.get(LOGIN)
async def form(request: Request, lanjut: str = "/") -> Response:
    """The log-in page; who is in already goes on."""
    onward = visitor.local_path(lanjut)
    if await _account(request):
        return RedirectResponse(onward, 303)
    if visitor.token(request):  # one was in, and is no more
        return page_of(
            login_page.login(
                door.context(request).wilayah, onward, said=teks.MASUK_HABIS, ended=True
            )
        )
    said = teks.MASUK_BERAKHIR if "keluar" in request.query_params else ""
    answer = page_of(login_page.login(door.context(request).wilayah, onward, said=said))
    client: WebClient | None = getattr(request.app.state, "client", None)
    if client and (ahead := client.ahead(request.headers.get("user-agent", ""))):
        answer.headers["Link"] = ahead
    return answer


@router.post(LOGIN)
async def log_in(request: Request) -> Response:
    """A fresh session for a right password; an old cookie's session ends."""
    fields = await fields_of(request)
    onward = visitor.local_path(fields.get("lanjut", "/"))
    name, password = fields.get("nama", "").strip(), fields.get("sandi", "")
    if not visitor.comes_from_here(request):
        return page_of(
            login_page.login(
                door.context(request).wilayah, onward, name=name, wrong=teks.MASUK_LUAR
            ),
            403,
        )
    if not name or not password:
        return page_of(
            login_page.login(
                door.context(request).wilayah, onward, name=name, wrong=teks.MASUK_KOSONG
            ),
            400,
        )
    all_asked = await door.go_where(request, lambda ctx: accounts.exists(ctx, name))
    try:
        token = await _try(request, name, password)
    except Refused as error:
        refused = error if all_asked or error.status != WRONG else _later()
        page = page_of(
            login_page.login(door.context(request).wilayah, onward, name=name, wrong=refused.said),
            refused.status,
        )
        page.headers.update(refused.headers)
        return page
    step, _ = await run_in_threadpool(sessions.step_of, door.context(request), token)
    if not step:
        return await welcomed(request, token, onward)
    place = STEP_CODE if step == sessions.CODE else STEP_SET_UP
    answer = RedirectResponse(f"{place}?lanjut={quote(onward, safe='')}", 303)
    lasts = int(sessions.STEP_LASTS.total_seconds())
    _keep(request, answer, visitor.STEP, token, lasts)
    return answer


async def welcomed(request: Request, token: str, onward: str) -> Response:
    """The log-in is whole: its cookie, and another by which this browser is known again."""
    ctx, before = door.context(request), request.cookies.get(visitor.KNOWN)
    await _end_session(request)
    await run_in_threadpool(known_hosts.learn, ctx, visitor.host(request))
    known = await run_in_threadpool(sessions.remember_browser, ctx, token, before)
    answer = RedirectResponse(onward, 303)
    _keep(request, answer, visitor.COOKIE, token, int(sessions.LONGEST.total_seconds()))
    _keep(request, answer, visitor.KNOWN, known, KNOWN_FOR_S)
    return answer


@router.get(LOGOUT)
async def ask_to_log_out(request: Request) -> Response:
    """Our own page's link logs out at once; from anywhere else it takes a tap on the button."""
    account, token = await _account(request), visitor.token(request)
    if account is None or token is None:
        return RedirectResponse(LOGIN, 303)
    if request.headers.get("sec-fetch-site") == "same-origin":
        return await _logged_out(request)
    return page_of(
        login_page.logout(door.context(request).wilayah, account.nama, sessions.form_token(token))
    )


@router.post(LOGOUT)
async def log_out(request: Request) -> Response:
    """Ends the session, for a form of this very session only."""
    fields, token = await fields_of(request), visitor.token(request)
    if token is None:
        return RedirectResponse(LOGIN, 303)
    ours = fields.get("kunci") == sessions.form_token(token)
    if not ours or not visitor.comes_from_here(request):
        return page_of(
            login_page.login(door.context(request).wilayah, "/", wrong=teks.MASUK_LUAR), 403
        )
    return await _logged_out(request)


@router.get(STILL_IN)
async def still_in(request: Request) -> Response:
    """204 while the log-in lasts, else 401: a window that lost its connection asks."""
    return Response(status_code=204 if await _account(request) else 401)


class Refused(Exception):
    """Nobody was logged in: the status, and the sentence that says why."""

    def __init__(self, status: int, said: str, wait: int = 0) -> None:
        super().__init__(said)
        self.status = status
        self.said = said
        self.headers = {"Retry-After": str(wait)} if wait else {}


def _later() -> Refused:
    """The name may be another kecamatan's, which cannot be asked just now."""
    return Refused(503, teks.MASUK_GANGGUAN, door.AWAY_RETRY_S)


async def _try(request: Request, name: str, password: str) -> str:
    """A token; a `Refused` when there is none. What is refused for its number costs no check."""
    ctx, address = door.context(request), door.address(request)
    cookie, browser = request.cookies.get(visitor.KNOWN), request.headers.get("user-agent", "")
    try:
        # Without a cookie there is nothing to look up, and in a crowd no thread is to spare.
        came = (ctx, name, address, cookie, browser)
        looked_up = await run_in_threadpool(sessions.visit, *came) if cookie else None
        visit = looked_up or sessions.visit(*came)
    except StoreError as error:
        raise Refused(503, teks.MASUK_GANGGUAN) from error
    try:
        # Nothing is written for who finds no place: in a crowd that alone would keep all waiting.
        async with _queue(request).turn(address, known=bool(visit.known)):
            await run_in_threadpool(sessions.knock, ctx, visit)
            token = await run_in_threadpool(sessions.enter, ctx, visit, password)
    except WrongPasswordError as error:
        await _say(request, name, f"ditolak · {address}")
        raise Refused(WRONG, teks.MASUK_SALAH) from error
    except LockedOutError as error:
        await _say(request, name, f"terkunci · {address}")
        minutes = -(-error.seconds // 60)
        said = teks.MASUK_TERKUNCI.format(menit=minutes)
        raise Refused(429, said, error.seconds) from error
    except QueueFullError as error:
        raise Refused(503, teks.MASUK_RAMAI, RETRY_FULL_S) from error
    except StoreError as error:
        raise Refused(503, teks.MASUK_GANGGUAN) from error
    await _say(request, name, f"diterima · {address}")
    return token


async def _say(request: Request, name: str, what: str) -> None:
    """In the log; a name that nobody has may be a password and stays out of it."""
    actor = await run_in_threadpool(failed_log_ins.actor, door.context(request), name)
    log.event(actor, "masuk", what)


def _queue(request: Request) -> LogInQueue:
    return request.app.state.log_in_queue


def _keep(request: Request, answer: Response, name: str, value: str, seconds: int) -> None:
    """A cookie that no script and no other site can read."""
    answer.set_cookie(
        name, value, max_age=seconds, httponly=True, samesite="lax",
        secure=visitor.is_https(request),
    )  # fmt: skip


async def _logged_out(request: Request) -> Response:
    await _end_session(request)
    answer = RedirectResponse(f"{LOGIN}?keluar", 303)
    answer.delete_cookie(visitor.COOKIE, httponly=True, samesite="lax")
    return answer


async def _end_session(request: Request) -> None:
    token = visitor.token(request)
    if token:
        # Of whichever kecamatan: the log-in before may have been another one's.
        home = door.neighbours(request).get(installation.mark_of(token), request.app)
        await run_in_threadpool(sessions.log_out, home.state.context, token)
        home.state.windows.close(token)
        home.state.context.bell.ring()  # another process may have some of its windows


async def _account(request: Request) -> sessions.Account | None:
    token = visitor.token(request)
    return await run_in_threadpool(sessions.account_of, door.context(request), token)


async def fields_of(request: Request) -> dict[str, str]:
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
    try:
        found = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20)
    except ValueError:  # more fields than any form of ours has
        return {}
    return {name: values[0].replace("\x00", "") for name, values in found.items()}


def page_of(html: str, status: int = 200) -> Response:
    headers = {"Content-Security-Policy": login_page.POLICY, "Cache-Control": "no-store"}
    return HTMLResponse(html, status, headers)
