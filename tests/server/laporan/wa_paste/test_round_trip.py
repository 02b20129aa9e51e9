"""The text that the phone makes of a report is read back as that report."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from server.laporan.wa_paste.parse import parse
from shared.clock import WITA, format_time, parse_time
from shared.documents.wa_text import wa_text
from shared.jenis import KODE
from shared.laporan import Laporan, Pelapor, Personel, RincianKejadian
from shared.wilayah import DESA
from tests.cast import flood, nihil, patrol
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
        desa=draw(st.sampled_from(DESA)).kode,
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
    read = parse(wa_text(laporan, "JUAI-2026-11-0042"), NOW)
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
    read = parse(wa_text(flood(kejadian=detail)), NOW)
    assert read.value("kind") == "kejadian" and read.value("kejadian") == "Banjir"
    for name in ("meninggal", "luka", "mengungsi_kk", "mengungsi_jiwa", "rumah"):
        assert (read.value(name) or 0) == getattr(detail, name), name
    assert read.value("dihubungi") == detail.dihubungi


@given(st.integers(1, 12))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_a_nihil_comes_back(month: int):
    laporan = nihil(periode=f"2026-{month:02d}")
    read = parse(wa_text(laporan), NOW)
    assert (read.value("kind"), read.value("periode")) == ("nihil", laporan.periode)
    assert read.value("desa") == laporan.desa


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None, derandomize=True)
def test_any_text_at_all_can_be_read(text: str):
    parse(text, NOW)
