"""The address of the villages' phones."""

from __future__ import annotations

from dataclasses import dataclass

from server.desk.places import Given, hal, one_of, page_number, words, written

HP = "/hp"


@dataclass(frozen=True)
class DevicesPlace:
    """The villages' phones and their codes."""

    words: str = ""
    number: int = 1
    making: str | None = None
    """The village that a code is to be made for."""

    @property
    def address(self) -> str:
        making = self.making.replace(".", "-") if self.making else None
        return written(HP, kata=self.words, hal=hal(self.number), buat=making)


def read(given: Given) -> DevicesPlace:
    making = one_of(given.get("buat", "").replace("-", "."), given.wilayah.by_kode)
    return DevicesPlace(words(given), page_number(given), making)
