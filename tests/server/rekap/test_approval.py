"""An approved recap is frozen with number, hash and code; what changes later makes an edition."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from server.core import office
from server.core.context import Context, open_context
from server.core.permit import NotAllowedError
from server.core.sessions import Account
from server.rawat import backup, doctor, restore
from server.rekap import approvals, editions, public_check, rekap, rekap_paper
from server.rekap.approvals import EmptyError, OvertakenError, TwiceError
from server.rekap.editions import State
from server.rekap.rekap import Which
from server.rekap.rows import paper_rows
from shared.clock import FixedClock
from shared.codec import encode
from tests.cast import HAMARUNG, LALAYAU
from tests.server.rekap.kit import (
    ADMIN,
    CAMAT,
    DECEMBER,
    KASI,
    PEMBACA,
    bring,
    kecamatan,
    move,
    photo,
)

NOVEMBER = Which("2026-11")
SERVER = "https://linmas.example"


@pytest.fixture
def juai(tmp_path: Path, at_once: None) -> Iterator[Context]:
    """Two reports of November, one with a photo."""
    with kecamatan(tmp_path) as ctx:
        bring(ctx, 1, photos=[(photo(1), False)])
        bring(ctx, 2, desa=HAMARUNG)
        yield ctx


def test_kasi_freezes_it_and_the_camat_signs_the_same_file(juai: Context):
    _approve(juai, KASI)
    first = _editions(juai)[0]
    assert (first.edisi, first.nomor, first.tanggal) == (
        1,
        "300/001/TRANTIB/XII/2026",
        "2026-12-08",
    )
    assert (first.state, first.roles) == (State.MENUNGGU, {"kasi_trantib"})
    assert len(first.check_code) == approvals.CODE_LENGTH
    move(juai, hours=2)
    _approve(juai, CAMAT)
    (second,) = _editions(juai)
    assert (second.state, second.roles) == (State.SAH, {"kasi_trantib", "camat"})
    assert second.sha256 == first.sha256 == hashlib.sha256(_pdf(juai, second.id)).hexdigest()


def test_the_camat_alone_makes_it_valid_and_kasi_may_follow(juai: Context):
    _approve(juai, CAMAT)
    assert _editions(juai)[0].state == State.SAH
    _approve(juai, KASI)
    assert len(_editions(juai)) == 1
    with pytest.raises(TwiceError):
        _approve(juai, KASI)


@pytest.mark.parametrize("account", [ADMIN, PEMBACA])
def test_nobody_else_can_approve(juai: Context, account: Account):
    with pytest.raises(NotAllowedError):
        _approve(juai, account)
    assert not _editions(juai)


def test_the_paper_carries_number_edition_signatories_and_the_way_to_check_it(juai: Context):
    _approve(juai, KASI)
    edition = _editions(juai)[0]
    text = _text(_pdf(juai, edition.id))
    for words in (
        "300/001/TRANTIB/XII/2026", "BULAN NOVEMBER TAHUN 2026", "Juai, 8 Desember 2026",
        "Camat Juai (contoh)", "19740512 199903 1 002", f"{SERVER}/p/{edition.check_code}",
        "Edisi ke-1.",
    ):  # fmt: skip
        assert words in text


def test_what_changes_later_makes_an_edition_that_says_what_changed(juai: Context):
    _approve(juai, KASI)
    _approve(juai, CAMAT)
    bring(juai, 3, desa=LALAYAU, jenis="SOSIAL", jumlah_personel=5)
    standing = approvals.standing(juai, KASI, "2026-11", None)
    told = {(one.apa, one.dari, one.jadi) for one in standing.since if one.desa == LALAYAU}
    assert told == {("jenis SOSIAL", "0", "1"), ("kegiatan", "1", "2"), ("orang", "3", "8")}
    move(juai, days=1)
    _approve(juai, KASI)
    new, old = _editions(juai)
    assert (new.edisi, new.nomor, new.state) == (2, old.nomor, State.MENUNGGU)
    assert old.state == State.DIGANTI and old.roles == {"kasi_trantib", "camat"}
    text = _text(_pdf(juai, new.id))
    assert "Edisi ke-2, menggantikan edisi ke-1 tanggal 8 Desember 2026." in text
    assert "Tabel A, Lalayau, Jumlah kegiatan: 1 menjadi 2" in text
    assert _text(_pdf(juai, old.id)) != text
    assert approvals.standing(juai, KASI, "2026-11", None).is_current


def test_numbers_follow_each_other_and_a_village_has_papers_of_its_own(juai: Context):
    _approve(juai, KASI)
    _approve(juai, KASI, Which("2026-11", LALAYAU))
    _approve(juai, KASI, Which("2026-T4"))
    numbers = [
        approvals.standing(juai, KASI, periode, desa).editions[0].nomor[:7]
        for periode, desa in (("2026-11", None), ("2026-11", LALAYAU), ("2026-T4", None))
    ]
    assert numbers == ["300/001", "300/002", "300/003"]


def test_nobody_approves_figures_that_changed_under_their_eyes(juai: Context):
    seen = rekap.read(juai, KASI, NOVEMBER).rekap
    bring(juai, 3)
    with pytest.raises(OvertakenError):
        approvals.approve(juai, KASI, NOVEMBER, seen, SERVER)
    assert not _editions(juai)


@pytest.mark.parametrize("after", [1, 2, 3])
def test_a_report_that_comes_while_it_is_approved_is_in_no_paper_that_nobody_saw(
    juai: Context, monkeypatch: pytest.MonkeyPatch, after: int
):
    """Whichever reading it slips behind: what is frozen is what was seen, or nothing is."""
    seen, read, readings = rekap.read(juai, KASI, NOVEMBER).rekap, rekap.read, 0

    def slipping(*given: Any) -> Any:
        nonlocal readings
        found, readings = read(*given), readings + 1
        if readings == after:
            bring(juai, 3)
        return found

    monkeypatch.setattr(rekap, "read", slipping)
    with suppress(OvertakenError):
        approvals.approve(juai, KASI, NOVEMBER, seen, SERVER)
    monkeypatch.undo()
    with juai.database.read() as db:
        rows = paper_rows.editions(db, "2026-11", "")
    assert all(
        json.loads(row.facts)["rekap"]["villages"] == encode(seen)["villages"] for row in rows
    )


def test_another_number_than_the_one_that_was_shown_is_never_used(juai: Context):
    seen = rekap.read(juai, KASI, NOVEMBER).rekap
    with pytest.raises(OvertakenError):
        approvals.approve(juai, KASI, NOVEMBER, seen, SERVER, "300/009/TRANTIB/XII/2026")
    assert not _editions(juai)


def test_a_number_that_another_process_gave_meanwhile_is_on_no_second_paper(
    juai: Context, monkeypatch: pytest.MonkeyPatch
):
    """Two processes make their papers at the same time; the lock of one is not the other's."""
    make, other = rekap_paper.make_pdf, Which("2026-11", LALAYAU)
    with open_context(juai.settings, juai.clock) as process:
        seen = rekap.read(process, CAMAT, other).rekap

        def slow(*given: Any) -> None:
            monkeypatch.setattr(rekap_paper, "make_pdf", make)
            monkeypatch.setattr(approvals, "_approving", threading.Lock())
            approvals.approve(process, CAMAT, other, seen, SERVER)
            make(*given)

        monkeypatch.setattr(rekap_paper, "make_pdf", slow)
        with pytest.raises(OvertakenError):
            _approve(juai, KASI)
    assert not _editions(juai)
    _approve(juai, KASI)
    (theirs,) = approvals.standing(juai, KASI, "2026-11", LALAYAU).editions
    assert (theirs.nomor[:7], _editions(juai)[0].nomor[:7]) == ("300/001", "300/002")


def test_a_period_before_the_start_cannot_be_approved(juai: Context):
    with pytest.raises(EmptyError):
        _approve(juai, KASI, Which("2026-01"))


def test_when_the_pdf_fails_nothing_is_approved_and_no_number_is_lost(
    juai: Context, monkeypatch: pytest.MonkeyPatch
):
    def broken(*_: object, **__: object) -> None:
        raise rekap_paper.PaperFailedError

    with monkeypatch.context() as patched:
        patched.setattr(rekap_paper, "make_pdf", broken)
        with pytest.raises(rekap_paper.PaperFailedError):
            _approve(juai, KASI)
    assert not _editions(juai)
    _approve(juai, KASI)
    assert _editions(juai)[0].nomor.startswith("300/001/")


def test_without_a_format_the_number_is_a_line_to_write_on(juai: Context):
    office.change(juai, KASI, {"nomor_rekap": ""})
    _approve(juai, KASI)
    edition = _editions(juai)[0]
    assert edition.nomor == ""
    assert re.search(r"Nomor : \.{20,}", _text(_pdf(juai, edition.id)))


def test_who_looks_a_code_up_learns_of_the_paper_and_of_no_person(juai: Context):
    _approve(juai, KASI)
    old = _editions(juai)[0]
    bring(juai, 3)
    _approve(juai, CAMAT)
    new = _editions(juai)[0]
    found = public_check.check(juai, old.check_code)
    assert found is not None and found.state == State.DIGANTI
    assert found.newest == (2, new.tanggal, new.check_code)
    assert "contoh" not in repr(found)
    assert public_check.check(juai, "salah") is None


def test_frozen_papers_are_in_the_backup_and_come_back_unchanged(juai: Context, tmp_path: Path):
    _approve(juai, KASI)
    edition = _editions(juai)[0]
    before = _pdf(juai, edition.id)
    file, folder = tmp_path / "cadangan.tar", tmp_path / "cadangan"
    backup.backup(juai, file)
    backup.backup_to_folder(juai, folder)
    for number, source in enumerate((file, folder)):
        settings = type(juai.settings)(tmp_path / f"pulih-{number}")
        done = restore.restore(settings, FixedClock(DECEMBER), source, force=False)
        assert done.photos == 1
        with open_context(settings, FixedClock(DECEMBER)) as ctx:
            assert _pdf(ctx, edition.id) == before


def test_the_doctor_sees_when_a_frozen_paper_was_altered(juai: Context):
    _approve(juai, KASI)
    codes = [found.code for found in doctor.examine(juai)]
    assert "papers" in codes and "paper_altered" not in codes
    with juai.database.read() as db:
        (sha256,) = paper_rows.hashes(db)
    (juai.settings.paper_folder / f"{sha256}.pdf").write_bytes(b"%PDF-lain")
    assert "paper_altered" in [found.code for found in doctor.examine(juai)]


def _approve(ctx: Context, account: Account, which: Which = NOVEMBER) -> None:
    approvals.approve(ctx, account, which, rekap.read(ctx, KASI, which).rekap, SERVER)


def _editions(ctx: Context) -> tuple[editions.Edition, ...]:
    return approvals.standing(ctx, KASI, "2026-11", None).editions


def _pdf(ctx: Context, ident: str) -> bytes:
    found = approvals.file(ctx, KASI, ident)
    assert found is not None
    return found[0].read_bytes()


def _text(data: bytes) -> str:
    """What the pages say, with the line ends of the paper as blanks."""
    document = pypdfium2.PdfDocument(data)
    said = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(said.split())
