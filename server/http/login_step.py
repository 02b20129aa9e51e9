"""Between the password and the staff view: the second step's code, or setting a second step up."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response
from starlette.concurrency import run_in_threadpool

from server.core import sessions, two_step
from server.core.two_step import TooManyError, WrongCodeError
from server.http import door, login, login_page, teks, visitor
from server.http.login import STEP_CODE, STEP_SET_UP

router = APIRouter(include_in_schema=False)


@router.get(STEP_CODE)
async def ask(request: Request, lanjut: str = "/") -> Response:
    """The page that asks for the code."""
    onward = visitor.local_path(lanjut)
    if await _lacks(request) != sessions.CODE:
        return RedirectResponse(login.LOGIN, 303)
    return login.page_of(login_page.code(door.context(request).wilayah, onward))


@router.post(STEP_CODE)
async def answer(request: Request) -> Response:
    """The code; then the log-in is whole."""
    fields = await login.fields_of(request)
    onward = visitor.local_path(fields.get("lanjut", "/"))
    if not visitor.comes_from_here(request):
        return login.page_of(
            login_page.code(door.context(request).wilayah, onward, teks.MASUK_LUAR), 403
        )
    if await _lacks(request) != sessions.CODE:
        return RedirectResponse(login.LOGIN, 303)
    given = (door.context(request), _token(request), fields.get("kode", ""))
    try:
        token = await run_in_threadpool(two_step.pass_with, *given)
    except TooManyError as error:
        said = teks.MASUK_TERKUNCI.format(menit=-(-error.seconds // 60))
        return login.page_of(login_page.code(door.context(request).wilayah, onward, said), 429)
    except WrongCodeError:
        return login.page_of(
            login_page.code(door.context(request).wilayah, onward, teks.LANGKAH_SALAH), 403
        )
    return await _through(request, token, onward)


@router.get(STEP_SET_UP)
async def offer(request: Request, lanjut: str = "/") -> Response:
    """The page by which whoever must have a second step sets it up."""
    if await _lacks(request) != sessions.SET_UP:
        return RedirectResponse(login.LOGIN, 303)
    return await _set_up_page(request, visitor.local_path(lanjut), two_step.new_secret())


@router.post(STEP_SET_UP)
async def set_up(request: Request) -> Response:
    """The first code of the app; then the recovery codes are shown, and the log-in is whole."""
    fields = await login.fields_of(request)
    onward = visitor.local_path(fields.get("lanjut", "/"))
    secret = fields.get("rahasia", "")
    if not visitor.comes_from_here(request):
        return login.page_of(
            login_page.login(door.context(request).wilayah, "/", wrong=teks.MASUK_LUAR), 403
        )
    if await _lacks(request) != sessions.SET_UP:
        return RedirectResponse(login.LOGIN, 303)
    given: tuple[Any, ...] = (
        door.context(request), _token(request), secret, fields.get("kode", ""),
    )  # fmt: skip
    try:
        token, codes = await run_in_threadpool(two_step.pass_by_setting_up, *given)
    except WrongCodeError:
        return await _set_up_page(request, onward, two_step.new_secret(), teks.LANGKAH_SALAH)
    entered = await _through(request, token, onward)
    page = login.page_of(login_page.recovery(door.context(request).wilayah, onward, codes))
    for name, value in entered.raw_headers:
        if name == b"set-cookie":
            page.raw_headers.append((name, value))
    return page


async def _set_up_page(request: Request, onward: str, secret: str, wrong: str = "") -> Response:
    _, username = await run_in_threadpool(sessions.step_of, door.context(request), _token(request))
    page = login_page.set_up(
        door.context(request).wilayah, onward, secret, two_step.address(username, secret), wrong
    )
    return login.page_of(page, 403 if wrong else 200)


async def _through(request: Request, token: str, onward: str) -> Response:
    entered = await login.welcomed(request, token, onward)
    entered.delete_cookie(visitor.STEP, httponly=True, samesite="lax")
    return entered


async def _lacks(request: Request) -> str:
    step, _ = await run_in_threadpool(sessions.step_of, door.context(request), _token(request))
    return step


def _token(request: Request) -> str:
    return request.cookies.get(visitor.STEP, "")
