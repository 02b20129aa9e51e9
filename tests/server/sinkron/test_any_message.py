"""Whatever stands in a message: it is refused with reasons, or it can be stored and listed."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.core.devices import Device
from server.core.sync_call import Sent
from server.http.problems import Problem
from server.laporan import receive_laporan
from server.laporan.laporan_row import row_of
from server.sinkron.web import envelope
from shared.checks_act import act_gaps
from shared.checks_anggota import FIELDS, anggota_gaps
from shared.codec import encode
from shared.protocol import REFUSED, Result
from tests.cast import BU_IDA, JUAI, LALAYAU, flood, foto, nihil, patrol
from tests.server.kit import NOW, act, member

DEVICE = Device(
    id="x", desa=LALAYAU, nama=BU_IDA.nama, jabatan=BU_IDA.jabatan, device_name="HP",
    app_version="1", activated_at=NOW, last_contact=None, clock_offset_s=None, queued=None,
    free_mb=None, revoked_at=None,
)  # fmt: skip

numbers = st.integers(-(10**12), 10**12) | st.floats() | st.just(10**400)
times = st.sampled_from(
    ["2026-11-24T20:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-12:00", "2026-11"]
)
values = st.recursive(
    st.none() | st.booleans() | numbers | st.text(max_size=20) | times,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=5,
)
odd_texts = st.characters() | st.sampled_from(["\x00", "\ud800", "😀", "\u202e"])


@st.composite
def mutated(draw: st.DrawFn, whole: list[Any]) -> Any:
    """A good message with something odd put at one or two places in it."""
    message = json.loads(json.dumps(draw(st.sampled_from(whole))))
    for _ in range(draw(st.integers(0, 2))):
        _put(draw, message, draw(values | odd_texts))
    return message


def _put(draw: st.DrawFn, place: Any, value: Any) -> None:
    while True:
        keys = list(place) if isinstance(place, dict) else list(range(len(place)))
        key = draw(st.sampled_from([*keys, "bidang_baru"] if isinstance(place, dict) else keys))
        inner = place.get(key) if isinstance(place, dict) else place[key]
        if not isinstance(inner, dict | list) or not inner or draw(st.booleans()):
            place[key] = value
            return
        place = inner


REPORTS = [encode(patrol(foto=(foto(), foto("b" * 64)))), encode(flood()), encode(nihil())]


@settings(max_examples=400)
@given(mutated(REPORTS))
def test_a_report_is_refused_with_reasons_or_can_be_listed(message: Any) -> None:
    found = receive_laporan.examine(Sent(message, ""), DEVICE, NOW)
    if isinstance(found, Result):
        assert found.state == REFUSED
        assert found.problems
        json.dumps([(gap.field, gap.code) for gap in found.problems])
    else:
        row = row_of(JUAI, found.laporan, "JUAI-2026-11-0001")
        for text in (row["words"], row["uraian"], row["tempat"], row["pelapor"]):
            text.encode()
        if row["mulai"] is not None:
            row["mulai"].timestamp()


@settings(max_examples=200)
@given(mutated([member(sk={"nomor": "1", "tanggal": None, "pejabat": ""})]))
def test_a_member_is_refused_with_reasons_or_can_be_kept(message: Any) -> None:
    if not anggota_gaps(message):
        json.dumps({name: message.get(name) for name in FIELDS}).encode()


@settings(max_examples=200)
@given(mutated([act("follow_up_done", "x", teks="y", foto=[encode(foto())]), act("attendance")]))
def test_an_act_is_refused_with_reasons_or_can_be_kept(message: Any) -> None:
    if not act_gaps(message):
        message["kind"].encode()


@settings(max_examples=300)
@given(
    mutated(
        [
            {
                "cursor": 1,
                "laporan": [{}],
                "read": [],
                "device": {"queued": 1},
                "inventory": {"count": 1, "digest": ""},
                "inventory_list": [["x", 1]],
            }
        ]
    )
)
def test_an_envelope_is_refused_or_read(message: Any) -> None:
    try:
        call = envelope.sync_call(json.dumps(message))
    except Problem as problem:
        assert problem.status_code in (400, 413)
    else:
        assert call.cursor >= 0


@settings(max_examples=300)
@given(st.text(alphabet='{}[]",:0123456789.eE-+ntfau\\ \n', max_size=40))
def test_any_text_is_refused_or_read(text: str) -> None:
    try:
        expected = json.loads(text)
    except (ValueError, RecursionError):
        expected = None
    try:
        envelope.sync_call(text)
    except Problem as problem:
        assert problem.status_code in (400, 413)
    else:
        assert isinstance(expected, dict)


@pytest.mark.parametrize(
    "text", ['{"laporan": [ 1 ,{"a" :2.50},"x"]}', '{"laporan":[1,{"a" :2.50},"x"] }']
)
def test_the_very_text_of_each_item_is_kept(text: str) -> None:
    call = envelope.sync_call(text)
    assert [sent.text for sent in call.laporan] == ["1", '{"a" :2.50}', '"x"']
