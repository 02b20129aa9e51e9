"""Messages survive the way to JSON and back."""

import json

from hypothesis import given
from hypothesis import strategies as st

from shared import checks, codec
from shared.laporan import Ditarik, Foto, Laporan, Lokasi, Pelapor, Personel, RincianKejadian
from tests.shared.test_checks import KEGIATAN, KEJADIAN, NIHIL

text = st.text(max_size=20)
lokasi = st.builds(
    Lokasi,
    lintang=st.floats(-90, 90),
    bujur=st.floats(-180, 180),
    akurasi_m=st.none() | st.floats(0, 1e4),
    sumber=st.sampled_from(["gps", "foto", "manual"]),
)
laporan = st.builds(
    Laporan,
    id=st.uuids().map(str),
    versi=st.integers(1, 99),
    kind=st.sampled_from(["kegiatan", "kejadian", "nihil"]),
    desa=text,
    pelapor=st.builds(Pelapor, text, text),
    tempat=text,
    lokasi=st.none() | lokasi,
    personel=st.lists(st.builds(Personel, text, st.none() | text), max_size=3).map(tuple),
    pihak_lain=st.lists(text, max_size=3).map(tuple),
    foto=st.lists(
        st.builds(
            Foto,
            sha256=text,
            size=st.integers(),
            lebar=st.integers(),
            tinggi=st.integers(),
            lokasi=st.none() | lokasi,
        ),
        max_size=2,
    ).map(tuple),
    kejadian=st.none() | st.builds(RincianKejadian, jenis=text, luka=st.integers(0, 9)),
    clock_offset_s=st.none() | st.floats(-1e6, 1e6),
    ditarik=st.none() | st.builds(Ditarik, text, text),
)


@given(laporan)
def test_a_report_comes_back_as_it_went(value):
    assert codec.decode_laporan(json.loads(json.dumps(codec.encode(value)))) == value


def test_the_messages_of_the_protocol_page_decode_and_encode_to_themselves():
    for message in (KEGIATAN, KEJADIAN, NIHIL):
        again = codec.encode(codec.decode_laporan(message))
        assert {name: again[name] for name in message if name != "kejadian"} == {
            name: value for name, value in message.items() if name != "kejadian"
        }
        assert checks.gaps(again) == []


def test_spelling_out_a_default_does_not_change_the_content():
    spelled = KEGIATAN | {"kendala": "", "lokasi": None, "unbekannt": 1}
    assert codec.canonical(spelled) == codec.canonical(KEGIATAN)
    assert codec.canonical(KEGIATAN | {"hasil": "Ramai"}) != codec.canonical(KEGIATAN)
