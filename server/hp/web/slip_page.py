"""The slip of a code as a plain page for the printer. No script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from html import escape
from string import Template

from server.core import teks as umum
from server.core.papers import qr
from server.hp import teks
from server.hp.village_phones import NewCode
from shared.clock import WITA, jam, tanggal
from shared.wilayah import KECAMATAN, nama_desa

CSS = """
*{box-sizing:border-box;margin:0}
body{font:16px/1.5 Jakarta,system-ui,sans-serif;color:#13201A;background:#fff;padding:32px}
main{max-width:520px;margin:0 auto;border:2px solid #13201A;border-radius:16px;padding:28px;
 text-align:center}
h1{font-size:22px}
h2{font-size:18px;font-weight:500}
.kode{font-size:44px;font-weight:800;letter-spacing:4px;margin:12px 0}
ol{text-align:left;margin:18px auto 0;max-width:400px;padding-left:24px}
li{margin-top:6px}
.kecil{font-size:14px;margin-top:14px}
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


def slip(made: NewCode) -> str:
    """Village, code, QR and three steps."""
    until = f"{tanggal(made.expires_at)}, {jam(made.expires_at)} {WITA}"
    who = teks.HK_KODE_NAMA.format(nama=made.nama, jabatan=made.jabatan)
    steps = "".join(f"<li>{escape(words)}</li>" for words in teks.HK_LANGKAH)
    return _page(
        f"<p class=layar>{escape(teks.HK_SLIP_CETAK)}</p><main>"
        f"<h1>{escape(teks.HK_SLIP_JUDUL)}</h1>"
        f"<h2>{escape(umum.DESA.format(nama=nama_desa(made.desa)))}, "
        f"{escape(umum.KECAMATAN.format(nama=KECAMATAN.nama))}</h2>"
        f"<p>{escape(who)}</p>{qr.svg(made.code)}"
        f"<p class=kode>{escape(made.parted)}</p>"
        f"<p>{escape(teks.HK_BERLAKU.format(waktu=until))}</p>"
        f"<ol>{steps}</ol><p class=kecil>{escape(teks.HK_SLIP_JAGA)}</p></main>"
    )


def gone() -> str:
    """The ticket is somebody else's, or the server has started anew."""
    return _page(f"<main><h2>{escape(teks.HK_SLIP_TIDAK_ADA)}</h2></main>")


def _page(body: str) -> str:
    return _PAGE.substitute(title=escape(teks.HK_SLIP_JUDUL), css=CSS, body=body)
