"""Texts in the shapes of real groups: how many reports, and nothing wrong is certain."""

from __future__ import annotations

import pytest

from server.laporan import teks
from server.laporan.wa_paste.parse import Pasted, parse, parse_all
from tests.cast import JUAI
from tests.server.laporan.wa_paste.samples import SHAPES, Sample, Truth, samples

ALL = samples(SHAPES)
EACH = pytest.mark.parametrize("sample", ALL, ids=[one.name for one in ALL])


def certain_and_wrong(read: Pasted, truth: dict[str, Truth]) -> dict[str, object]:
    """What it is sure of and what the text does not say."""
    return {
        name: field.value
        for name, field in read.fields.items()
        if field.found and not (name in truth and truth[name].fits(name, field.value))
    }


def test_there_are_sixty_shapes_at_least_and_their_names_differ():
    assert len(ALL) == len({one.name for one in ALL}) >= 60


@EACH
def test_a_text_becomes_as_many_drafts_as_it_holds_reports(sample: Sample):
    assert len(parse_all(JUAI, sample.text, sample.now)) == len(sample.truths)


@EACH
def test_nothing_wrong_is_called_certain_in_any_draft(sample: Sample):
    for read, truth in zip(parse_all(JUAI, sample.text, sample.now), sample.truths, strict=True):
        assert certain_and_wrong(read, truth) == {}


@EACH
def test_what_is_there_is_found_and_what_is_doubtful_is_marked(sample: Sample):
    for read, truth in zip(parse_all(JUAI, sample.text, sample.now), sample.truths, strict=True):
        for name, one in truth.items():
            assert one.fits(name, read.value(name)), (name, read[name])
            if not one.free:
                assert read[name].unsure == one.unsure, (name, read[name])
            assert read[name].reason is None or read[name].reason in teks.RAGU


@EACH
def test_of_several_reports_read_as_one_nothing_is_certain(sample: Sample):
    if len(sample.truths) > 1:
        read = parse(JUAI, sample.text, sample.now)
        assert [name for name, field in read.fields.items() if field.found] == []


@pytest.mark.parametrize("line", ["1. ronda jam 20.00", "Kegiatan : ronda {n}"])
def test_what_would_be_too_many_reports_is_one_text(line: str):
    text = "\n".join(line.format(n=n) for n in range(500))
    assert len(parse_all(JUAI, text, ALL[0].now)) == 1


@EACH
def test_each_draft_keeps_its_own_words_and_no_other_message(sample: Sample):
    for read in parse_all(JUAI, sample.text, sample.now):
        assert read.source
        assert "Terima kasih laporannya" not in read.source
        assert "Mohon semua Linmas" not in read.source
