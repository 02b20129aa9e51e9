"""A village phone with two months behind it: every state that a report can be in.

Written through the ports, so that it fits the phone in memory and the one on disk.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from PIL import Image

from mobile.domain.record import Act, Note, Record, finished
from mobile.domain.record_answers import text_received
from mobile.ports import PreparedPhoto
from mobile.usecases.chips import learned
from mobile.usecases.phone import Phone
from server.sample.pictures import scene as painted
from shared.clock import WITA, format_time
from shared.laporan import Foto, Laporan, Lokasi, Personel
from shared.protocol import Gap
from shared.status import PhoneState, Status
from tests import cast

HERE = Lokasi(-2.189226, 115.611233, 12)
CREW = tuple(Personel(name) for name in ("Rudi (contoh)", "Hamdan (contoh)", "Hadi (contoh)"))
NOTE = (
    "Mohon ditulis rumah siapa saja yang didatangi dan apa imbauannya. "
    "Terima kasih, fotonya sudah jelas."
)


def jpeg(scene: str, seed: int, size: tuple[int, int] = (800, 600)) -> bytes:
    """A drawn scene as a camera's file."""
    out = io.BytesIO()
    painted(scene, seed, size).save(out, "JPEG", quality=72)
    return out.getvalue()


def keep_photo(phone: Phone, scene: str, seed: int, at: datetime | None = None) -> Foto:
    """A photo on the phone's disk; the drawn bytes themselves, without a strip."""
    big = jpeg(scene, seed)
    small = io.BytesIO()
    picture = Image.open(io.BytesIO(big))
    picture.thumbnail((320, 320))
    picture.save(small, "JPEG", quality=60)
    sha = hashlib.sha256(big).hexdigest()
    phone.photos.keep(PreparedPhoto(big, small.getvalue(), sha, 800, 600))
    diambil = format_time(at) if at else None
    return Foto(sha, len(big), 800, 600, diambil=diambil, lokasi=HERE)


class Story:
    """Puts reports on a phone, one state at a time; ``now`` is the last evening."""

    def __init__(self, phone: Phone) -> None:
        self.phone = phone
        now = phone.clock.now().astimezone(WITA)
        evening = now.replace(hour=20, minute=41, second=0, microsecond=0)
        self.now = evening if evening <= now else evening - timedelta(days=1)
        self._number = 38

    def day(self, back: int, hour: int, minute: int = 0) -> datetime:
        start = self.now - timedelta(days=back)
        return start.replace(hour=hour, minute=minute, second=0, microsecond=0)

    def patrol(self, back: int, place: str, *photos: Foto, **changes: Any) -> Laporan:
        return cast.patrol(
            mulai=format_time(self.day(back, 20)), selesai=format_time(self.day(back, 23)),
            tempat=place, lokasi=replace(HERE, akurasi_m=9), personel=CREW, jumlah_personel=3,
            foto=photos, hasil="Aman dan tertib", **changes,
        )  # fmt: skip

    def sent(self, laporan: Laporan, at: datetime) -> Record:
        """Finished and waiting."""
        return finished(cast.draft_of(laporan), format_time(at), None)

    def resi(self) -> str:
        self._number += 1
        return f"JUAI-{self.now:%Y-%m}-{self._number:04d}"

    def received(self, laporan: Laporan, at: datetime, got: datetime) -> Record:
        """At the kecamatan, with its receipt."""
        record = self.sent(laporan, at)
        return text_received(record, laporan.versi, self.resi(), (), format_time(got))

    def verified(self, laporan: Laporan, at: datetime, got: datetime) -> Record:
        act = Act(Status.DIVERIFIKASI, format_time(got + timedelta(hours=3)), cast.KASI_TRANTIB)
        record = self.received(laporan, at, got)
        return replace(record, status=Status.DIVERIFIKASI, acts=(act,))

    def returned(self, laporan: Laporan, at: datetime, got: datetime, text: str = NOTE) -> Record:
        when = format_time(got + timedelta(hours=2, minutes=13))
        note = Note("n1", text, when, cast.KASI_TRANTIB, laporan.versi, field="uraian")
        act = Act(Status.PERLU_PERBAIKAN, when, cast.KASI_TRANTIB)
        return replace(
            self.received(laporan, at, got),
            status=Status.PERLU_PERBAIKAN, notes=(note,), acts=(act,), seen=False,
        )  # fmt: skip

    def refused(self, laporan: Laporan, at: datetime) -> Record:
        gap = Gap("selesai", "end_before_start")
        record = self.sent(laporan, at)
        return replace(record, sent_state=PhoneState.REFUSED, problems=(gap,), seen=False)

    def put(self, *records: Record) -> None:
        for record in records:
            self.phone.laporan.put(record)
            if record.sent:
                self.phone.state.set_memory(learned(self.phone.state.memory(), record.sent))


def tell(phone: Phone, *, refused: bool = False, draft: bool = False) -> dict[str, str]:
    """The month of hp-02 and hp-09; answers the ids of the reports by what they show."""
    s = Story(phone)
    night = [keep_photo(phone, "patrol", n, s.day(1, 20, 41)) for n in (1, 2)]
    water = [keep_photo(phone, "flood", n) for n in (3, 4, 5)]
    day = [keep_photo(phone, "together", n) for n in (6, 7)]
    back = s.returned(
        s.patrol(2, "Poskamling RT 03", night[1], night[0],
                 uraian="Patroli keliling dan mendatangi rumah warga."),
        s.day(2, 23, 20), s.day(1, 7, 2),
    )  # fmt: skip
    going = s.sent(_flood(s, water), s.day(0, 18, 14))
    missing = (water[2].sha256,)
    going = text_received(going, 1, s.resi(), missing, format_time(s.day(0, 18, 20)))
    tonight = s.sent(s.patrol(0, "Poskamling RT 02", night[0]), s.now - timedelta(minutes=4))
    work = s.sent(_together(s, 1, "Jembatan Lalayau", day[0]), s.day(1, 11))
    old = [
        s.verified(_guard(s, 4, "Masjid desa", day[1]), s.day(4, 22), s.day(3, 7)),
        s.received(s.patrol(5, "Poskamling RT 01", night[1]), s.day(5, 23, 5), s.day(4, 6)),
        *[s.verified(s.patrol(n, f"Poskamling RT 0{n % 4 + 1}", night[n % 2]),
                     s.day(n, 23, 5), s.day(n - 1, 7)) for n in range(7, 20, 2)],
        *[s.verified(_together(s, n, "Kantor desa", day[n % 2]), s.day(n, 12), s.day(n, 15))
          for n in (30, 34, 41)],
    ]  # fmt: skip
    s.put(*reversed(old), back, work, going, tonight)
    ids = {"returned": back.id, "going": going.id, "queued": tonight.id, "verified": old[0].id}
    if refused:
        wrong = replace(s.patrol(0, "Kantor desa"), selesai=format_time(s.day(0, 19)))
        bad = s.refused(wrong, s.day(0, 20))
        s.put(bad)
        ids["refused"] = bad.id
    if draft:
        left = replace(cast.draft_of(s.patrol(0, "Poskamling RT 02", night[0], uraian="")),
                       saved_at=format_time(s.day(0, 14, 5)))  # fmt: skip
        s.put(left)
        ids["draft"] = left.id
    contact = format_time(s.day(0, 18, 20))
    phone.state.update_sync(lambda state: replace(state, last_contact=contact, clock_offset_s=1.0))
    return ids


def _flood(s: Story, photos: list[Foto]) -> Laporan:
    at = format_time(s.day(0, 18, 10))
    flood = cast.flood(tempat="Bantaran RT 04", mulai=at, foto=tuple(photos), lokasi=HERE)
    assert flood.kejadian is not None
    detail = replace(flood.kejadian, waktu=at, mengungsi_jiwa=6, rumah=2)
    return replace(flood, kejadian=detail)


def _together(s: Story, back: int, place: str, photo: Foto) -> Laporan:
    uraian = "Gotong royong membersihkan parit bersama warga."
    return s.patrol(back, place, photo, jenis="SOSIAL", uraian=uraian)


def _guard(s: Story, back: int, place: str, photo: Foto) -> Laporan:
    uraian = "Mengatur parkir dan menjaga pengajian."
    return s.patrol(back, place, photo, jenis="PAM_GIAT", uraian=uraian)
