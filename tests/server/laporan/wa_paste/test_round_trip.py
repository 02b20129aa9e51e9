"""The text that the phone makes of a report is read back as that report."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.laporan.wa_paste.parse import parse, parse_all
from shared.clock import WITA, format_time, parse_time
from shared.documents.wa_text import wa_text
from shared.jenis import KODE
from shared.laporan import Ditarik, Laporan, Pelapor, Personel, RincianKejadian
from tests.cast import JUAI, flood, nihil, patrol
from tests.server.laporan.wa_paste.samples import NOW

NAMES = st.sampled_from(["Amat (contoh)", "Udin (contoh)", "Siti (contoh)", "H. Kursani (contoh)"])
PLACES = st.sampled_from(["Poskamling RT 02", "Balai desa", "Jalan poros RT 05", "Kebun karet"])
TEXTS = st.sampled_from(
    ["Keadaan aman.", "Ronda keliling kampung, tidak ada hal menonjol.", "Air mulai surut."]
)
MOMENTS = st.datetimes(datetime(2026, 10, 1), datetime(2026, 11, 27)).map(  # noqa: DTZ001
    lambda at: at.replace(second=0, microsecond=0, tzinfo=WITA)
)


@st.composite
def activities(draw: st.DrawFn) -> Laporan:
    start = draw(MOMENTS)
    names = tuple(Personel(name) for name in draw(st.lists(NAMES, max_size=4, unique=True)))
    hours = draw(st.none() | st.integers(1, 23))
    return patrol(
        desa=draw(st.sampled_from(JUAI.desa)).kode,
        jenis=draw(st.sampled_from(sorted(KODE))),
        mulai=format_time(start),
        selesai=format_time(start + timedelta(hours=hours)) if hours else None,
        tempat=draw(PLACES),
        personel=names,
        jumlah_personel=len(names),
        pihak_lain=(),
        uraian=draw(TEXTS),
        hasil=draw(TEXTS | st.just("")),
        kendala=draw(st.just("Senter kurang") | st.just("")),
        pelapor=draw(st.builds(Pelapor, NAMES, st.sampled_from(["Kasi Pemerintahan", "Kades"]))),
    )


@given(activities())
@settings(max_examples=150, deadline=None, derandomize=True)
def test_an_activity_comes_back_whole(laporan: Laporan):
    read = parse(JUAI, wa_text(JUAI, laporan, "JUAI-2026-11-0042"), NOW)
    assert read["kind"].found and read.value("kind") == "kegiatan"
    assert read.value("desa") == laporan.desa and read["desa"].found
    assert read.value("jenis") == laporan.jenis and read["jenis"].found
    start = parse_time(laporan.mulai or "")
    assert read.value("mulai") == start
    assert read["mulai"].found == (start.hour >= 3)  # small hours are looked at by somebody
    end = read.value("selesai")
    assert end == (parse_time(laporan.selesai) if laporan.selesai else None)
    for name in ("tempat", "uraian", "hasil", "kendala"):
        assert (read.value(name) or "") == getattr(laporan, name)
    assert (read.value("personel") or ()) == tuple(one.nama for one in laporan.personel)
    assert (read.value("jumlah_personel") or 0) == laporan.jumlah_personel
    assert (read.value("pelapor"), read.value("jabatan")) == (
        laporan.pelapor.nama, laporan.pelapor.jabatan,
    )  # fmt: skip


COUNTS = st.integers(0, 200)


@given(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS)
@settings(max_examples=60, deadline=None, derandomize=True)
def test_an_incidents_counts_come_back(dead: int, hurt: int, kk: int, souls: int, houses: int):
    detail = RincianKejadian(
        jenis="Banjir", waktu="2026-11-24T20:30:00+08:00", meninggal=dead, luka=hurt,
        mengungsi_kk=kk, mengungsi_jiwa=souls, rumah=houses, dihubungi=("BPBD/TRC", "Polsek"),
    )  # fmt: skip
    read = parse(JUAI, wa_text(JUAI, flood(kejadian=detail)), NOW)
    assert read.value("kind") == "kejadian" and read.value("kejadian") == "Banjir"
    for name in ("meninggal", "luka", "mengungsi_kk", "mengungsi_jiwa", "rumah"):
        assert (read.value(name) or 0) == getattr(detail, name), name
    assert read.value("dihubungi") == detail.dihubungi


@given(st.integers(1, 12))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_a_nihil_comes_back(month: int):
    laporan = nihil(periode=f"2026-{month:02d}")
    read = parse(JUAI, wa_text(JUAI, laporan), NOW)
    assert (read.value("kind"), read.value("periode")) == ("nihil", laporan.periode)
    assert read.value("desa") == laporan.desa


HARD = (
    "1. Keliling RT 01.\n2. Kembali ke pos.\n\nHasil: tidak ada tamu.",
    "Catatan : senter _rusak_ dan *diganti* – lihat foto",
    "Demikian dilaporkan, terima kasih.\nPukul: 21.00 kembali",
    "*Hasil:* ditulis tangan",
    "Kejadian : nihil\nDanru : Udin (contoh)",
)
"""Words that look like parts of a form; the phone's own frame keeps them whole."""
CREW = (
    "Ahmad Basuki (contoh), S.Sos., M.AP", "H. Jahrani (contoh)", "M. Ridwan (contoh), S.Pd",
    "Nur'aini (contoh)", "Amat (contoh)",
)  # fmt: skip


@given(
    st.sampled_from(HARD), st.sampled_from(HARD),
    st.lists(st.sampled_from(CREW), min_size=1, max_size=4, unique=True), st.integers(1, 60),
)  # fmt: skip
@settings(max_examples=150, deadline=None, derandomize=True)
def test_the_phones_own_text_gives_the_same_words_whatever_they_look_like(
    told: str, trouble: str, names: list[str], hours: int
):
    start = datetime(2026, 11, 20, 20, 0, tzinfo=WITA)
    laporan = patrol(
        mulai=format_time(start), selesai=format_time(start + timedelta(hours=hours)),
        personel=tuple(Personel(name) for name in names), jumlah_personel=len(names) + 2,
        pihak_lain=("Babinsa", "Karang Taruna"), dasar="SPT 12/2026", uraian=told, kendala=trouble,
        pelapor=Pelapor("Siti (contoh), S.Sos., M.AP", "Kasi Pemerintahan, Desa Lalayau"),
    )  # fmt: skip
    (read,) = parse_all(JUAI, wa_text(JUAI, laporan, "JUAI-2026-11-0042"), NOW)
    assert {name for name, field in read.fields.items() if field.unsure} == set()
    assert (read.value("uraian"), read.value("kendala")) == (told, trouble)
    assert read.value("personel") == tuple(names)
    assert read.value("jumlah_personel") == len(names) + 2
    assert read.value("selesai") == parse_time(laporan.selesai or "")
    assert read.value("pihak_lain") == laporan.pihak_lain
    assert (read.value("dasar"), read.value("tempat")) == (laporan.dasar, laporan.tempat)
    assert read.value("pelapor") == laporan.pelapor.nama
    assert read.value("jabatan") == laporan.pelapor.jabatan


def test_the_phones_text_in_a_chat_is_known_by_its_frame():
    text = wa_text(JUAI, patrol(uraian="Satu.\n\nDua."))
    for head in ("[21.14, 24/11/2026] Bu Ida (contoh): ", "24/11/26 21.14 - Bu Ida (contoh): "):
        read, other = parse_all(JUAI, f"{head}{text}\n{head}{wa_text(JUAI, flood())}", NOW)
        assert read.value("uraian") == "Satu.\n\nDua." and read["uraian"].found
        assert (other.value("kind"), other.value("rumah")) == ("kejadian", 3)


@pytest.mark.parametrize("salam", ["Assalamualaikum", "Selamat pagi", "Salam sehat, Bapak/Ibu"])
def test_whichever_greeting_the_office_has_chosen_the_phones_text_is_known(salam: str):
    text = wa_text(JUAI, patrol(uraian="Satu.\n\n*Tempat:* dua."), salam=salam)
    assert parse(JUAI, text, NOW).value("uraian") == "Satu.\n\n*Tempat:* dua."


def test_an_own_text_that_somebody_changed_is_read_like_any_other():
    text = wa_text(JUAI, patrol()).replace("*Pukul:* 20.00 s.d. 23.00 WITA", "*Pukul:* jam 8")
    assert parse(JUAI, text, NOW)["mulai"].unsure


def test_a_report_that_was_withdrawn_is_certain_of_nothing():
    gone = patrol(ditarik=Ditarik("salah desa", "2026-11-25T08:00:00+08:00"))
    read = parse(JUAI, wa_text(JUAI, gone), NOW)
    assert [name for name, field in read.fields.items() if field.found] == []


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_at_all_can_be_read(text: str):
    parse(JUAI, text, NOW)
