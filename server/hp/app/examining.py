"""Whether phones can load the app from here; a line of ``sinar doctor``."""

from __future__ import annotations

from collections.abc import Iterator

from server.hp import teks
from server.hp.app.built import Built
from server.rawat.doctor import Weight


def examine(app: Built | None = None) -> Iterator[tuple[Weight, str]]:
    """One line: all of it is there, or what lacks and what to do."""
    app = app or Built()
    gone = app.missing()
    if not app.is_there:
        yield Weight.NOTICE, teks.HP_TIDAK_DIKEMAS
    elif gone:
        words = teks.HP_TIDAK_LENGKAP.format(jumlah=len(gone), berkas=", ".join(gone[:3]))
        yield Weight.NOTICE, words
    elif app.is_quick():
        yield Weight.WELL, teks.HP_DIKEMAS.format(mb=megabytes(app.first_load()))
    else:
        yield Weight.NOTICE, teks.HP_LAMBAT.format(mb=megabytes(app.first_load()))


def megabytes(size: int) -> str:
    """``9,6``."""
    return f"{size / 1e6:.1f}".replace(".", ",")
