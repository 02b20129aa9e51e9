"""``sinar doctor`` tells whether phones can load the app from here, and what to do when not."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.core.commands import CommandError
from server.hp import cli_app, teks
from server.hp.app import build, sources
from server.hp.app.built import Built
from server.hp.app.examining import examine
from server.rawat.doctor import Weight
from tests.server.hp.small_app import pack


def test_an_app_that_was_never_packed_is_named_with_the_command(tmp_path: Path) -> None:
    [(weight, words)] = examine(Built(tmp_path))
    assert weight is Weight.NOTICE
    assert "sinar hp build" in words


def test_a_file_that_is_gone_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = pack(tmp_path, monkeypatch, logo=b"here")
    built.file(built.entries()["logo"].address).unlink()
    [(weight, words)] = examine(built)
    assert weight is Weight.NOTICE
    assert "logo" in words and "sinar hp build" in words


def test_without_the_quick_codec_it_works_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    [(weight, words)] = examine(pack(tmp_path, monkeypatch))
    assert weight is Weight.NOTICE
    assert words == teks.HP_LAMBAT.format(mb=words.split("(")[1].split(" MB")[0])


def test_all_is_well(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    built = pack(tmp_path, monkeypatch, codec=tmp_path / "msgpack.whl")
    [(weight, words)] = examine(built)
    assert weight is Weight.WELL
    assert "/hp/" in words


def test_the_command_names_what_is_not_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> int:
        raise sources.MissingPart("flet-web")

    monkeypatch.setattr(build, "build", missing)
    with pytest.raises(CommandError, match="flet-web"):
        cli_app.pack(cli_app.Options())
