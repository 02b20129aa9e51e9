"""Packs the phone app for browsers, once at set-up: ``python -m server.hp.app.build``.

Each file is named by what is in it and lies there as it is, as brotli and as gzip. What has not
changed since the last time is not packed again; a list names what belongs together.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import brotli
from PIL import Image

from server.hp.app import sources
from server.hp.app.built import (
    BASE,
    CHROMIUM,
    FIRST,
    FOLDER,
    LIST,
    OTHERS,
    SCRIPT,
    Entry,
    Piece,
)
from server.http import icons
from shared.palette import GELAP, TERANG

BEST, QUICK = 11, 5

PIECE = 2 * 1024 * 1024
LARGE = PIECE * 3 // 2
WORTHWHILE = 0.95
NAME_LETTERS = 20
_PACKED_ALREADY = (".png", ".jpg", ".woff2")
CODE = {
    "flutter_bootstrap.js": (b'"mainJsPath":"main.dart.js"', b'"mainJsPath":"%s"', "main.dart.js"),
    "pyodide/pyodide.mjs": (
        b"`${e.indexURL}pyodide.asm.mjs`", b'"%s%%s"' % BASE.encode(), "pyodide/pyodide.asm.mjs"
    ),
}  # fmt: skip
"""Who asks for much code: by which words, by which instead, and for which file."""


def build(folder: Path = FOLDER, quality: int = BEST) -> int:
    """Pack what is new; answers how many bytes the first load has. MissingPart: not all here."""
    files = folder / "files"
    files.mkdir(parents=True, exist_ok=True)
    codec = sources.quick_codec(folder / "wheels")
    made = dict(_parts(codec))
    _naming(made)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        # The largest first, so that no thread is left with it at the end.
        order = sorted(made, key=lambda name: -len(made[name]))
        packing = {name: pool.submit(_pack, files, name, made[name], quality) for name in order}
        sizes = {name: packed.result() for name, packed in packing.items()}
    entries = {
        name: Entry(
            _address(name, data), len(data), sizes[name], _when(name), _pieces(files, name, data)
        )
        for name, data in sorted(made.items())
    }
    entries |= _front(files, entries)
    listed = {"quick": codec is not None, "files": entries}
    _place(folder / LIST, json.dumps(listed, indent=1).encode())
    _place(folder / SCRIPT, (sources.STATIC / SCRIPT).read_bytes())
    _sweep(files, {Path(one.address).name for e in entries.values() for one in (e, *e.pieces)})
    return sum(e.wire for e in entries.values() if e.when in (FIRST, CHROMIUM))


def _parts(codec: Path | None) -> Iterator[tuple[str, bytes]]:
    yield from sources.client_files()
    yield from sources.own_files()
    yield "assets/FontManifest.json", sources.fonts_listed()
    yield icons.FACE, sources.face_of_icons()
    yield "pyodide/python_stdlib.zip", sources.standard_library()
    yield "pyodide/pyodide-lock.json", sources.no_packages()
    yield "app.zip", sources.app_archive(codec)
    yield "manifest.json", _manifest()
    yield from _icons()


def _naming(made: dict[str, bytes]) -> None:
    """The client's and Python's code asked for by its content's address, where it lies.

    A browser keeps what it has compiled beside the file of that very address, else nowhere: then
    it would read eleven megabytes anew at each start. (WebAssembly it finds again by either name.)
    """
    for name, (said, instead, code) in CODE.items():
        if made[name].count(said) != 1:
            raise sources.MissingPart(name)
        address = _address(code, made[code]).removeprefix(BASE)
        made[name] = made[name].replace(said, instead % address.encode())


def _front(files: Path, entries: dict[str, Entry]) -> dict[str, Entry]:
    """The page itself, which names its script by content."""
    words = {k.lower(): v for k, v in sources.words().items() if isinstance(v, str)}
    template = (sources.STATIC / "index.html").read_text("utf-8")
    facts = {
        "words": json.dumps(words, ensure_ascii=False).replace("</", "<\\/"),
        "shell": entries["shell.js"].address,
        "ground": TERANG.surface, "ink": TERANG.on_surface, "soft": TERANG.on_surface_variant,
        "line": TERANG.primary, "rail": TERANG.outline_variant,
        "dark_ground": GELAP.surface, "dark_ink": GELAP.on_surface,
        "dark_soft": GELAP.on_surface_variant, "dark_line": GELAP.primary,
        "dark_rail": GELAP.outline_variant,
        **words,
    }  # fmt: skip
    page = re.sub(r"\$\{(\w+)\}", lambda found: facts[found[1]], template).encode()
    size = _pack(files, "index.html", page)
    return {"index.html": Entry(_address("index.html", page), len(page), size, FIRST)}


def _manifest() -> bytes:
    words = sources.words()
    told = json.loads((sources.STATIC / "manifest.json").read_text("utf-8"))
    icons = [{"src": "icon-192.png", "sizes": "192x192", "type": "image/png"}]
    told["shortcuts"] = [
        {"name": name, "short_name": short, "url": f"{BASE}?buka={kind}", "icons": icons}
        for kind, name, short in words["PINTASAN"]
    ]
    told |= {"description": words["TENTANG"], "background_color": TERANG.surface,
             "theme_color": TERANG.primary}  # fmt: skip
    return json.dumps(told, indent=1, ensure_ascii=False).encode()


def _icons() -> Iterator[tuple[str, bytes]]:
    """For the phone's home screen; the maskable one stands on the house's green."""
    with Image.open(sources.ASSETS / "icon.png") as icon:
        yield "icon.png", _png(icon.convert("RGBA").resize((512, 512)))
        yield "icon-192.png", _png(icon.convert("RGBA").resize((192, 192)))
    with Image.open(sources.ASSETS / "icon_android.png") as mark:
        ground = Image.new("RGBA", (512, 512), TERANG.primary)
        ground.alpha_composite(mark.convert("RGBA").resize((512, 512)))
        yield "icon-maskable.png", _png(ground.convert("RGB"))


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.quantize(128).save(out, "PNG", optimize=True)
    return out.getvalue()


def _when(name: str) -> str:
    if name.startswith("canvaskit/"):
        return CHROMIUM if name.startswith("canvaskit/chromium/") else OTHERS
    return FIRST


def _address(name: str, data: bytes) -> str:
    """``/hp/b/<hash>.js``: the kind stays readable."""
    return f"{BASE}b/{hashlib.sha256(data).hexdigest()[:NAME_LETTERS]}{Path(name).suffix}"


def _pack(files: Path, name: str, data: bytes, quality: int = BEST) -> int:
    """Bytes on the wire of a browser that knows brotli."""
    plain = files / Path(_address(name, data)).name
    if not plain.exists():
        _place(plain, data)
    if plain.suffix in _PACKED_ALREADY:
        return len(data)
    best = plain.with_name(plain.name + ".br")
    if not best.exists():
        _place(best, brotli.compress(data, quality=quality, lgwin=24))
    zipped = plain.with_name(plain.name + ".gz")
    if not zipped.exists():
        _place(zipped, gzip.compress(data, 9, mtime=0))
    return min(best.stat().st_size, len(data))


def _pieces(files: Path, name: str, data: bytes) -> tuple[Piece, ...]:
    """A large file once more in parts, each whole by itself, for a link that breaks in between."""
    if len(data) < LARGE or Path(name).suffix in _PACKED_ALREADY:
        return ()
    parts = [data[at : at + PIECE] for at in range(0, len(data), PIECE)]
    return tuple(
        Piece(_address("p", part), len(part), _pack(files, "p", part, QUICK)) for part in parts
    )


def _place(path: Path, data: bytes) -> None:
    draft = path.with_name(f"{path.name}.{os.getpid()}")
    draft.write_bytes(data)
    draft.replace(path)


def _sweep(files: Path, kept: set[str]) -> None:
    """What no list names any more; phones that still run it have it already."""
    for path in files.iterdir():
        if path.name.removesuffix(".br").removesuffix(".gz") not in kept:
            path.unlink(missing_ok=True)


def main() -> int:
    """Pack; 1 and a sentence when a part is missing. ``--quick``: larger, for trying it out."""
    try:
        size = build(quality=QUICK if "--quick" in sys.argv[1:] else BEST)
    except sources.MissingPart as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{size / 1e6:.2f} MB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
