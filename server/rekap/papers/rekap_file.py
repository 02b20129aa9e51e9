"""Writes a recap's PDF in a process of its own, so that nobody at the server waits for it.

``python -m server.rekap.papers.rekap_file ORDER`` reads the order, a JSON file, and says how many
photos it has placed; the PDF lies at ``target`` when it ends well.
"""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, overload

from PIL import Image

from server.rekap.papers import rekap_pdf
from server.rekap.papers import rekap_words as words
from server.rekap.papers.rekap_facts import Rekap, Stamp
from shared.codec import decode
from shared.documents.letterhead import office_of
from shared.documents.photo_sheet import Picture
from shared.wilayah import from_json

SIDE = {2: 960, 4: 640}
"""Sharp at 200 dots an inch in its place, a quarter of what the phone sent, quick to decode."""
MANY, SIDE_OF_MANY = 200, 512
"""So many stay at 150 dots an inch: the whole file must fit into memory twice."""
QUALITY = 60

_UNUSED = ("cryptography", "lxml")
"""fpdf2 would load them for encrypted papers and for SVG; they cost 13 MB."""


class Pictures(Sequence[Picture]):
    """The photos of the sheet, opened a page at a time: never all in memory at once."""

    def __init__(self, photos: Sequence[tuple[Path, str]], side: int, told: Callable[[int], None]):
        self._photos = photos
        self._side = side
        self._told = told

    def __len__(self) -> int:
        return len(self._photos)

    @overload
    def __getitem__(self, index: int) -> Picture: ...
    @overload
    def __getitem__(self, index: slice) -> list[Picture]: ...
    def __getitem__(self, index: int | slice) -> Picture | list[Picture]:
        if isinstance(index, int):
            return self._picture(*self._photos[index])
        self._told(index.start or 0)
        return [self._picture(*photo) for photo in self._photos[index]]

    def __iter__(self) -> Iterator[Picture]:
        return (self._picture(*photo) for photo in self._photos)

    def _picture(self, path: Path, caption: str) -> Picture:
        return Picture(_reduced(path, self._side), caption, words.FOTO_HILANG)


def _reduced(path: Path, side: int) -> bytes | None:
    """A smaller JPEG; a broken one is handed on as it is, the paper says so; None when gone."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    try:
        with Image.open(io.BytesIO(data), formats=("JPEG",)) as picture:
            picture.draft("RGB", (side, side))
            shown = picture.convert("RGB")
    except Exception:  # noqa: BLE001 - decoders raise more than they tell, the others are printed
        return data
    shown.thumbnail((side, side), Image.Resampling.LANCZOS)
    out = io.BytesIO()
    shown.save(out, "JPEG", quality=QUALITY)
    return out.getvalue()


def write(order: dict[str, Any], told: Callable[[int], None]) -> None:
    """Carry out one order."""
    wilayah = from_json(order["wilayah"])
    rekap, stamp = decode(Rekap, order["rekap"]), order["stamp"]
    per_page = order["per_page"] or 4
    captions = [words.caption(wilayah, photo) for photo in rekap.photos]
    side = SIDE[per_page] if len(captions) <= MANY else SIDE_OF_MANY
    photos = list(zip(map(Path, order["photos"]), captions, strict=True))
    paper = rekap_pdf.write(
        wilayah,
        rekap,
        office_of(wilayah, order["office"]),
        order["title"],
        made=datetime.fromisoformat(order["made"]),
        asked=tuple(order["asked"]),
        pictures=Pictures(photos, side, told),
        per_page=per_page,
        stamp=decode(Stamp, stamp) if stamp else None,
    )
    # Straight into the file: a second copy of all photos would be the largest thing in memory.
    paper.pdf.output(order["target"])


def main() -> int:
    """One order; others at this machine come first."""
    os.nice(5)
    for name in _UNUSED:
        sys.modules.setdefault(name, None)  # pyright: ignore[reportArgumentType]

    def told(photo: int) -> None:
        sys.stdout.write(f"{photo}\n")
        sys.stdout.flush()

    write(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), told)
    return 0


if __name__ == "__main__":
    sys.exit(main())
