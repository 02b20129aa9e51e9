"""Whoever takes photos out of the store for others asks which of them may leave."""

from __future__ import annotations

import re

from tests.house.rooms import modules, short

OPENS_PHOTOS = re.compile(r"\bphotos\.(path|small)\(|\b_files\.(path|small)\(")

BEHIND_THE_DOOR = {
    "server/laporan/read_staff.py",  # one photo for one person, who is asked for SEE_SENSITIF
    "server/pembinaan/pembinaan_photos.py",  # the same
    "server/laporan/photos.py",  # a village's own phone
    "server/rawat/backup.py",  # the whole of the data
    "server/rawat/doctor.py",  # hashes only
    "server/rawat/repair.py",  # the same; what is altered is set aside
}


def test_whoever_opens_photos_for_a_paper_or_an_export_asks_which_may_leave() -> None:
    opening = [path for path in modules("server") if OPENS_PHOTOS.search(path.read_text())]
    careless = {short(path) for path in opening if "may_leave(" not in path.read_text()}
    assert careless - BEHIND_THE_DOOR == set()
