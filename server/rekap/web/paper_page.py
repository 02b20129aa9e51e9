"""The public page behind the code of a paper, as plain HTML. No script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from string import Template

from server.core import periods
from server.rekap import teks
from server.rekap.approvals import PUBLIC, Checked, State
from shared.palette import GELAP, TERANG, Palette
from shared.wilayah import KECAMATAN, nama_desa


def _colours(p: Palette) -> str:
    return (
        f"--ground:{p.surface};--card:{p.card};--text:{p.on_surface};--quiet:{p.on_surface_variant};"
        f"--edge:{p.outline};--line:{p.outline_variant};--main:{p.primary};--on-main:{p.on_primary};"
        f"--bad:{p.bad.back};--on-bad:{p.bad.fore};--wait:{p.wait.back};--on-wait:{p.wait.fore};"
        f"--ok:{p.ok.back};--on-ok:{p.ok.fore}"
    )


CSS = f"""
@font-face{{font-family:Jakarta;font-weight:500;src:url(/fonts/Jakarta-Medium.ttf);font-display:swap}}
@font-face{{font-family:Jakarta;font-weight:700;src:url(/fonts/Jakarta-Bold.ttf);font-display:swap}}
:root{{color-scheme:light;{_colours(TERANG)}}}
@media(prefers-color-scheme:dark){{:root{{color-scheme:dark;{_colours(GELAP)}}}}}
*{{box-sizing:border-box;margin:0}}
html{{font:500 16px/1.5 Jakarta,system-ui,sans-serif;background:var(--ground);color:var(--text)}}
body{{max-width:640px;margin:0 auto;padding:24px 16px 48px}}
header{{display:flex;gap:14px;align-items:center;margin-bottom:20px}}
header img{{width:48px;height:48px;border-radius:12px}}
h1{{font-size:18px;line-height:1.3}}
h2{{font-size:26px;line-height:1.2;letter-spacing:-.01em}}
h3{{font-size:18px;line-height:1.3}}
section{{background:var(--card);border:1px solid var(--line);border-radius:18px;padding:22px;
 margin-top:14px}}
.ok{{background:var(--ok);color:var(--on-ok)}}
.wait{{background:var(--wait);color:var(--on-wait)}}
.bad{{background:var(--bad);color:var(--on-bad)}}
.state p{{margin-top:6px;font-size:17px}}
.state a{{color:inherit;font-weight:700;display:inline-block;padding:10px 0 2px}}
dt{{color:var(--quiet);font-size:14px;margin-top:14px}}
dt:first-child{{margin-top:0}}
dd{{margin:0;font-weight:700;overflow-wrap:anywhere}}
dd.sidik{{font:500 14px/1.5 ui-monospace,monospace}}
.quiet{{color:var(--quiet);margin-top:8px}}
.answer{{border-radius:14px;padding:14px 16px;margin-top:16px;font-weight:700}}
label{{display:block;font-weight:700;margin-top:18px}}
input{{display:block;width:100%;min-height:48px;margin-top:6px;padding:10px 14px;font:inherit;
 color:var(--text);background:var(--card);border:1.5px solid var(--edge);border-radius:12px}}
button{{min-height:48px;margin-top:12px;padding:0 22px;border:0;border-radius:12px;
 background:var(--main);color:var(--on-main);font:inherit;font-weight:700;cursor:pointer}}
a:focus-visible,input:focus-visible,button:focus-visible{{outline:3px solid var(--main);
 outline-offset:2px}}
"""

_HASH = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; style-src 'sha256-{_HASH}'; font-src 'self'; img-src 'self'; "
        "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex",
}

_PAGE = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>$css</style></head>
<body><header><img src="/logo.png" alt=""><div><h1>$title</h1><span>$office</span></div></header>
<main>$body</main></body></html>""")

SAME, OTHER = "sama", "beda"
_ANSWERS = {
    SAME: ("ok", teks.P_SAMA),
    OTHER: ("bad", teks.P_BEDA),
    "bukan": ("wait", teks.P_BUKAN_SIDIK),
    "besar": ("wait", teks.P_TERLALU_BESAR),
    "tanpa": ("wait", teks.P_TIDAK_ADA_BERKAS),
}


def page(found: Checked, code: str, answer: str | None) -> str:
    """What the paper is, whether it still counts, and the comparing of a file."""
    return _page(
        f"{_state(found)}<section><dl>{_facts(found)}</dl></section>{_compare(code, answer)}"
        f"<p class=quiet>{escape(teks.P_AWAS)}</p>"
    )


def unknown() -> str:
    """No paper has this code."""
    said = teks.P_TIDAK_DIKENAL_ISI.format(kecamatan=KECAMATAN.nama)
    return _page(_told("bad", teks.P_TIDAK_DIKENAL, said))


def too_often(seconds: int) -> str:
    """The address must wait."""
    said = teks.P_TERLALU_SERING_ISI.format(menit=-(-seconds // 60))
    return _page(_told("wait", teks.P_TERLALU_SERING, said))


def _state(found: Checked) -> str:
    if found.newest is not None:
        edisi, day, code = found.newest
        said = teks.P_DIGANTI_ISI.format(edisi=edisi, tanggal=teks.hari(day))
        link = escape(teks.P_LIHAT_BARU.format(edisi=edisi))
        onward = f'<a href="{PUBLIC}{escape(code)}">{link}</a>'
        return _told("wait", teks.P_DIGANTI, said, onward)
    if found.state == State.SAH:
        return _told("ok", teks.P_ASLI_SAH, teks.P_ASLI_SAH_ISI)
    return _told("ok", teks.P_ASLI_MENUNGGU, teks.P_ASLI_MENUNGGU_ISI)


def _told(kind: str, head: str, said: str, more: str = "") -> str:
    return (
        f'<section class="state {kind}" role=status><h2>{escape(head)}</h2>'
        f"<p>{escape(said)}</p>{more}</section>"
    )


def _facts(found: Checked) -> str:
    place = f"Desa {nama_desa(found.desa)}, " if found.desa else ""
    edition = teks.P_EDISI_UBAH if found.changes else teks.P_EDISI
    values = {
        "surat": teks.P_NAMA,
        "wilayah": f"{place}Kecamatan {KECAMATAN.nama}, Kabupaten {KECAMATAN.kabupaten}",
        "masa": periods.name(found.periode),
        "nomor": found.nomor or teks.TANPA_NOMOR,
        "tanggal": teks.hari(found.tanggal),
        "edisi": edition.format(edisi=found.edisi, jumlah=found.changes),
        "setuju": "; ".join(teks.disetujui_umum(role, at) for role, at in found.approvals),
        "sidik": found.sha256,
    }
    return "".join(
        f"<dt>{escape(teks.P_FAKTA[key])}</dt>"
        f"<dd{' class=sidik' if key == 'sidik' else ''}>{escape(value)}</dd>"
        for key, value in values.items()
    )


def _compare(code: str, answer: str | None) -> str:
    kind, said = _ANSWERS.get(answer or "", ("", ""))
    told = f'<p class="answer {kind}" role=status>{escape(said)}</p>' if said else ""
    return (
        f"<section><h3>{escape(teks.P_BANDING)}</h3>"
        f"<p class=quiet>{escape(teks.P_BANDING_ISI)}</p>{told}"
        f'<form method=post enctype="multipart/form-data" action="{PUBLIC}{escape(code)}">'
        f"<label for=berkas>{escape(teks.P_PILIH)}</label>"
        f'<input id=berkas name=berkas type=file accept="application/pdf">'
        f"<label for=sidik>{escape(teks.P_TEMPEL)}</label>"
        f"<input id=sidik name=sidik maxlength=80 autocomplete=off spellcheck=false>"
        f"<button>{escape(teks.P_BANDINGKAN)}</button></form></section>"
    )


def _page(body: str) -> str:
    office = f"SINAR LINMAS, Kecamatan {KECAMATAN.nama}"
    return _PAGE.substitute(title=escape(teks.P_JUDUL), css=CSS, office=escape(office), body=body)
