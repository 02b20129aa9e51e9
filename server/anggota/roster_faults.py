"""What can be wrong, or unsure, about a cell of a roster, by its code."""

from __future__ import annotations

EMPTY = "empty"


TOO_LONG = "too_long"


BAD_TEXT = "bad_text"


NO_DESA = "no_desa"


NO_SEX = "no_sex"


BAD_DATE = "bad_date"


FUTURE = "future"


TOO_OLD = "too_old"


NO_JABATAN = "no_jabatan"


NO_REGU = "no_regu"


NO_STATUS = "no_status"


BAD_PHONE = "bad_phone"


BAD_NIK = "bad_nik"


NIK_FORBIDDEN = "nik_forbidden"


NO_YES = "no_yes"


END_BEFORE_START = "end_before_start"


NIK_TWICE = "nik_twice"


TWICE = "twice"


CELL_ERROR = "cell_error"


BECAME_DATE = "became_date"


DIGITS_LOST = "digits_lost"


NIK_NUMBER = "nik_number"


NIK_ZEROS = "nik_zeros"


NO_LETTERS = "no_letters"


SECOND_TABLE = "second_table"


NO_TABLE = "no_table"


MISSING_COLUMN = "missing_column"


CHOOSE_DESA = "choose_desa"
"""Faults of the whole file."""


PLACE_LEFT = "place_left"


READ_AS = "read_as"


SEVERAL_NAMES = "several_names"


PERHAPS_TWICE = "perhaps_twice"
"""Notes: the cell is used, and the person at the desk should know how."""


class FaultError(ValueError):
    """The cell cannot be used; ``code`` tells why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code
