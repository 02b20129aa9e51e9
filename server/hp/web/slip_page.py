"""The slip of a code as a plain page for the printer. No script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from string import Template

from server.core import teks as umum
from server.core.papers import qr
from server.hp import teks
from server.hp.app import links
from server.hp.village_phones import NewCode
from server.hp.web.slip_pictures import PICTURES
from shared.clock import WITA, jam, tanggal
from shared.wilayah import KECAMATAN, nama_desa

CSS = """
*{box-sizing:border-box;margin:0}
body{font:16px/1.5 Jakarta,system-ui,sans-serif;color:#13201A;background:#fff;padding:32px}
main{max-width:560px;margin:0 auto;border:2px solid #13201A;border-radius:16px;padding:24px;
 text-align:center}
h1{font-size:22px}
h2{font-size:18px;font-weight:500}
.kode{font-size:44px;font-weight:800;letter-spacing:4px;margin:4px 0}
.cara{display:flex;gap:10px;list-style:none;margin:14px 0 0;padding:0;text-align:left;
 font-size:14px;line-height:1.4}
.cara li{flex:1}
.cara svg{display:block;width:100%;max-height:110px;margin-bottom:4px}
.alamat{font-size:15px}
.kecil{font-size:13px;line-height:1.45;margin-top:10px;text-align:left}
.layar{max-width:520px;margin:16px auto;text-align:center}
@media print{.layar{display:none}body{padding:0}}
"""

_HASH = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_HASH}'; font-src 'self'; "
    "frame-ancestors 'none'; base-uri 'none'"
)

_PAGE = Template("""<!DOCTYPE html>
<html lang="id"><head><meta charset="utf-8"><title>$title</title>
<meta name="viewport" content="width=device-width"><style>$css</style></head>
<body>$body</body></html>""")


def slip(made: NewCode, address: str) -> str:
    """Village, code, the QR that opens the app from ``address``, and three pictures."""
    until = f"{tanggal(made.expires_at)}, {jam(made.expires_at)} {WITA}"
    who = teks.HK_KODE_NAMA.format(nama=made.nama, jabatan=made.jabatan)
    return _page(
        f"<p class=layar>{escape(teks.HK_SLIP_CETAK)}</p><main>"
        f"<h1>{escape(teks.HK_SLIP_JUDUL)}</h1>"
        f"<h2>{escape(umum.DESA.format(nama=nama_desa(made.desa)))}, "
        f"{escape(umum.KECAMATAN.format(nama=KECAMATAN.nama))}</h2>"
        f"<p>{escape(who)}</p>{qr.svg(links.link(address, made.code), scale=5)}"
        f"<p class=kode>{escape(made.parted)}</p>"
        f"<p>{escape(teks.HK_BERLAKU.format(waktu=until))}</p>"
        f"{_way_in(address)}<p class=kecil>{escape(teks.HK_SLIP_JAGA)}</p></main>"
    )


def _way_in(address: str) -> str:
    """How to install, and what to know before relying on it."""
    if not links.opens_app(address):
        steps = "".join(f"<li>{escape(words)}</li>" for words in teks.HK_LANGKAH_KETIK)
        return f"<ol class=kecil>{steps}</ol>"
    shown = links.app_address(address)
    steps = "".join(
        f"<li>{draw(escape(words))}{number}. {escape(words)}</li>"
        for number, (draw, words) in enumerate(zip(PICTURES, teks.HK_LANGKAH, strict=True), 1)
    )
    notes = "".join(
        f"<p class=kecil>{escape(words)}</p>" for words in (teks.HK_SLIP_IPHONE, teks.HK_SLIP_TAHU)
    )
    return f"<p class=alamat>{escape(shown)}</p><ol class=cara>{steps}</ol>{notes}"


def gone() -> str:
    """The ticket is somebody else's, or the server has started anew."""
    return _page(f"<main><h2>{escape(teks.HK_SLIP_TIDAK_ADA)}</h2></main>")


def _page(body: str) -> str:
    return _PAGE.substitute(title=escape(teks.HK_SLIP_JUDUL), css=CSS, body=body)
