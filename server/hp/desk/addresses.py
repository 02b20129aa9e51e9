"""The address of the villages' phones."""

from __future__ import annotations

from dataclasses import dataclass

from server.desk.places import Given, hal, page_number, words, written

HP = "/hp"


@dataclass(frozen=True)
class DevicesPlace:
    """The villages' phones and their codes."""

    words: str = ""
    number: int = 1

    @property
    def address(self) -> str:
        return written(HP, kata=self.words, hal=hal(self.number))


def read(given: Given) -> DevicesPlace:
    return DevicesPlace(words(given), page_number(given))
