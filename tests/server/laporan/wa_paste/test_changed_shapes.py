"""The same report in another dress: whatever is done to the text, nothing wrong becomes certain."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from server.laporan.wa_paste.parse import Pasted, parse_all
from shared.clock import WITA
from tests.cast import JUAI
from tests.server.laporan.wa_paste.samples import NOW, words

NAMES = (
    "Amat Contoh", "H. Jahrani Contoh", "M. Ridwan Contoh", "Ahmad Basuki Contoh, S.Sos., M.AP",
    "Nur'aini Contoh", "Hj. Siti Contoh, S.Pd", "Jumadi",
)  # fmt: skip
PLACES = ("Poskamling RT 02", "Balai desa", "Simpang tiga RT 05", "Lapangan voli")
DONE = {
    "Ronda malam": "PATROLI", "Patroli malam": "PATROLI", "Gotong royong": "SOSIAL",
    "Pengamanan pengajian": "PAM_GIAT", "Jaga posko": "JAGA_POS", "Sosialisasi": "PENYULUHAN",
}  # fmt: skip
TEXTS = ("Aman terkendali", "Keliling RT 01 sampai RT 04, tidak ada hal menonjol.", "Lancar")
SIGNS = ("", "*", "_", "👮🏻‍♂️ ", "➡️", "📍 ", "- ", "• ", "✅", "▪️ ")
SEPARATORS = (" : ", ":", ": ", "\u00a0:\u00a0", " = ", "  :   ")
ENDS = ("\n", "\r\n", "\r", "\u2028")
HEADS = (
    "", "[21.14, 27/11/2026] Pak Rudi Contoh: ", "27/11/26 21.14 - Pak Rudi Contoh: ",
    "[27/11/26 21.14.05] Pak Rudi Contoh: ", "11/27/26, 9:14\u202fPM - Pak Rudi Contoh: ",
    "[11/27/26, 9:14:05\u202fPM] ~\u00a0Pak Rudi Contoh: ", "\u200e[21.14 WITA, 27/11/2026] Rudi: ",
)  # fmt: skip
LABELS = {
    "tanggal": ("Hari/Tanggal", "Hari, tanggal", "Hari / Tgl", "Tanggal"),
    "pukul": ("Pukul", "Jam", "Pkl"),
    "tempat": ("Tempat", "Lokasi", "Tempat / Lokasi"),
    "kegiatan": ("Kegiatan", "Giat", "Jenis kegiatan"),
    "personel": ("Personil", "Petugas", "Nama petugas", "Personel yang terlibat"),
    "uraian": ("Uraian", "Keterangan", "Ket"),
    "hasil": ("Hasil", "Situasi"),
}


@st.composite
def dressed(draw: st.DrawFn) -> tuple[str, dict[str, Any]]:
    """A text, and what it says."""
    day = draw(st.integers(1, 27))
    begin, length = draw(st.integers(6, 23)), draw(st.integers(1, 5))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True))
    done = draw(st.sampled_from(sorted(DONE)))
    desa = draw(st.sampled_from(JUAI.desa))
    start = NOW.replace(day=day, hour=begin, minute=30)
    truth: dict[str, Any] = {
        "kind": "kegiatan", "desa": desa.nama, "jenis": DONE[done],
        "mulai": words("mulai", start),
        "tempat": draw(st.sampled_from(PLACES)), "personel": ", ".join(names),
        "jumlah_personel": str(len(names)), "uraian": draw(st.sampled_from(TEXTS)),
        "hasil": "Kondusif", "pelapor": "Ida Contoh", "jabatan": "Kasi Pemerintahan",
    }  # fmt: skip
    end = (begin + length) % 24
    rows = {
        "tanggal": f"{day:02d}-11-2026", "pukul": f"{begin:02d}.30 - {end:02d}.30 Wita",
        "tempat": truth["tempat"], "kegiatan": done, "personel": _listed(draw, names),
        "uraian": truth["uraian"], "hasil": "Kondusif",
    }  # fmt: skip
    text = _text(draw, rows, f"LAPORAN KEGIATAN LINMAS DESA {desa.nama}")
    return text, truth


def _listed(draw: st.DrawFn, names: Sequence[str]) -> str:
    how = draw(st.sampled_from(["commas", "numbers", "dots", "lines"]))
    if how == "commas":
        return ", ".join(names)
    marks = {"numbers": "{n}. ", "dots": "{n}) ", "lines": ""}[how]
    rows = [marks.format(n=n) + name for n, name in enumerate(names, 1)]
    return "\n" + "\n".join(rows)


def _text(draw: st.DrawFn, rows: dict[str, str], title: str) -> str:
    order = draw(st.permutations(sorted(rows)))
    sign, gap = draw(st.sampled_from(SIGNS)), draw(st.sampled_from(["", "\n"]))
    by = draw(st.sampled_from(SEPARATORS))
    lines = [title]
    for key in order:
        label = draw(st.sampled_from(LABELS[key]))
        lines.append(f"{gap}{sign}{label}{by}{rows[key]}")
    lines += ["", "Demikian dilaporkan.", "Pelapor: Ida Contoh, Kasi Pemerintahan"]
    text = "\n".join(lines)
    change = draw(st.sampled_from([str, str, str.upper, _narrow, _media]))
    text = draw(st.sampled_from(HEADS)) + change(text)
    return text.replace("\n", draw(st.sampled_from(ENDS)))


def _narrow(text: str) -> str:
    """Blanks that do not break, and signs that nobody sees."""
    return text.replace(" ", "\u00a0").replace("a", "a\u200b").replace("Tempat", "Tem\u00adpat")


def _media(text: str) -> str:
    return f"{text}\n<Media tidak disertakan>"


def wrong_and_certain(read: Pasted, truth: dict[str, Any]) -> dict[str, Any]:
    """Compared without regard to capitals, for those may have been changed."""
    return {
        name: field.value
        for name, field in read.fields.items()
        if field.found
        and name != "selesai"
        and " ".join(words(name, field.value).split()).casefold().rstrip(".")
        != str(truth.get(name, "")).casefold().rstrip(".")
    }


@given(dressed())
@settings(max_examples=400, deadline=None, derandomize=True)
def test_another_dress_makes_nothing_wrong_certain(one: tuple[str, dict[str, Any]]):
    text, truth = one
    (read,) = parse_all(JUAI, text, NOW)
    assert wrong_and_certain(read, truth) == {}
    found = [name for name in truth if read[name].found]
    assert len(found) >= len(truth) - 4, [name for name in truth if name not in found]


@given(dressed(), dressed())
@settings(max_examples=100, deadline=None, derandomize=True)
def test_two_reports_in_one_chat_do_not_mix(
    one: tuple[str, dict[str, Any]], other: tuple[str, dict[str, Any]]
):
    head = "27/11/26 21.{n} - {who} Contoh: "
    parts = [
        head.format(n=10 + n, who=who) + text.split("Contoh: ", 1)[-1]
        for n, (who, text) in enumerate((("Ida", one[0]), ("Rudi", other[0])))
    ]
    found = parse_all(JUAI, "\n".join(parts), NOW)
    assert len(found) == 2
    for read, (_, truth) in zip(found, (one, other), strict=True):
        assert wrong_and_certain(read, truth) == {}


def test_a_line_that_is_cut_anywhere_makes_nothing_wrong_certain():
    text = (
        "LAPORAN RONDA LINMAS DESA LALAYAU\nHari/Tanggal : Selasa, 24 November 2026\n"
        "Pukul : 20.00 - 23.00 Wita\nTempat : Poskamling RT 02\nKegiatan : Ronda malam\n"
        "Personil : Amat Contoh, Udin Contoh\nKet : aman"
    )
    whole = parse_all(JUAI, text, NOW)[0]
    moments = {whole.value("mulai"), whole.value("selesai")}
    for size in range(len(text)):
        for read in parse_all(JUAI, text[:size], NOW):
            for name in ("mulai", "selesai"):
                if read[name].found:
                    assert read.value(name).astimezone(WITA) in moments, text[:size]
