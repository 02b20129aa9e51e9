"""The villages' phones as the desk sees them: attention first; codes are made, phones revoked."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from server.core import devices, office, paging
from server.core.context import Context
from server.core.devices import Device
from server.core.permit import permit
from server.core.rows import device_rows
from server.core.sessions import Account
from server.hp import activation
from server.laporan import board
from shared.names import is_found
from shared.protocol import CODE_HOURS
from shared.roles import Permission
from shared.wilayah import Wilayah

PER_PAGE = 25
MOST_LETTERS = 200
SLIP = "kode"
"""What a ticket of a code is shown for."""


class Standing(IntEnum):
    """How a village or a phone stands; the smaller, the more it needs somebody."""

    TANPA_HP = 0
    KODE = 1
    LAMA = 2
    MENGIRIM = 3
    TERSAMBUNG = 4
    DICABUT = 5


@dataclass(frozen=True)
class PhoneLine:
    """A phone, or a village that has none; ``number`` counts within its village."""

    desa: str
    standing: Standing
    device: Device | None = None
    number: int = 0
    expires_at: datetime | None = None


@dataclass(frozen=True)
class PhonesPage:
    """A page of 25, and the figures above it."""

    lines: tuple[PhoneLine, ...]
    total: int
    number: int
    connected: int
    """Villages that were in contact lately."""
    codes: int
    quiet: int
    contact: tuple[str, ...]
    """The villages that somebody should speak to: the same as on the board."""

    @property
    def pages(self) -> int:
        """How many pages there are, at least one."""
        return paging.pages(self.total, PER_PAGE)


@dataclass(frozen=True)
class NewCode:
    """A code that was made a moment ago: shown this once, kept only as a hash."""

    code: str
    desa: str
    nama: str
    jabatan: str
    expires_at: datetime

    @property
    def parted(self) -> str:
        """``7KQ4 - M9XD``: easier to read out."""
        return f"{self.code[:4]} - {self.code[4:]}"


def phones_page(ctx: Context, account: Account, words: str = "", number: int = 1) -> PhonesPage:
    """Villages without a phone first, phones that work at the end."""
    permit(account, Permission.MANAGE_DEVICES)
    now = ctx.clock.now()
    quiet_after = now - timedelta(days=office.quiet_days(ctx))
    with ctx.database.read() as db:
        codes = device_rows.open_codes(db, now)
    lines = _lines(ctx.wilayah, devices.all_devices(ctx), codes, quiet_after)
    found = [line for line in lines if _meets(ctx.wilayah, line, words)]
    number = max(1, min(number, -(-len(found) // PER_PAGE)))
    works = {line.desa for line in lines if line.standing in _WORKING}
    return PhonesPage(
        lines=tuple(found[(number - 1) * PER_PAGE : number * PER_PAGE]),
        total=len(found),
        number=number,
        connected=len(works),
        codes=sum(len(until) for until in codes.values()),
        quiet=sum(line.standing is Standing.LAMA for line in lines),
        contact=tuple(village.desa for village in board.to_contact(ctx)),
    )


def revoke(ctx: Context, account: Account, ident: str) -> Device | None:
    """From now on this phone is turned away; None when there is no such phone."""
    permit(account, Permission.MANAGE_DEVICES)
    return devices.revoke(ctx, ident, account.nama)


def new_code(ctx: Context, account: Account, desa: str, nama: str, jabatan: str) -> NewCode:
    """A code for a phone of this village; ValueError when name or office is missing."""
    permit(account, Permission.MANAGE_DEVICES)
    nama, jabatan = nama.strip(), jabatan.strip()
    if not (0 < len(nama) <= MOST_LETTERS and 0 < len(jabatan) <= MOST_LETTERS):
        raise ValueError(nama)
    until = ctx.clock.now() + timedelta(hours=CODE_HOURS)
    code = activation.new_code(ctx, desa, nama, jabatan, account.nama)
    ctx.bell.ring()
    return NewCode(code, desa, nama, jabatan, until)


def ticket(ctx: Context, account: Account, code: NewCode) -> str:
    """By which this person's browser fetches the code's slip."""
    permit(account, Permission.MANAGE_DEVICES)
    told = {**asdict(code), "expires_at": code.expires_at.isoformat()}
    return ctx.slips.put(account.username, SLIP, json.dumps(told).encode())


def slip(ctx: Context, account: Account, ticket: str) -> NewCode | None:
    """What is printed for a village; the ticket is the maker's own and lasts a day."""
    permit(account, Permission.MANAGE_DEVICES)
    found = ctx.slips.get(ticket, account.username, SLIP)
    if found is None:
        return None
    told = json.loads(found)
    return NewCode(**{**told, "expires_at": datetime.fromisoformat(told["expires_at"])})


_WORKING = (Standing.MENGIRIM, Standing.TERSAMBUNG)


def _lines(
    wilayah: Wilayah, phones: list[Device], codes: dict[str, list[datetime]], quiet_after: datetime
) -> list[PhoneLine]:
    numbers: dict[str, int] = {}
    lines: list[PhoneLine] = []
    for phone in phones:
        numbers[phone.desa] = numbers.get(phone.desa, 0) + 1
        standing = _standing(phone, quiet_after)
        lines.append(PhoneLine(phone.desa, standing, phone, numbers[phone.desa]))
    live = {line.desa for line in lines if line.standing is not Standing.DICABUT}
    for desa in wilayah.desa:
        until = codes.get(desa.kode)
        if until:
            lines.append(PhoneLine(desa.kode, Standing.KODE, expires_at=max(until)))
        elif desa.kode not in live:
            lines.append(PhoneLine(desa.kode, Standing.TANPA_HP))
    return sorted(lines, key=lambda line: (line.standing, line.desa, line.number))


def _standing(phone: Device, quiet_after: datetime) -> Standing:
    if phone.revoked_at is not None:
        return Standing.DICABUT
    if (phone.last_contact or phone.activated_at) < quiet_after:
        return Standing.LAMA
    return Standing.MENGIRIM if phone.queued else Standing.TERSAMBUNG


def _meets(wilayah: Wilayah, line: PhoneLine, words: str) -> bool:
    phone = line.device
    facts = [wilayah.nama_desa(line.desa), line.desa]
    facts += [phone.nama, phone.device_name, phone.app_version] if phone else []
    return is_found(words, *facts)
