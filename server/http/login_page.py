"""The plain pages before the staff view: log in, log out. No script, nothing from elsewhere."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from html import escape
from string import Template

from server.core import teks as umum
from server.http import teks
from shared.documents.privacy_notice import JUDUL
from shared.palette import GELAP, TERANG, Palette
from shared.wilayah import KECAMATAN

SIDE = "#0B3B29"
"""The green of the staff view's side bar."""


def page_colours(p: Palette) -> str:
    return (
        f"--ground:{p.surface};--card:{p.card};--text:{p.on_surface};--quiet:{p.on_surface_variant};"
        f"--edge:{p.outline};--line:{p.outline_variant};--main:{p.primary};--on-main:{p.on_primary};"
        f"--bad:{p.error_container};--on-bad:{p.on_error_container};--bad-edge:{p.error_edge};"
        f"--ok:{p.ok.back};--on-ok:{p.ok.fore}"
    )


CSS = f"""
@font-face{{font-family:Jakarta;font-weight:500;src:url(/fonts/Jakarta-Medium.ttf);font-display:swap}}
@font-face{{font-family:Jakarta;font-weight:700;src:url(/fonts/Jakarta-Bold.ttf);font-display:swap}}
:root{{color-scheme:light;{page_colours(TERANG)}}}
@media(prefers-color-scheme:dark){{:root{{color-scheme:dark;{page_colours(GELAP)}}}}}
*{{box-sizing:border-box;margin:0}}
html{{font:500 16px/1.5 Jakarta,system-ui,sans-serif;background:var(--ground);color:var(--text)}}
body{{min-height:100vh;min-height:100dvh;display:flex}}
aside{{background:{SIDE};color:#fff;display:flex;flex-direction:column;justify-content:center;
 width:42%;max-width:560px;padding:56px}}
aside img{{width:112px;height:112px;border-radius:26px;box-shadow:0 0 0 1px #ffffff22}}
aside b{{font-size:40px;line-height:1.15;letter-spacing:-.01em;margin-top:28px;display:block}}
aside span{{color:#CFE3D8;font-size:18px}}
aside p{{color:#fff;font-size:22px;line-height:1.4;margin-top:40px;max-width:22ch;
 border-left:4px solid {TERANG.accent};padding-left:18px}}
main{{flex:1;display:flex;align-items:center;justify-content:center;padding:32px 20px}}
form{{width:100%;max-width:420px;background:var(--card);border:1px solid var(--line);
 border-radius:20px;padding:32px}}
h1{{font-size:24px;line-height:1.25;letter-spacing:-.01em}}
.for{{color:var(--quiet);margin-top:6px}}
label{{display:block;font-weight:700;margin-top:22px}}
input{{display:block;width:100%;height:52px;margin-top:6px;padding:0 16px;
 font:inherit;font-size:17px;color:var(--text);background:var(--card);
 border:1.5px solid var(--edge);border-radius:14px}}
input:focus-visible,button:focus-visible,a:focus-visible{{outline:3px solid var(--main);
 outline-offset:2px}}
button,.button{{display:flex;align-items:center;justify-content:center;width:100%;height:54px;
 margin-top:28px;border:0;border-radius:14px;background:var(--main);color:var(--on-main);
 font:inherit;font-size:17px;font-weight:700;cursor:pointer;text-decoration:none}}
.button{{background:none;color:var(--main);border:1.5px solid var(--edge);margin-top:12px}}
.note{{border-radius:14px;padding:14px 16px;margin-top:20px;background:var(--ok);
 color:var(--on-ok)}}
.note.bad{{background:var(--bad);color:var(--on-bad);border:1px solid var(--bad-edge)}}
.qr{{margin-top:16px;text-align:center}}
.spelt{{font-family:ui-monospace,monospace;font-size:17px;margin-top:12px;overflow-wrap:anywhere}}
ol.spelt{{padding-left:28px;line-height:1.9}}
.help{{color:var(--quiet);font-size:14px;margin-top:20px}}
.help a{{color:var(--main);display:inline-block;padding:4px 0}}
@media(max-width:899px){{
 body{{flex-direction:column}}
 aside{{width:100%;max-width:none;flex-direction:row;justify-content:flex-start;align-items:center;
  gap:16px;padding:20px}}
 aside img{{width:56px;height:56px;border-radius:14px}}
 aside b{{font-size:22px;margin:0}}
 aside span{{font-size:15px}}
 aside p{{display:none}}
 main{{align-items:flex-start;padding:20px}}
 form{{padding:24px 20px}}
}}
"""

_STYLE_HASH = base64.b64encode(hashlib.sha256(CSS.encode()).digest()).decode()
POLICY = (
    f"default-src 'none'; style-src 'sha256-{_STYLE_HASH}'; img-src 'self'; font-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)

_PAGE = Template("""<!DOCTYPE html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>$title · $app</title>
<link rel="icon" href="/favicon.png">
<style>$css</style>
</head>
<body>
<aside><img src="/logo.png" alt=""><div><b>$app</b><span>$place</span></div><p>$motto</p></aside>
<main>$body</main>
</body>
</html>
""")

_LOGIN = Template("""<form method="post" action="/masuk">
<h1>$title</h1>
<p class="for">$about</p>
$note
<label for="nama">$name_label</label>
<input id="nama" name="nama" value="$name" autocomplete="username" autocapitalize="none"
 spellcheck="false" maxlength="60" required$focus_name>
<label for="sandi">$password_label</label>
<input id="sandi" name="sandi" type="password" autocomplete="current-password" maxlength="200"
 required$focus_password>
<input type="hidden" name="lanjut" value="$onward">
<button>$button</button>
<p class="help">$help</p>
<p class="help"><a href="/hp/">$phone</a> · <a href="/privasi">$privacy</a></p>
</form>""")

_STEP = Template("""<form method="post" action="$action">
<h1>$title</h1>
<p class="for">$about</p>
$before
$note
<label for="kode">$label</label>
<input id="kode" name="kode" autocomplete="one-time-code" inputmode="text" autocapitalize="none"
 spellcheck="false" maxlength="30" required autofocus>
<input type="hidden" name="lanjut" value="$onward">
$hidden
<button>$button</button>
<p class="help">$help</p>
</form>""")

_LOGOUT = Template("""<form method="post" action="/keluar">
<h1>$title</h1>
<p class="for">$about</p>
<input type="hidden" name="kunci" value="$token">
<button>$button</button>
<a class="button" href="/">$stay</a>
</form>""")


def login(
    onward: str, *, name: str = "", wrong: str = "", said: str = "", ended: bool = False
) -> str:
    """The log-in page; ``wrong`` is a sentence of what went wrong, ``said`` of what went well.

    Whose log-in has ``ended`` may still be typing: no field takes the keys by itself.
    """
    note = ""
    if wrong or said:
        kind, role = ("note bad", "alert") if wrong else ("note", "status")
        note = f'<p class="{kind}" role="{role}">{escape(wrong or said)}</p>'
    return _page(
        teks.MASUK,
        _LOGIN.substitute(
            title=teks.MASUK_JUDUL,
            about=teks.MASUK_UNTUK,
            note=note,
            name_label=teks.MASUK_NAMA,
            password_label=teks.MASUK_SANDI,
            name=escape(name),
            onward=escape(onward),
            button=teks.MASUK,
            help=teks.MASUK_LUPA,
            privacy=JUDUL,
            phone=teks.MASUK_HP,
            focus_name="" if name or ended else " autofocus",
            focus_password=" autofocus" if name else "",
        ),
    )


def code(onward: str, wrong: str = "") -> str:
    """Asks for the second step's code."""
    return _page(
        teks.LANGKAH_JUDUL,
        _STEP.substitute(
            action="/masuk/kode",
            title=teks.LANGKAH_JUDUL,
            about=teks.LANGKAH_UNTUK,
            before="",
            note=_bad(wrong),
            label=teks.LANGKAH_KODE,
            onward=escape(onward),
            hidden="",
            button=teks.LANGKAH_LANJUT,
            help=teks.LANGKAH_HILANG,
        ),
    )


def set_up(onward: str, secret: str, address: str, wrong: str = "") -> str:
    """Shows the secret for an app, as a picture and as letters, and asks for its first code."""
    import segno  # loaded by who needs it

    picture = segno.make(address, micro=False).svg_inline(scale=5, border=2, light="#fff")
    spelt = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    shown = f'<p class="qr">{picture}</p><p class="spelt">{escape(spelt)}</p>'
    return _page(
        teks.LANGKAH_PASANG_JUDUL,
        _STEP.substitute(
            action="/masuk/pasang",
            title=teks.LANGKAH_PASANG_JUDUL,
            about=teks.LANGKAH_PASANG_UNTUK,
            before=shown,
            note=_bad(wrong),
            label=teks.LANGKAH_KODE_PERTAMA,
            onward=escape(onward),
            hidden=f'<input type="hidden" name="rahasia" value="{escape(secret)}">',
            button=teks.LANGKAH_PASANG,
            help=teks.LANGKAH_APLIKASI,
        ),
    )


def recovery(onward: str, codes: Sequence[str]) -> str:
    """The recovery codes, shown this once."""
    listed = "".join(f"<li>{escape(one)}</li>" for one in codes)
    body = (
        f'<form><h1>{teks.LANGKAH_CADANGAN_JUDUL}</h1><p class="for">{teks.LANGKAH_CADANGAN}</p>'
        f'<ol class="spelt">{listed}</ol>'
        f'<a class="button" href="{escape(onward)}">{teks.LANGKAH_CADANGAN_SUDAH}</a></form>'
    )
    return _page(teks.LANGKAH_CADANGAN_JUDUL, body)


def _bad(wrong: str) -> str:
    return f'<p class="note bad" role="alert">{escape(wrong)}</p>' if wrong else ""


def logout(nama: str, token: str) -> str:
    """Asks whether to log out."""
    return _page(
        umum.KELUAR,
        _LOGOUT.substitute(
            title=teks.KELUAR_JUDUL,
            about=escape(teks.KELUAR_ISI.format(nama=nama)),
            token=token,
            button=umum.KELUAR,
            stay=teks.KELUAR_BATAL,
        ),
    )


def _page(title: str, body: str) -> str:
    place = f"Kecamatan {KECAMATAN.nama}"
    return _PAGE.substitute(
        title=title, app=umum.APP, css=CSS, place=place, motto=teks.MASUK_SEMBOYAN, body=body
    )
