"""Periksa HP: one row for each thing that a report may need, and the look."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from mobile import teks
from mobile.ports import SyncReason, SyncTrouble, TroubleKind
from mobile.screens.periksa_hp import view
from mobile.usecases.health import Part
from mobile.usecases.phone import Phone
from tests import cast
from tests.doubles import story
from tests.doubles.phone import CountingSync, FixedSpace, LentRoom, memory_phone
from tests.mobile.screens.stage import Stage, staged

pytestmark = pytest.mark.anyio
ROUTE = "/desa/periksa"


@dataclass
class Answers:
    """What the system says of permissions."""

    of_camera: str = "granted"
    of_location: str = "granted"
    opened: int = 0

    async def camera(self) -> str:
        return self.of_camera

    async def location(self) -> str:
        return self.of_location

    async def open_settings(self) -> bool:
        self.opened += 1
        return True


def _connected(phone: Phone) -> Phone:
    last = "2026-11-24T18:20:00+08:00"
    phone.state.update_sync(lambda s: replace(s, last_contact=last, clock_offset_s=1.0))
    return phone


async def _asked(stage: Stage, answers: Answers) -> None:
    stage.place.permissions = answers
    stage.place.has_camera = True
    stage.told()
    await stage.sees("HP ini bisa dipakai melapor")


async def test_a_healthy_phone_says_so_row_by_row() -> None:
    async with staged(_connected(memory_phone()), route=ROUTE) as stage:
        await _asked(stage, Answers())
        for words in ("Siap dipakai", "Tersambung, terakhir 18.20", "Tepat, selisih 1 detik",
                      "Masih 800 MB", "Semua terbaca", "6 siap"):  # fmt: skip
            await stage.sees(words)


async def test_what_was_never_asked_is_no_fault() -> None:
    async with staged(_connected(memory_phone()), route=ROUTE) as stage:
        await _asked(stage, Answers("unknown", "unknown"))
        await stage.sees("Izin diminta saat pertama kali memotret")
        assert not stage.tree.has("perlu perhatian")


async def test_a_refused_camera_leads_to_the_systems_settings() -> None:
    answers = Answers(of_camera="denied")
    async with staged(_connected(memory_phone()), route=ROUTE) as stage:
        await _asked(stage, answers)
        await stage.sees("Belum diizinkan. Foto dari galeri tetap bisa.")
        await stage.tap("Izinkan")
        assert answers.opened == 1


async def test_without_a_signal_it_waits_and_can_be_tried() -> None:
    phone = _connected(memory_phone())
    phone.sync.trouble = SyncTrouble(TroubleKind.NO_SIGNAL)  # pyright: ignore[reportAttributeAccessIssue]
    async with staged(phone, route=ROUTE) as stage:
        await stage.sees("Tidak ada sinyal sejak 18.20")
        assert stage.tree.has("1 menunggu sinyal")
        await stage.tap("Coba")
        assert stage.asked[-1] is SyncReason.TAP


async def test_a_proxy_that_keeps_uploads_back_is_said_in_plain_words() -> None:
    phone = _connected(memory_phone())
    phone.sync.held_back = True  # pyright: ignore[reportAttributeAccessIssue]
    async with staged(phone, route=ROUTE) as stage:
        await stage.sees("menahan kiriman sampai utuh")
        assert not stage.tree.has("Tersambung, terakhir 18.20")


async def test_in_a_browser_it_tells_the_reason_and_the_promise_can_be_asked_for() -> None:
    phone = _connected(memory_phone())
    phone.keeping = keeping = LentRoom()
    phone.laporan.put(cast.queued(cast.patrol()))
    async with staged(phone, route=ROUTE) as stage:
        await _asked(stage, Answers())
        assert stage.tree.has("Simpanan di browser")
        assert stage.tree.has("Browser boleh menghapusnya bila memori HP habis")
        assert stage.tree.has("Belum terkirim: 1 laporan")
        await stage.tap("Minta")
        assert keeping.asked == 1
        keeping.is_promised = True
        stage.told()
        await stage.sees("Browser menyimpannya sampai Anda sendiri menghapusnya")


async def test_a_phone_of_its_own_has_no_such_row() -> None:
    async with staged(_connected(memory_phone()), route=ROUTE) as stage:
        await _asked(stage, Answers())
        assert not stage.tree.has("Simpanan di browser")


async def test_little_room_tells_how_to_make_some() -> None:
    phone = _connected(memory_phone())
    story.tell(phone)
    assert isinstance(phone.space, FixedSpace)
    phone.space.mb = 40
    async with staged(phone, route=ROUTE) as stage:
        await stage.sees("Tinggal 40 MB, cukup untuk 267 foto")
        await stage.tap("Cara")
        await stage.sees("Mengosongkan memori HP")


async def test_a_fast_clock_is_told_and_forbids_nothing() -> None:
    phone = memory_phone()
    phone.state.update_sync(lambda s: replace(s, clock_offset_s=720.0))
    async with staged(phone, route=ROUTE) as stage:
        await stage.sees("Jam HP lebih cepat 12 menit. Anda tetap bisa melapor.")


async def test_what_is_kept_and_what_for_is_one_tap_away() -> None:
    async with staged(route=ROUTE) as stage:
        await stage.sees("Data pribadi dan privasi")
        await stage.tap("Data pribadi dan privasi")
        await stage.sees("NIK, dan KTP tidak diminta")


async def test_all_rows_stand_from_the_first_frame_on() -> None:
    """Nothing below them falls under a thumb when the answers come."""
    findings = view.NOT_YET
    assert [one.part for one in findings] == [one for one in Part if one is not Part.JAMINAN]
    phone = memory_phone()
    async with staged(phone, route="/desa/periksa") as stage:
        assert all(stage.tree.has(teks.PERIKSA_BAGIAN[one.part]) for one in findings)
        await stage.sees("Semua terbaca")
        assert not stage.tree.has("Sedang diperiksa")


async def test_a_try_is_answered_with_its_hour() -> None:
    phone = memory_phone()
    assert isinstance(phone.sync, CountingSync)
    phone.sync.trouble = SyncTrouble(TroubleKind.NO_SIGNAL, at="2026-11-24T02:15:00+08:00")
    async with staged(phone, route="/desa/periksa") as stage:
        await stage.sees("Dicoba 02.15, belum ada sinyal.")
