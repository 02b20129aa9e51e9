"""A recap as a file: its PDF from a process of its own, its workbook in the background.

PaperFailedError: the PDF was not made; nothing is changed, try again.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from server.core import log, office, periods
from server.core.context import Context
from server.core.jobs import Step
from server.core.permit import permit
from server.core.sessions import Account
from server.rekap import rekap
from server.rekap.papers import rekap_xlsx
from server.rekap.papers.rekap_facts import Stamp
from server.rekap.rekap import Reading, Which
from server.rekap.rekap_photos import paths
from shared.clock import WITA
from shared.codec import encode
from shared.documents.letterhead import office_of
from shared.roles import Permission
from shared.wilayah import Wilayah, to_json

PDF = "application/pdf"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

LOOK_EVERY_S = 0.1


class PaperFailedError(Exception):
    """The PDF was not made: say so, and that nothing has changed."""


def start(ctx: Context, account: Account, which: Which, kind: str) -> str:
    """Begin the PDF or the workbook as it stands now; the answer is the id of the work."""
    permit(account, Permission.EXPORT)
    reading = rekap.read(ctx, account, which)

    def pdf(target: Path, step: Step) -> None:
        make_pdf(ctx, reading, which, target, step)

    def xlsx(target: Path, _step: Step) -> None:
        signed = rekap_xlsx.signing(
            office_of(ctx.wilayah, office.read(ctx)), reading.now.astimezone(WITA)
        )
        rekap_xlsx.write(ctx.wilayah, target, reading.rekap, periods.title(which.periode), signed)

    work, media = (pdf, PDF) if kind == "pdf" else (xlsx, XLSX)
    name = f"{file_name(ctx.wilayah, which)}.{kind}"
    return ctx.jobs.start(account.username, Permission.EXPORT, name, media, work)


def file_name(wilayah: Wilayah, which: Which) -> str:
    """``Rekap Satlinmas November 2026``"""
    place = f" Desa {wilayah.nama_desa(which.desa)}" if which.desa else ""
    return f"Rekap Satlinmas{place} {periods.name(which.periode)}"


def make_pdf(
    ctx: Context,
    reading: Reading,
    which: Which,
    target: Path,
    step: Step,
    stamp: Stamp | None = None,
) -> None:
    """Write the PDF to ``target``; other files lie beside it for the while."""
    order = target.with_name("pesanan.json")
    total = len(reading.rekap.photos)
    lie = paths(ctx.photos, reading.rekap.photos, lambda: step(0, total))
    what = {**_order(ctx, reading, which, stamp), "photos": [*map(str, lie)], "target": str(target)}
    order.write_text(json.dumps(what), encoding="utf-8")
    _in_a_process(order, step, total)


def _in_a_process(order: Path, step: Step, total: int) -> None:
    """So that the server's own goes on at its pace, and its memory is given back at the end."""
    errors = order.with_name("kesalahan.txt")
    with errors.open("wb") as complaints:
        command = [sys.executable, "-m", "server.rekap.papers.rekap_file", str(order)]
        child = subprocess.Popen(  # noqa: S603 - our own module
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=complaints
        )
        try:
            _follow(child, step, total)
        finally:
            child.kill()
            child.communicate()
    if child.returncode:
        reason = errors.read_text(errors="replace").strip()
        log.event("server", "rekap", f"PDF gagal · {reason[-500:]}")
        raise PaperFailedError


def _follow(child: subprocess.Popen[bytes], step: Step, total: int) -> None:
    """Hand on how far it is, until it ends; `step` raises when the person has stopped it."""
    assert child.stdout is not None  # noqa: S101 - it was asked for
    os.set_blocking(child.stdout.fileno(), False)
    done = 0
    while child.poll() is None:
        said = (child.stdout.read() or b"").split()
        done = max([done, *map(int, said)])
        step(done, total)
        time.sleep(LOOK_EVERY_S)


def _order(ctx: Context, reading: Reading, which: Which, stamp: Stamp | None) -> dict[str, Any]:
    return {
        "rekap": encode(reading.rekap),
        "wilayah": to_json(ctx.wilayah),
        "office": office.read(ctx),
        "title": periods.title(which.periode),
        "made": reading.now.isoformat(),
        "asked": periods.months(which.periode),
        "per_page": which.photos.per_page,
        "stamp": encode(stamp) if stamp else None,
    }
