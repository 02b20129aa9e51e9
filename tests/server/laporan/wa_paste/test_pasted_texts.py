"""More than sixty pasted texts: what is found is right, what is doubtful is marked."""

from __future__ import annotations

import pytest

from server.laporan import teks as laporan_teks
from server.laporan.wa_paste.parse import parse
from tests.cast import JUAI
from tests.server.laporan.wa_paste.samples import NOW, Sample, samples

ALL = samples()


def test_there_are_sixty_texts_and_their_names_differ():
    assert len(ALL) == len({one.name for one in ALL}) >= 60


@pytest.mark.parametrize("sample", ALL, ids=[one.name for one in ALL])
def test_nothing_wrong_is_called_certain(sample: Sample):
    read = parse(JUAI, sample.text, NOW)
    wrong = {
        name: (field.value, sample.truth.get(name))
        for name, field in read.fields.items()
        if field.found and not (name in sample.truth and sample.truth[name].fits(name, field.value))
    }
    assert wrong == {}


@pytest.mark.parametrize("sample", ALL, ids=[one.name for one in ALL])
def test_what_is_doubtful_is_marked_with_a_sentence(sample: Sample):
    read = parse(JUAI, sample.text, NOW)
    for name, truth in sample.truth.items():
        if truth.unsure:
            assert read[name].unsure, (name, read[name])
            assert truth.fits(name, read[name].value), (name, read[name])
            assert read[name].reason in laporan_teks.RAGU


def test_most_of_what_is_there_is_found(capsys: pytest.CaptureFixture[str]):
    right = wrong = there = unsure = 0
    for sample in ALL:
        read = parse(JUAI, sample.text, NOW)
        there += sum(not truth.unsure for truth in sample.truth.values())
        for name, field in read.fields.items():
            truth = sample.truth.get(name)
            unsure += field.unsure
            if field.found and truth is not None and truth.fits(name, field.value):
                right += not truth.unsure
            elif field.found:
                wrong += 1
    with capsys.disabled():
        print(
            f"\n{len(ALL)} texts: {right} of {there} fields found ({right / there:.1%}), "
            f"{wrong} wrong and certain (precision {right / (right + wrong):.1%}), {unsure} unsure"
        )
    assert wrong == 0
    assert right / there >= 0.95


@pytest.mark.parametrize("text", ["", "   ", "\n\n", "*", "[", "a" * 30_000, "🙏" * 500, "\x00"])
def test_any_text_is_read_without_trouble(text: str):
    assert parse(JUAI, text, NOW)["desa"].missing
