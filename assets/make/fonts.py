"""Makes the faces in ``assets/fonts``: fetched as packages, cut to static weights, reduced.

Run by ``make setup``. It does nothing while the faces there were made by this very file from
these very sources. Flutter takes one file a family, so each weight becomes a family of its own.
"""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable
from fontTools.varLib import instancer

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources.txt"
OUT = HERE.parent / "fonts"
STAMP = OUT / ".made"

LATIN = (
    *range(0x0020, 0x0180),  # Latin as Indonesian, Banjar and names of elsewhere need it
    *range(0x2000, 0x2070),  # dashes, quotes, ellipsis
    *range(0x20A0, 0x20C0),
    *range(0x2100, 0x2150),
    *range(0x2190, 0x2200),  # arrows
    *range(0x2200, 0x2300),
    *range(0x25A0, 0x2600),
)
EMOJI = (0x200D, *range(0x203C, 0x3300), 0xFE0F, *range(0x1F000, 0x20000))
EMOJI_ALIAS = {0x2713: 0x2714, 0x2717: 0x2716}
"""The thin tick and cross, which people paste and the face lacks, drawn as the heavy ones."""


@dataclass(frozen=True)
class Face:
    """One file to make: its family, where it comes from, and its weight if that one varies."""

    file: str
    family: str
    source: str
    weight: int | None = None
    letters: tuple[int, ...] = LATIN


JAKARTA = "fontpkg_plus_jakarta_sans/files/PlusJakartaSans[wght].ttf"
TERMES = "rinoh_typeface_texgyretermes/texgyretermes-"

FACES = (
    Face("Jakarta-Medium.ttf", "Jakarta", JAKARTA, 500),
    Face("Jakarta-Bold.ttf", "Jakarta Bold", JAKARTA, 700),
    Face("Jakarta-ExtraBold.ttf", "Jakarta ExtraBold", JAKARTA, 800),
    Face("Emoji.ttf", "Emoji", "manimgx_fonts/NotoEmoji[wght].ttf", 500, EMOJI),
    # The licence of TeX Gyre Termes asks that what is derived from it bears another name.
    Face("Naskah-Regular.ttf", "Naskah", TERMES + "regular.otf"),
    Face("Naskah-Bold.ttf", "Naskah Bold", TERMES + "bold.otf"),
    Face("Naskah-Italic.ttf", "Naskah Italic", TERMES + "italic.otf"),
)

LICENCES = {
    "LICENCE-Jakarta.txt": "fontpkg_plus_jakarta_sans/LICENSE",
    "LICENCE-Emoji.txt": "manimgx_fonts-2026.9.26.post1.dist-info/licenses/LICENSE",
    "LICENCE-Naskah.txt": "rinoh_typeface_texgyretermes/GUST-FONT-LICENSE.txt",
}


def main() -> None:
    """Make all faces, unless they are there already."""
    mark = fingerprint()
    if is_made(mark):
        return
    OUT.mkdir(exist_ok=True)
    STAMP.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        unpacked = fetch(Path(folder))
        for face in FACES:
            make(face, unpacked)
        for name, source in LICENCES.items():
            shutil.copyfile(unpacked / source, OUT / name)
    STAMP.write_text(mark)


def fingerprint() -> str:
    """What the faces depend on: this file and the pinned sources."""
    return hashlib.sha256(Path(__file__).read_bytes() + SOURCES.read_bytes()).hexdigest()


def is_made(mark: str) -> bool:
    """Whether every file stands there, made from what this file now says."""
    files = [OUT / face.file for face in FACES] + [OUT / name for name in LICENCES]
    return all(file.is_file() for file in files) and STAMP.is_file() and STAMP.read_text() == mark


def fetch(folder: Path) -> Path:
    """Download the pinned packages without installing them, and unpack them."""
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", "download"]
    wanted = ["--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", str(SOURCES)]
    done = subprocess.run([*pip, *wanted, "-d", str(folder)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"The faces could not be fetched (is there a network?):\n{done.stderr}")
    for wheel in folder.glob("*.whl"):
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(folder / "unpacked")
    return folder / "unpacked"


def make(face: Face, unpacked: Path) -> None:
    """Cut, reduce, rename and write one face."""
    font = TTFont(unpacked / face.source)
    if face.weight is not None:
        font = instancer.instantiateVariableFont(font, {"wght": face.weight})
    reduce(font, face.letters)
    if "CFF " in font:
        as_truetype(font)
    rename(font, face)
    if face.letters is EMOJI:
        add_aliases(font)
    font.save(OUT / face.file)


def reduce(font: TTFont, letters: tuple[int, ...]) -> None:
    """Keep only the letters asked for; emoji give up their ligatures, which weigh 90 kB."""
    options = subset.Options(hinting=False, desubroutinize=True, notdef_outline=True)
    if letters is EMOJI:
        options.layout_features = []
    options.drop_tables += ["STAT", "DSIG"]
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=letters)
    subsetter.subset(font)


def as_truetype(font: TTFont) -> None:
    """Replace cubic outlines by quadratic ones: the PDF writer embeds only those as a subset."""
    glyphs = font.getGlyphSet()
    order = font.getGlyphOrder()
    outlines = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, max_err=1.0, reverse_direction=True))
        outlines[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, outlines
    for name in order:
        outlines[name].recalcBounds(glyf)
        width, _ = font["hmtx"][name]
        font["hmtx"][name] = (width, getattr(outlines[name], "xMin", 0))
    fill_maxp(font)
    for table in ("CFF ", "VORG"):
        if table in font:
            del font[table]
    font["post"].formatType = 3.0
    font.sfntVersion = "\x00\x01\x00\x00"


def fill_maxp(font: TTFont) -> None:
    """Give a TrueType font the longer table of limits that it must have."""
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    maxp.maxZones = 1
    for limit in (
        "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements",
        "SizeOfInstructions", "ComponentElements",
    ):  # fmt: skip
        setattr(maxp, f"max{limit}", 0)
    maxp.recalc(font)


def rename(font: TTFont, face: Face) -> None:
    """Name the font by its family; its copyright and licence lines stay."""
    names = font["name"]
    for record in list(names.names):
        if record.nameID in (3, 16, 17, 21, 22, 25):
            names.removeNames(nameID=record.nameID)
    postscript = face.family.replace(" ", "")
    for number, text in {1: face.family, 2: "Regular", 4: face.family, 6: postscript}.items():
        names.setName(text, number, 3, 1, 0x409)


def add_aliases(font: TTFont) -> None:
    """Let a few lacking signs show the nearest one."""
    for table in font["cmap"].tables:
        for alias, code in EMOJI_ALIAS.items():
            if code in table.cmap:
                table.cmap.setdefault(alias, table.cmap[code])


if __name__ == "__main__":
    main()
