"""What the phone app in a browser is made of: Flet's client, Python itself, the app, its faces.

Everything is read as files: the server imports nothing of the phone.
"""

from __future__ import annotations

import importlib.metadata
import io
import json
import re
import runpy
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from server.core.made import ROOT
from server.http import icons
from shared.assets import ASSETS

STATIC = ROOT / "mobile" / "web" / "static"
OWN_SCRIPTS = (
    "shell.js", "hands.js", "remind.js", "worker.js", "net.js", "storage.js", "images.js",
    "seal.js", "shared.js", "ready.js",
)  # fmt: skip
RUNTIME = "cp314", "pyemscripten_2026_0_wasm32"
"""What Python in the browser calls itself: the kind of package it can load."""

QUICK_CODEC = "1.2.4"
QUICK_CODEC_SHA256 = "06a0657a4110d563255006b7cb7147432f67827144e429c2cdb1c967548d1817"
"""msgpack for it: the first releases made for browsers are newer than the one in Flet's index for
Android, which everything else uses (`.ci/lock`)."""

PACKAGES = (
    "flet", "flet-camera", "flet-geolocator", "flet-permission-handler", "flet-secure-storage",
    "httpx", "httpcore", "h11", "anyio", "idna", "certifi", "tinydb", "repath", "six", "fpdf2",
    "fonttools", "defusedxml", "typing-extensions", "msgpack",
)  # fmt: skip
"""The phone's dependencies that run in a browser, with what they need in turn."""

_NEVER = re.compile(
    r"__pycache__|/tests?/|/testing/|\.(so|pyd|c|h|pyx|pxd|pyi|md|exe)$|/bin/|\.\./|\.data/"
    r"|^fontTools/(ufoLib|designspaceLib|varLib|feaLib|mtiLib|qu2cu|cu2qu|voltLib|merge|svgLib|pens"
    r"/(cairo|cocoa|freetype|qt|quartz|reportLab|wx)|diff|help|ttx|tfmLib|t1Lib|afmLib|fontBuilder)"
    r"|^(anyio/pytest_plugin|httpx/_main|flet/testing|flet/cli)"
)
_INFO = re.compile(r"\.dist-info/")
_NO_STDLIB = re.compile(
    r"^(idlelib|turtledemo|turtle\.py|ensurepip|lib2to3|pydoc_data|pydoc\.py|unittest|sqlite3|tkinter"
    r"|curses|dbm|doctest\.py|test|venv|wsgiref|xmlrpc|_pyrepl|cProfile|profile\.py|pdb\.py|bdb\.py"
    r"|pstats\.py|trace\.py|tabnanny\.py|webbrowser\.py|smtplib\.py|imaplib\.py|poplib\.py|ftplib\.py"
    r"|socketserver\.py|antigravity|this\.py|plistlib\.py|mailbox\.py|cmd\.py|code\.py|rlcompleter)"
)
_CLIENT = re.compile(
    r"^(main\.dart\.js|canvaskit/(chromium/)?canvaskit\.(js|wasm)"
    r"|pyodide/pyodide\.(mjs|asm\.mjs|asm\.wasm)"
    r"|assets/(fonts/roboto\.woff2|AssetManifest\.(bin|bin\.json)|shaders/.*"
    r"|packages/(wakelock_plus|flutter_map)/.*))$"
)
"""Of Flet's client what the app asks for; the rest (formulas, other renderers, maps) stays here."""


class MissingPart(Exception):
    """Something that the app is made of is not on this machine; the words name it."""


def client_folder() -> Path:
    """Where the package flet-web keeps the client, with Python for browsers in it."""
    folder = icons.client_folder()
    if not (folder / "pyodide" / "pyodide.asm.wasm").is_file():
        raise MissingPart("flet-web: pyodide")
    return folder


def client_files() -> Iterator[tuple[str, bytes]]:
    """Flet's own files, without the one call to a machine elsewhere that is in them."""
    folder = client_folder()
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and _CLIENT.match(name):
            data = path.read_bytes()
            yield name, _CHANGED.get(name, bytes)(data)
    bootstrap = (folder / "flutter_bootstrap.js").read_text("utf-8")
    # Its service worker only takes ours away again.
    alone = re.sub(r"serviceWorkerSettings: \{.*?\n    \},", "", bootstrap, flags=re.DOTALL)
    yield "flutter_bootstrap.js", alone.encode()
    # Asked for at the start for drawings that nothing here has.
    yield "wasm/rive_native.js", b"globalThis.RiveNative = () => new Promise(() => {});\n"


def _at_home(code: bytes) -> bytes:
    there = rb"https://[\w.]+/npm/@rive-app/[\w.@-]+/"
    changed, count = re.subn(there, b"/hp/", code)
    if count != 1:
        raise MissingPart("main.dart.js")
    return changed


def _put_back_by_us(code: bytes) -> bytes:
    """A memory that was kept is put back by `ready.js`: what is in it, into one of its size."""
    theirs = b"return Module.HEAP8.set(t),"
    if code.count(theirs) != 1:
        raise MissingPart("pyodide.asm.mjs")
    ours = (
        b"return API.config._putBack((size)=>{if(Module.HEAP8.length<size){"
        b"wasmMemory.grow((size-Module.HEAP8.length)/65536);updateMemoryViews()}"
        b"return Module.HEAP8}),"
    )
    return code.replace(theirs, ours)


_CHANGED = {"main.dart.js": _at_home, "pyodide/pyodide.asm.mjs": _put_back_by_us}


def fonts_listed() -> bytes:
    """The faces that Flutter loads at its start: the icons, and its own for what has no other."""
    faces = (("MaterialIcons", "MaterialIcons-Regular.otf"), ("Roboto", "roboto.woff2"))
    listed = [{"family": name, "fonts": [{"asset": f"fonts/{file}"}]} for name, file in faces]
    return json.dumps(listed).encode()


def own_files() -> Iterator[tuple[str, bytes]]:
    """Faces and pictures that the app's screens show."""
    for name in ("Jakarta-Medium.ttf", "Jakarta-Bold.ttf", "Jakarta-ExtraBold.ttf", "Emoji.ttf"):
        path = ASSETS / "fonts" / name
        if not path.is_file():
            raise MissingPart(f"assets/fonts/{name}")
        yield f"fonts/{name}", path.read_bytes()
    for name in ("logo.png", "logo-polos.png", "favicon.png"):
        yield name, (ASSETS / name).read_bytes()
    for name in OWN_SCRIPTS:
        yield name, (STATIC / name).read_bytes()


def words() -> dict[str, Any]:
    """What the page says before Python runs."""
    told = runpy.run_path(str(ROOT / "mobile" / "teks_hp.py"))
    return {name: value for name, value in told.items() if name.isupper()}


def standard_library() -> bytes:
    """Python's own modules without those that no app needs; packed, not compressed."""
    with zipfile.ZipFile(client_folder() / "pyodide" / "python_stdlib.zip") as given:
        return _stored(
            (info.filename, given.read(info))
            for info in given.infolist()
            if not info.is_dir() and not _NO_STDLIB.match(info.filename)
        )


def app_archive(quick_codec: Path | None) -> bytes:
    """The app, what both sides agree on, and the packages; one archive, not compressed.

    The wire's own compression is the better one. ``quick_codec`` is a wheel for the browser's
    Python; without it messages are packed by plain Python.
    """
    return _stored((*_app(), *_packages(quick_codec)))


def _app() -> Iterator[tuple[str, bytes]]:
    for room in ("mobile", "shared"):
        for path in sorted((ROOT / room).rglob("*.py")):
            yield path.relative_to(ROOT).as_posix(), path.read_bytes()
    for path in sorted((ROOT / "mobile" / "web").rglob("*.min.js")):
        yield path.relative_to(ROOT).as_posix(), path.read_bytes()
    for path in sorted((ASSETS / "fonts").glob("*.ttf")):
        if not path.name.startswith("Emoji"):
            yield f"assets/fonts/{path.name}", path.read_bytes()
    for name in ("logo.png", "logo-polos.png"):
        yield f"assets/{name}", (ASSETS / name).read_bytes()


def _packages(quick_codec: Path | None) -> Iterator[tuple[str, bytes]]:
    for package in PACKAGES:
        if package == "msgpack" and quick_codec:
            yield from _in_wheel(quick_codec)
            continue
        try:
            found = importlib.metadata.distribution(package)
        except importlib.metadata.PackageNotFoundError as error:
            raise MissingPart(package) from error
        for file in sorted(found.files or (), key=str):
            name = file.as_posix()
            if _NEVER.search(f"/{name}") or _NEVER.search(name):
                continue
            if _INFO.search(name) and not (package == "flet" and name.endswith("/METADATA")):
                continue
            yield f"__pypackages__/{name}", Path(str(found.locate_file(file))).read_bytes()


def _in_wheel(wheel: Path) -> Iterator[tuple[str, bytes]]:
    with zipfile.ZipFile(wheel) as given:
        for info in given.infolist():
            if info.filename.startswith("msgpack/") and not info.is_dir():
                yield f"__pypackages__/{info.filename}", given.read(info)


def quick_codec(kept: Path) -> Path | None:
    """msgpack for the browser's Python, fetched once by pip; None where there is no network."""
    name = f"msgpack-{QUICK_CODEC}-{RUNTIME[0]}-{RUNTIME[0]}-{RUNTIME[1]}.whl"
    if not _is_codec(kept / name):
        with tempfile.TemporaryDirectory() as folder:
            words = [
                sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-input",
                "--disable-pip-version-check", "--only-binary=:all:", "--platform", RUNTIME[1],
                "--implementation", "cp", "--python-version", "314", "--abi", RUNTIME[0],
                "--dest", folder, f"msgpack=={QUICK_CODEC}",
            ]  # fmt: skip
            done = subprocess.run(words, capture_output=True, check=False)  # noqa: S603
            if done.returncode or not _is_codec(Path(folder) / name):
                return None
            kept.mkdir(parents=True, exist_ok=True)
            (kept / name).write_bytes((Path(folder) / name).read_bytes())
    return kept / name


def _is_codec(wheel: Path) -> bool:
    """The very file that was tested, or none."""
    return wheel.is_file() and sha256(wheel.read_bytes()).hexdigest() == QUICK_CODEC_SHA256


def _stored(files: Iterable[tuple[str, bytes]]) -> bytes:
    """A zip whose bytes depend on nothing but what is in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
        for name, data in files:
            made.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def no_packages() -> bytes:
    """The list of packages that Python may fetch later: none, all are in the archive."""
    listed = json.loads((client_folder() / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    return json.dumps({"info": listed["info"], "packages": {}}).encode()


def face_of_icons() -> bytes:
    """The face of the icons with those that the app or the client itself draws: 2 % of it."""
    return icons.cut(data.decode() for name, data in _app() if name.endswith(".py"))
