"""The public page behind the code of a paper, as plain HTML. No script, nothing from elsewhere."""

from __future__ import annotations

from server.core import periods
from server.http.templates import render, style
from server.rekap import teks
from server.rekap.approvals import PUBLIC
from server.rekap.editions import State
from server.rekap.public_check import Checked
from shared.wilayah import Wilayah

_STYLE = style("rekap/web/paper.css.jinja")
HEADERS = {
    "Content-Security-Policy": _STYLE.policy,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

SAME, OTHER = "sama", "beda"
_ANSWERS = {
    SAME: ("ok", teks.P_SAMA),
    OTHER: ("bad", teks.P_BEDA),
    "bukan": ("wait", teks.P_BUKAN_SIDIK),
    "besar": ("wait", teks.P_TERLALU_BESAR),
    "tanpa": ("wait", teks.P_TIDAK_ADA_BERKAS),
}


def page(wilayah: Wilayah, found: Checked, code: str, answer: str | None) -> str:
    """What the paper is, whether it still counts, and the comparing of a file."""
    kind, head, said = _state(found)
    onward = {}
    if found.newest is not None:
        edisi, _, newer = found.newest
        words = teks.P_LIHAT_BARU.format(edisi=edisi)
        onward = {"onward": f"{PUBLIC}{newer}", "onward_words": words}
    return _page(wilayah,
        kind, head, said, facts=_facts(wilayah, found), answer=_ANSWERS.get(answer or ""),
        address=f"{PUBLIC}{code}", **onward,
    )  # fmt: skip


def unknown(wilayah: Wilayah) -> str:
    """No paper has this code."""
    said = teks.P_TIDAK_DIKENAL_ISI.format(kecamatan=wilayah.nama)
    return _page(wilayah, "bad", teks.P_TIDAK_DIKENAL, said)


def away(wilayah: Wilayah) -> str:
    """It may be of a kecamatan whose data cannot be opened just now."""
    return _page(wilayah, "wait", teks.P_TIDAK_TERBUKA, teks.P_TIDAK_TERBUKA_ISI)


def too_often(wilayah: Wilayah, seconds: int) -> str:
    """The address must wait."""
    said = teks.P_TERLALU_SERING_ISI.format(menit=-(-seconds // 60))
    return _page(wilayah, "wait", teks.P_TERLALU_SERING, said)


def _state(found: Checked) -> tuple[str, str, str]:
    """Kind, head and sentence."""
    if found.newest is not None:
        edisi, day, _ = found.newest
        said = teks.P_DIGANTI_ISI.format(edisi=edisi, tanggal=teks.hari(day))
        return "wait", teks.P_DIGANTI, said
    if found.state == State.SAH:
        return "ok", teks.P_ASLI_SAH, teks.P_ASLI_SAH_ISI
    return "ok", teks.P_ASLI_MENUNGGU, teks.P_ASLI_MENUNGGU_ISI


def _facts(wilayah: Wilayah, found: Checked) -> dict[str, str]:
    place = f"Desa {wilayah.nama_desa(found.desa)}, " if found.desa else ""
    edition = teks.P_EDISI_UBAH if found.changes else teks.P_EDISI
    return {
        "surat": teks.P_NAMA,
        "wilayah": f"{place}Kecamatan {wilayah.nama}, Kabupaten {wilayah.kabupaten}",
        "masa": periods.name(found.periode),
        "nomor": found.nomor or teks.TANPA_NOMOR,
        "tanggal": teks.hari(found.tanggal),
        "edisi": edition.format(edisi=found.edisi, jumlah=found.changes),
        "setuju": "; ".join(teks.disetujui_umum(role, at) for role, at in found.approvals),
        "sidik": found.sha256,
    }


def _page(wilayah: Wilayah, kind: str, head: str, said: str, **more: object) -> str:
    values = {"facts": {}, "onward": "", "onward_words": "", **more}
    return render(
        "rekap/web/paper.html.jinja",
        kecamatan=wilayah, kind=kind, head=head, said=said, teks=teks, css=_STYLE.css, **values,
    )  # fmt: skip
