"""What `checks.gaps` says of a report: the same codes at the form and at the server."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared import checks
from shared.jenis import KODE

KEGIATAN = {
    "id": "0b6d1a52-7b0e-4d57-9d0c-6a1a6a2f3c01", "versi": 1, "kind": "kegiatan",
    "desa": "63.11.01.2013", "jenis": "PATROLI", "mulai": "2026-11-24T20:00:00+08:00",
    "selesai": "2026-11-24T23:00:00+08:00", "tempat": "Poskamling RT 02",
    "personel": [{"anggota": None, "nama": "Rudi (contoh)"}], "jumlah_personel": 4,
    "pihak_lain": ["Babinsa"], "uraian": "Patroli keliling desa.", "hasil": "Aman",
    "foto": [{"sha256": "a" * 64, "size": 1000, "lebar": 1280, "tinggi": 960,
              "diambil": "2026-11-24T20:10:00+08:00", "lokasi": None, "keterangan": "",
              "sensitif": False}],
    "kejadian": None, "pelapor": {"nama": "Ida (contoh)", "jabatan": "Kasi Pemerintahan"},
    "ditulis": "2026-11-24T23:05:00+08:00", "clock_offset_s": 1.4, "ditarik": None,
}  # fmt: skip
KEJADIAN = KEGIATAN | {
    "kind": "kejadian", "jenis": "KEBAKARAN",
    "kejadian": {"jenis": "Kebakaran rumah", "waktu": "2026-11-24T19:40:00+08:00", "rumah": 1,
                 "dihubungi": ["BPBD/TRC"]},
}  # fmt: skip
NIHIL = {name: KEGIATAN[name] for name in ("id", "versi", "desa", "pelapor", "ditulis")} | {
    "kind": "nihil",
    "periode": "2026-11",
}


def codes(message: object) -> set[tuple[str, str]]:
    return {(gap.field, gap.code) for gap in checks.gaps(message)}


@pytest.mark.parametrize("message", [KEGIATAN, KEJADIAN, NIHIL])
def test_a_complete_report_of_each_kind_has_no_gap(message):
    assert codes(message) == set()


def test_unknown_fields_are_ignored():
    assert codes(KEGIATAN | {"warna": "hijau"}) == set()


FAULTS = [
    ({"id": "bukan-uuid"}, "id", "unknown_value"),
    ({"versi": 0}, "versi", "out_of_range"),
    ({"versi": 1.5}, "versi", "not_a_number"),
    ({"versi": True}, "versi", "bad_type"),
    ({"kind": "rapat"}, "kind", "unknown_value"),
    ({"jenis": "TERBANG"}, "jenis", "unknown_value"),
    ({"jenis": None}, "jenis", "required"),
    ({"mulai": None}, "mulai", "required"),
    ({"mulai": "2026-11-24 20:00"}, "mulai", "bad_time"),
    ({"mulai": "2026-11-24T20:00:00"}, "mulai", "bad_time"),
    ({"mulai": "2026-02-30T20:00:00+08:00"}, "mulai", "bad_time"),
    ({"selesai": "2026-11-24T19:00:00+08:00"}, "selesai", "end_before_start"),
    ({"tempat": "   "}, "tempat", "required"),
    ({"tempat": "x" * 201}, "tempat", "too_long"),
    ({"uraian": "x" * 4001}, "uraian", "too_long"),
    ({"uraian": "a\x00b"}, "uraian", "bad_text"),
    ({"uraian": "a\ud800b"}, "uraian", "bad_text"),
    ({"uraian": 7}, "uraian", "bad_type"),
    ({"jenis": "LAIN", "uraian": "singkat"}, "uraian", "too_short"),
    ({"jumlah_personel": "tiga"}, "jumlah_personel", "not_a_number"),
    ({"jumlah_personel": 100_001}, "jumlah_personel", "out_of_range"),
    ({"pihak_lain": "Babinsa"}, "pihak_lain", "bad_type"),
    ({"pihak_lain": ["Babinsa", 3]}, "pihak_lain.1", "bad_type"),
    ({"personel": [{"nama": "Rudi"}, {}]}, "personel.1.nama", "required"),
    ({"lokasi": {"lintang": -91, "bujur": 0}}, "lokasi.lintang", "out_of_range"),
    ({"lokasi": {"lintang": 0, "bujur": 0, "akurasi_m": -1}}, "lokasi.akurasi_m", "out_of_range"),
    ({"lokasi": {"lintang": 0, "bujur": 0, "sumber": "bintang"}}, "lokasi.sumber",
     "unknown_value"),
    ({"foto": KEGIATAN["foto"] * 2}, "foto.1.sha256", "duplicate"),
    ({"foto": KEGIATAN["foto"] * 6}, "foto", "too_many"),
    ({"foto": [{"sha256": "A" * 64, "size": 1}]}, "foto.0.sha256", "unknown_value"),
    ({"pelapor": {}}, "pelapor.nama", "required"),
    ({"pelapor": None}, "pelapor", "required"),
    ({"ditulis": None}, "ditulis", "required"),
    ({"periode": "2026-11"}, "periode", "unknown_value"),
    ({"kejadian": {"jenis": "Banjir"}}, "kejadian", "unknown_value"),
    ({"clock_offset_s": float("inf")}, "clock_offset_s", "out_of_range"),
    ({"ditarik": {"alasan": "salah desa"}}, "ditarik.waktu", "required"),
]  # fmt: skip


@pytest.mark.parametrize(("change", "field", "code"), FAULTS)
def test_each_fault_of_a_kegiatan_is_named_at_its_field(change, field, code):
    assert (field, code) in codes(KEGIATAN | change)


def test_all_faults_are_named_and_not_only_the_first():
    found = codes(KEGIATAN | {"tempat": "", "uraian": "", "mulai": "besok"})
    assert {("tempat", "required"), ("uraian", "required"), ("mulai", "bad_time")} <= found


def test_a_kejadian_needs_what_happened_and_when():
    assert codes(KEJADIAN | {"kejadian": None}) == {("kejadian", "required")}
    assert codes(KEJADIAN | {"kejadian": {}}) == {
        ("kejadian.jenis", "required"), ("kejadian.waktu", "required")}  # fmt: skip


def test_victims_are_counts():
    wrong = KEJADIAN["kejadian"] | {"luka": "dua", "rumah": -1}
    assert codes(KEJADIAN | {"kejadian": wrong}) == {
        ("kejadian.luka", "not_a_number"), ("kejadian.rumah", "out_of_range")}  # fmt: skip


def test_a_nihil_names_its_month_and_nothing_else():
    assert codes(NIHIL | {"periode": "2026-13"}) == {("periode", "bad_time")}
    assert codes(NIHIL | {"uraian": "ada", "foto": KEGIATAN["foto"]}) == {
        ("uraian", "unknown_value"), ("foto", "unknown_value")}  # fmt: skip
    empty = {"jenis": None, "tempat": "", "foto": [], "jumlah_personel": 0, "kejadian": None}
    assert codes(NIHIL | empty) == set()


def test_lengths_are_counted_in_code_points():
    assert codes(KEGIATAN | {"tempat": "🌾" * 200}) == set()


def test_every_jenis_of_the_list_is_accepted():
    assert len(KODE) == 18
    for kode in KODE:
        assert codes(KEGIATAN | {"jenis": kode}) == set()


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(sorted(KEJADIAN)), json_values))
def test_no_json_value_makes_the_checks_fail(change):
    checks.gaps(KEJADIAN | change)
    checks.gaps(NIHIL | change)
    checks.gaps(change)


@given(json_values)
def test_what_is_no_object_is_refused(value):
    if not isinstance(value, dict):
        assert codes(value) == {("", "bad_type")}
