"""A message that is being checked: its fields one by one, and the faults that were found."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, cast

from shared import protocol as p
from shared.clock import parse_time
from shared.protocol import Gap

SHORT = 200


LONG = 4_000


COUNT_MAX = 100_000


VERSI_MAX = 1_000_000


LIST_MAX = 1_000


_EXACT = 2**53
"""Beyond it two JSON readers may see two numbers."""


_TIME = re.compile(r"\d{4}-\d\d-\d\d[Tt]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)\Z", re.ASCII)


Message = Mapping[str, Any]


class Form:
    """Collects the faults of one JSON object under a path."""

    def __init__(self, message: Message, path: str = "", found: list[Gap] | None = None) -> None:
        self.message = message
        self.path = path
        self.found: list[Gap] = found if found is not None else []

    def fault(self, name: str, code: str) -> None:
        self.found.append(Gap(self.path + name, code))

    def get(self, name: str) -> Any:
        return self.message.get(name)

    def text(self, name: str, limit: int = LONG, *, required: bool = False) -> str | None:
        value = self.get(name)
        if value is None:
            if required:
                self.fault(name, p.REQUIRED)
            return None
        if not isinstance(value, str):
            self.fault(name, p.BAD_TYPE)
            return None
        if not good_text(value):
            self.fault(name, p.BAD_TEXT)
        elif len(value) > limit:
            self.fault(name, p.TOO_LONG)
        elif required and not value.strip():
            self.fault(name, p.REQUIRED)
        else:
            return value
        return None

    def number(
        self, name: str, low: float, high: float, *, whole: bool = True, required: bool = False
    ) -> None:
        value = self.get(name)
        if value is None:
            if required:
                self.fault(name, p.REQUIRED)
            return
        if isinstance(value, str):
            self.fault(name, p.NOT_A_NUMBER)
        elif isinstance(value, bool) or not isinstance(value, int | float):
            self.fault(name, p.BAD_TYPE)
        elif not abs(value) <= _EXACT:  # also infinite, and not a number
            self.fault(name, p.OUT_OF_RANGE)
        elif whole and value != int(value):
            self.fault(name, p.NOT_A_NUMBER)
        elif not low <= value <= high:
            self.fault(name, p.OUT_OF_RANGE)

    def time(self, name: str, *, required: bool = False) -> Any:
        value = self.get(name)
        if value is None or value == "":
            if required:
                self.fault(name, p.REQUIRED)
            return None
        if not isinstance(value, str):
            self.fault(name, p.BAD_TYPE)
            return None
        moment = good_time(value)
        if moment is None:
            self.fault(name, p.BAD_TIME)
        return moment

    def choice(self, name: str, allowed: object, *, required: bool = False) -> None:
        value = self.get(name)
        if value is None or (value == "" and required):
            if required:
                self.fault(name, p.REQUIRED)
        elif not isinstance(value, str):
            self.fault(name, p.BAD_TYPE)
        elif value not in cast("tuple[str, ...]", allowed):
            self.fault(name, p.UNKNOWN_VALUE)

    def pattern(self, name: str, form: re.Pattern[str]) -> None:
        value = self.get(name)
        if value is None or value == "":
            self.fault(name, p.REQUIRED)
        elif not isinstance(value, str):
            self.fault(name, p.BAD_TYPE)
        elif not form.match(value):
            self.fault(name, p.UNKNOWN_VALUE)

    def part(self, name: str, check: Callable[[Form], None], *, required: bool = False) -> None:
        value = self.get(name)
        if value is None:
            if required:
                self.fault(name, p.REQUIRED)
        elif not isinstance(value, Mapping):
            self.fault(name, p.BAD_TYPE)
        else:
            check(Form(cast("Message", value), f"{self.path}{name}.", self.found))

    def items(self, name: str, most: int) -> list[Any]:
        value = self.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.fault(name, p.BAD_TYPE)
            return []
        rows = cast("list[Any]", value)
        if len(rows) > most:
            self.fault(name, p.TOO_MANY)
        return rows[:most]

    def parts(self, name: str, check: Callable[[Form], None], most: int = LIST_MAX) -> None:
        for index, row in enumerate(self.items(name, most)):
            path = f"{name}.{index}"
            if isinstance(row, Mapping):
                check(Form(cast("Message", row), f"{self.path}{path}.", self.found))
            else:
                self.fault(path, p.BAD_TYPE)

    def texts(self, name: str) -> None:
        rows = self.items(name, LIST_MAX)
        row_form = Form(
            {str(i): row for i, row in enumerate(rows)}, f"{self.path}{name}.", self.found
        )
        for index in range(len(rows)):
            row_form.text(str(index), SHORT, required=True)


def good_text(value: str) -> bool:
    """No NUL and no lone surrogate: what every store and every font can hold."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return "\x00" not in value


def good_time(value: str) -> Any:
    """The moment of an RFC 3339 text, or None when it is none."""
    if not _TIME.match(value):
        return None
    try:
        moment = parse_time(value)
        moment.timestamp()
    except (ValueError, OverflowError):
        return None
    return moment if 1 < moment.year < 9999 else None


"""For the checks of the other messages."""
