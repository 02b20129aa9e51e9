"""All kecamatan of the installation as its operator sees them: figures and states, no person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from server.core import accounts, installation
from server.core.context import Context
from server.core.installation import one_may_fail
from server.core.permit import NotAllowedError, permit
from server.core.sessions import Account
from server.http import known_hosts
from server.kantor import kecamatan
from server.rawat.kecamatan_facts import Closed, KecamatanFacts, facts
from shared.roles import WITHOUT_DESK, Permission

_P = Permission.MANAGE_INSTALLATION


@dataclass(frozen=True)
class Progress:
    """How far one kecamatan is; ``nama`` and all else is empty until its data is open."""

    kode: str
    mark: str
    nama: str = ""
    desa: int = 0
    host: str = ""
    is_open: bool = False
    has_accounts: bool = False
    is_begun: bool = False
    """Whether its people have handed out a first code, or more."""


def permit_operator(ctx: Context, account: Account) -> None:
    """Raises NotAllowedError; one who came along with a kecamatan beside the first is nobody."""
    permit(account, _P)
    if ctx.settings.mark:
        raise NotAllowedError(_P)


def everyone(
    ctx: Context, account: Account, stores: Iterable[Context], away: Iterable[str]
) -> list[KecamatanFacts | Closed]:
    """All kecamatan by their codes; ``away`` are the codes of those whose data is not open."""
    permit_operator(ctx, account)
    found = [*map(_facts, stores), *map(Closed, away)]
    return sorted(found, key=lambda one: one.kode)


def _facts(store: Context) -> KecamatanFacts | Closed:
    here = store.wilayah
    with one_may_fail(here.kode):
        return facts(store)
    return Closed(here.kode, here.nama)


def one(ctx: Context, account: Account, stores: Iterable[Context], kode: str) -> Progress | None:
    """How far this one is; None where there is none of this code."""
    permit_operator(ctx, account)
    for store in stores:
        if store.wilayah.kode == kode:
            return _ready(store)
    try:
        is_there = installation.below(ctx.settings, kode).data.is_dir()
    except ValueError:
        return None
    return Progress(kode, kode) if is_there else None


def _ready(store: Context) -> Progress:
    here, mark = store.wilayah, store.settings.mark
    with one_may_fail(here.kode):
        staff = [one for one in accounts.all_accounts(store) if one.role not in WITHOUT_DESK]
        return Progress(
            here.kode, mark, here.nama, len(here.desa), known_hosts.own(store),
            is_open=True, has_accounts=bool(staff), is_begun=kecamatan.is_begun(store),
        )  # fmt: skip
    return Progress(here.kode, mark, here.nama)
