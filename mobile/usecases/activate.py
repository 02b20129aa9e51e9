"""Makes this phone the reporter of one village, with a code of the kecamatan."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from mobile.ports import (
    CODE_INVALID,
    ActivationError,
    Identity,
    StoreError,
    SyncReason,
    TroubleKind,
)
from mobile.usecases.phone import Phone, off_loop
from shared.protocol import CODE_ALPHABET, CODE_LENGTH, normal_code


@dataclass(frozen=True)
class Activated:
    """Either who this phone now is, or why not: a code of `teks.AKTIVASI`."""

    identity: Identity | None = None
    trouble: str | None = None
    detail: str = ""


BAD_CODE = "bad_code"
NOT_STORED = "not_stored"


def is_active(phone: Phone) -> bool:
    """Whether this phone knows for whom it reports."""
    return phone.state.identity() is not None


def clean_code(text: str) -> str:
    """The code as it is sent; characters that no code holds are left for the person to see."""
    return normal_code(text)


def looks_whole(code: str) -> bool:
    """Whether it can be a code at all; saves one of the five tries."""
    return len(code) == CODE_LENGTH and set(code) <= set(CODE_ALPHABET)


def clean_server(text: str) -> str | None:
    """The server's address without its tail; None when the phone must not, or cannot, use it.

    Plain http is for this very machine and for private networks only: elsewhere the token would
    travel where anybody can read it.
    """
    word = text.strip()
    if not word:
        return None
    try:
        parts = urlsplit(word if "://" in word else f"https://{word}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    fit = parts.scheme == "https" or (parts.scheme == "http" and _is_near(host))
    if not host or not fit or parts.username or parts.query or parts.fragment:
        return None
    name = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{name}{f':{port}' if port else ''}{parts.path.rstrip('/')}"


async def activate(phone: Phone, server: str, code: str, device_name: str = "") -> Activated:
    """Ask for an identity; every failure has its own word, and then nothing has changed.

    The code works once. So the token is kept before anything else is written, and a start that
    finds a token without an identity asks for a new code with nothing lost but the code. Nothing
    is sent before `confirm`: on a phone with reports of another village they would be refused.
    """
    address, word = clean_server(server), clean_code(code)
    if address is None:
        return Activated(trouble=TroubleKind.BAD_ADDRESS)
    if not looks_whole(word):
        return Activated(trouble=BAD_CODE)
    if not await off_loop(_can_write, phone, address):
        return Activated(trouble=NOT_STORED)
    try:
        answer = await phone.activation.activate(address, word, device_name, phone.app_version)
    except ActivationError as error:
        return Activated(trouble=error.code, detail=error.detail)
    identity = replace(answer.identity, server=address, activated_at=phone.now())
    try:
        await phone.secrets.keep_token(answer.token)
        await off_loop(_write, phone, identity, answer.settings)
    except StoreError as error:
        return Activated(trouble=NOT_STORED, detail=str(error))
    phone.feed.tell()
    return Activated(identity=identity)


async def confirm(phone: Phone) -> None:
    """Somebody said "Ya, benar": from now on it sends.

    Raises StoreError, and then the question stays.
    """
    await off_loop(phone.state.update_sync, lambda state: replace(state, confirmed=True))
    phone.feed.tell()
    phone.sync.request_sync(SyncReason.START)


def unconfirmed(phone: Phone) -> Identity | None:
    """Who this phone has become by a code, while nobody has said that it is right."""
    return None if phone.state.sync_state().confirmed else phone.state.identity()


def _can_write(phone: Phone, address: str) -> bool:
    """Before the code is used up: the disk must take what comes after."""
    try:
        phone.state.set_preferences(replace(phone.state.preferences(), server=address))
    except StoreError:
        return False
    return True


def _write(phone: Phone, identity: Identity, settings: dict[str, object]) -> None:
    phone.state.update_sync(
        lambda state: replace(state, token_refused=False, confirmed=False, settings=settings)
    )
    phone.state.set_identity(identity)


def _is_near(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    return address.is_loopback or (address.is_private and not address.is_unspecified)


__all__ = [
    "CODE_INVALID",
    "Activated",
    "activate",
    "clean_code",
    "clean_server",
    "confirm",
    "is_active",
    "looks_whole",
    "unconfirmed",
]
