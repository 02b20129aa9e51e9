"""The phone app for browsers is packed by content: what has not changed keeps its address."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli
import pytest

from server.hp.app import build, sources
from server.hp.app.built import Built
from tests.server.hp.small_app import LARGE, pack


def test_only_what_has_changed_gets_another_address(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = pack(tmp_path, monkeypatch, logo=b"one").entries()
    after = Built(tmp_path)
    pack(tmp_path, monkeypatch, logo=b"two")

    changed = {name for name, entry in after.entries().items() if entry != before[name]}
    assert changed == {"logo"}


def test_what_no_version_names_any_more_is_taken_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = pack(tmp_path, monkeypatch, logo=b"one")
    old = built.file(built.entries()["logo"].address)
    assert old.is_file()
    pack(tmp_path, monkeypatch, logo=b"two")
    assert not old.exists()


def test_each_file_lies_there_in_every_encoding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = pack(tmp_path, monkeypatch)
    address = built.entries()["canvaskit/chromium/canvaskit.wasm"].address
    assert built.file(address).read_bytes() == LARGE
    assert brotli.decompress(built.file(address, "br").read_bytes()) == LARGE
    assert gzip.decompress(built.file(address, "gzip").read_bytes()) == LARGE


def test_the_pieces_of_a_large_file_make_the_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = pack(tmp_path, monkeypatch)
    entry = built.entries()["canvaskit/chromium/canvaskit.wasm"]
    assert len(entry.pieces) == 2
    assert b"".join(built.file(piece.address).read_bytes() for piece in entry.pieces) == LARGE
    assert not built.entries()["main.dart.js"].pieces


def test_the_page_names_its_script_by_content_and_has_no_words_left_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = pack(tmp_path, monkeypatch)
    page = built.file(built.entries()["index.html"].address).read_text("utf-8")
    assert f'src="{built.entries()["shell.js"].address}"' in page
    assert "${" not in page
    assert "Menyiapkan, sekali saja, {mb} MB" in page


def test_a_file_that_is_gone_or_cut_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = pack(tmp_path, monkeypatch, logo=b"whole")
    assert built.missing() == []
    built.file(built.entries()["logo"].address).write_bytes(b"who")
    assert built.missing() == ["logo"]


def test_a_part_that_is_not_on_this_machine_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sources, "ASSETS", tmp_path)
    monkeypatch.setattr(sources, "client_files", lambda: iter(()))
    monkeypatch.setattr(build, "FOLDER", tmp_path / "made")
    with pytest.raises(sources.MissingPart, match="Jakarta"):
        build.build(tmp_path / "made")


def test_the_client_calls_no_machine_elsewhere() -> None:
    files = dict(sources.client_files())
    assert b"/npm/@rive-app/" not in files["main.dart.js"]
    assert b"serviceWorkerSettings: {" not in files["flutter_bootstrap.js"]


def test_the_client_is_asked_for_where_its_compiled_form_can_be_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    built = pack(tmp_path, monkeypatch)
    entries = built.entries()
    bootstrap = built.file(entries["flutter_bootstrap.js"].address).read_text()
    named = bootstrap.removeprefix('"mainJsPath":"').removesuffix('"')
    assert f"/hp/{named}" == entries["main.dart.js"].address
    python = built.file(entries["pyodide/pyodide.mjs"].address).read_text()
    assert python == f'import("{entries["pyodide/pyodide.asm.mjs"].address}")'


def test_a_release_whose_client_names_itself_otherwise_is_refused() -> None:
    with pytest.raises(sources.MissingPart, match="flutter_bootstrap"):
        build._naming({"flutter_bootstrap.js": b'"mainJsPath":"other.js"'})
    with pytest.raises(sources.MissingPart, match="asm"):
        sources._put_back_by_us(b"return Module.HEAP9.set(t),")


def test_the_archive_holds_the_app_and_nothing_of_the_server() -> None:
    names = {name for name, _ in sources._app()} | {name for name, _ in sources._packages(None)}
    assert "mobile/web/main.py" in names
    assert "shared/laporan.py" in names
    assert "__pypackages__/flet/app.py" in names
    assert not any(name.startswith(("server/", "tests/")) for name in names)
    assert not {"requirements.txt", "pyproject.toml"} & names, "Flet would go out for packages"
    assert not any(name.endswith(".so") for name in names)
