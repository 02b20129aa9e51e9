"""Whatever a person can enter comes back unchanged, byte for byte."""

from __future__ import annotations

import string
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mobile.domain.record import Act, Note, Record
from mobile.ports import Memory, SyncState
from mobile.store.filing import document, record_of
from mobile.store.reports import FileLaporan
from mobile.store.sealed import Sealed, payload_of, seal, unseal
from mobile.store.state import FileState
from shared.laporan import Foto, Laporan, Lokasi, Pelapor, Personel, RincianKejadian
from shared.protocol import Gap
from shared.status import PhoneState

words = st.text(max_size=60)
"""Emoji, quotes, NUL and lone surrogates too: nothing that is typed may stop a save."""

shas = st.text(string.hexdigits.lower(), min_size=64, max_size=64)
numbers = st.integers(0, 10**6)
floats = st.floats(-180, 180)
maybe_words = st.none() | words

lokasi = st.builds(Lokasi, floats, floats, st.none() | st.floats(0, 10_000), words)
foto = st.builds(
    Foto, shas, numbers, numbers, numbers, maybe_words, st.none() | lokasi, words, st.booleans()
)
rincian = st.builds(
    RincianKejadian, words, maybe_words, numbers, numbers, numbers, numbers, numbers, words, words,
    st.lists(words, max_size=3).map(tuple), words,
)  # fmt: skip
laporan = st.builds(
    Laporan,
    id=st.uuids().map(str),
    versi=st.integers(1, 10**6),
    kind=st.sampled_from(["kegiatan", "kejadian", "nihil"]),
    desa=words,
    pelapor=st.builds(Pelapor, words, words),
    jenis=maybe_words,
    mulai=maybe_words,
    tempat=words,
    lokasi=st.none() | lokasi,
    personel=st.lists(st.builds(Personel, words, maybe_words), max_size=3).map(tuple),
    jumlah_personel=numbers,
    pihak_lain=st.lists(words, max_size=3).map(tuple),
    uraian=words,
    foto=st.lists(foto, max_size=2).map(tuple),
    kejadian=st.none() | rincian,
    clock_offset_s=st.none() | floats,
)
records = st.builds(
    Record,
    id=st.uuids().map(str),
    draft=laporan,
    sent=st.none() | laporan,
    sent_state=st.sampled_from(list(PhoneState)),
    place=words,
    resi=st.lists(words, max_size=2).map(tuple),
    missing=st.lists(shas, max_size=2).map(tuple),
    problems=st.lists(st.builds(Gap, words, words), max_size=2).map(tuple),
    status=maybe_words,
    acts=st.lists(st.builds(Act, words, words, words, numbers), max_size=2).map(tuple),
    notes=st.lists(
        st.builds(Note, words, words, words, words, numbers, maybe_words, maybe_words,
                  st.booleans()), max_size=2,
    ).map(tuple),
    newer=st.none() | laporan,
    delivered=st.none() | numbers,
    seen=st.booleans(),
)  # fmt: skip
tables = st.dictionaries(words, st.lists(words, max_size=3).map(tuple), max_size=3)
memories = st.builds(
    Memory,
    jenis_count=st.dictionaries(words, numbers, max_size=3),
    tempat=st.lists(words, max_size=3).map(tuple),
    uraian=tables,
    jam=st.dictionaries(words, st.tuples(words, words), max_size=3),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


@settings(deadline=None)
@given(records)
def test_a_record_and_its_document_are_the_same(record: Record) -> None:
    assert record_of(document(record)) == record


@settings(deadline=None)
@given(st.dictionaries(words, json_values, max_size=4), st.integers(1), st.integers(1))
def test_a_sealed_file_opens_again(data: dict[str, object], version: int, generation: int) -> None:
    sealed = Sealed("aktif/x", version, generation, payload_of(data))
    opened = unseal(seal(sealed), "aktif/x")
    assert opened == sealed
    assert opened.data() == data


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(records, max_size=3, unique_by=lambda r: r.id), memories)
def test_a_phone_that_is_switched_off_finds_everything_again(
    kept: list[Record], memory: Memory
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        store, state = FileLaporan(Path(folder)), FileState(Path(folder))
        for record in kept:
            store.put(record)
        state.set_memory(memory)
        state.update_sync(lambda _: SyncState(cursor=3, inbox={"pembinaan/1": {"a": [1, None]}}))
        again, state_again = FileLaporan(Path(folder)), FileState(Path(folder))
        assert {r.id: again.get(r.id) for r in kept} == {r.id: r for r in kept}
        assert state_again.memory() == memory
        assert state_again.sync_state().inbox == {"pembinaan/1": {"a": [1, None]}}
        assert not again.damages()
