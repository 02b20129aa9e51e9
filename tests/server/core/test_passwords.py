"""Passwords of the desk: long, not in everybody's list, no name."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import argon2
import pytest
import sqlalchemy

from server.core import accounts, passwords
from server.core.accounts import (
    AccountError,
    BadPasswordError,
    CommonPasswordError,
    NamePasswordError,
)
from server.core.config import Settings
from server.core.context import Context, open_context
from shared.roles import Role
from tests.server.kit import fresh_database


@pytest.fixture
def ctx(tmp_path: Path) -> Iterator[Context]:
    (tmp_path / "sinar.db").write_bytes(fresh_database())
    with open_context(Settings(tmp_path)) as opened:
        yield opened


@pytest.mark.parametrize(
    ("password", "error"),
    [
        ("pendek-9h", BadPasswordError), ("x" * 201, BadPasswordError), ("", BadPasswordError),
        ("1234567890", CommonPasswordError), ("Qwertyuiop", CommonPasswordError),
        ("1q2w3e4r5t", CommonPasswordError), ("password123", CommonPasswordError),
        ("password2026!", CommonPasswordError), ("aaaaaaaaaaaa", CommonPasswordError),
        ("rudihamarung", NamePasswordError), ("RudiHamarung2026", NamePasswordError),
        ("kecamatanjuai", NamePasswordError), ("Kecamatan-Juai_63", NamePasswordError),
        ("sinarlinmas", NamePasswordError), ("satlinmasjuai!", NamePasswordError),
    ],
)  # fmt: skip
def test_what_is_tried_first_is_refused(
    ctx: Context, password: str, error: type[AccountError]
) -> None:
    with pytest.raises(error):
        accounts.add(ctx, "rudi.hamarung", Role.PEMBACA, password, "Rudi (contoh)")
    accounts.add(ctx, "rudi.hamarung", Role.PEMBACA, "empat ekor kuda lumping")
    with pytest.raises(error):
        accounts.set_password(ctx, "rudi.hamarung", password)


@pytest.mark.parametrize(
    "password", ["empat ekor kuda lumping", "hujan di Lalayau 7", "kecamatan juai punya jembatan"]
)
def test_what_nobody_tries_first_is_taken(ctx: Context, password: str) -> None:
    accounts.add(ctx, "rudi.hamarung", Role.PEMBACA, password, "Rudi (contoh)")
    assert accounts.check_password(ctx, "rudi.hamarung", password)


def test_ten_thousand_are_known() -> None:
    assert len(passwords._tried_first()) == 10_000


def test_a_password_that_is_set_while_somebody_logs_in_with_the_one_before_stays(
    ctx: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, after = "empat ekor kuda lumping", "lima ekor kuda lumping"
    accounts.add(ctx, "rudi", Role.PEMBACA, before)
    monkeypatch.setattr(accounts, "_HASHER", argon2.PasswordHasher(1, 8, 1))
    anew = accounts._hash_anew

    def a_moment_later(ctx: Context, *given: Any) -> None:
        accounts.set_password(ctx, "rudi", after)
        anew(ctx, *given)

    monkeypatch.setattr(accounts, "_hash_anew", a_moment_later)
    assert accounts.check_password(ctx, "rudi", before)
    assert accounts.check_password(ctx, "rudi", after)
    assert not accounts.check_password(ctx, "rudi", before)


def test_a_password_of_before_still_opens(ctx: Context) -> None:
    accounts.add(ctx, "rudi", Role.PEMBACA, "empat ekor kuda lumping")
    with ctx.database.write() as db:
        text = "UPDATE accounts SET password_hash = :hash"
        db.execute(sqlalchemy.text(text), {"hash": accounts._HASHER.hash("pendek")})
    assert accounts.check_password(ctx, "rudi", "pendek")
