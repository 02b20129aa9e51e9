"""Where a new kecamatan of an installation has its folder, and how it comes to be there."""

from __future__ import annotations

import shutil
from dataclasses import replace

from server.core import accounts, installation
from server.core.config import Settings
from server.core.context import open_context
from server.core.db import replacing
from server.core.files.claim import claim
from server.kantor import kecamatan, teks
from shared.wilayah import Wilayah


def place_of(first: Settings, new: Wilayah) -> Settings:
    """The folder itself while nobody works in it, or where it is this kecamatan's; else below."""
    if not first.data.is_dir():
        return first
    with open_context(first) as ctx:
        in_use = kecamatan.is_begun(ctx) or accounts.all_accounts(ctx)
        if ctx.wilayah.kode == new.kode or not in_use:
            return first
    return installation.below(first, new.kode)


def add(place: Settings, new: Wilayah, *, corrects: bool = True) -> None:
    """Raises FaultyError where another has its short name, BegunError, AlreadyClaimedError.

    ``corrects``: one that is there is this one from now on; else it raises ThereError.
    """
    with installation.naming(place):
        if not corrects and place.data.is_dir():
            raise kecamatan.ThereError
        if installation.is_short(place, new.singkatan):
            said = teks.KEC_SINGKATAN_DUA.format(singkatan=new.singkatan)
            raise kecamatan.FaultyError([said])
        _make(place, new)


def _make(place: Settings, new: Wilayah) -> None:
    """Beside the first it is there whole or not at all: a server may be looking."""
    if not place.mark or place.data.is_dir():
        with open_context(place) as ctx:
            if kecamatan.is_begun(ctx):
                raise kecamatan.BegunError
            # A server has read it already and would go on with what it was.
            with claim(place.data):
                kecamatan.establish(ctx, new)
        return
    draft = replace(place, data=place.data.with_name(f"{place.mark}.baru"))
    shutil.rmtree(draft.data, ignore_errors=True)
    database = replacing.place_of(draft.database_url, draft.data)
    if database.is_filled():
        raise kecamatan.BegunError
    database.make()
    with open_context(draft) as ctx:
        kecamatan.establish(ctx, new)
    draft.data.rename(place.data)
