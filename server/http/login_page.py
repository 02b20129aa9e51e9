"""The plain pages before the staff view: log in, log out. No script, nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Sequence

from server.http import teks
from server.http.templates import render, safe, style
from shared.documents.privacy_notice import JUDUL
from shared.wilayah import Wilayah

_STYLE = style("http/templates/login.css.jinja", ahead=True)
POLICY = _STYLE.policy


def login(
    wilayah: Wilayah,
    onward: str,
    *,
    name: str = "",
    wrong: str = "",
    said: str = "",
    ended: bool = False,
) -> str:
    """The log-in page; ``wrong`` is a sentence of what went wrong, ``said`` of what went well.

    Whose log-in has ``ended`` may still be typing: no field takes the keys by itself.
    """
    return _page(
        wilayah,
        "login",
        onward=onward,
        name=name,
        wrong=wrong,
        said=said,
        ended=ended,
        privacy=JUDUL,
    )


def code(wilayah: Wilayah, onward: str, wrong: str = "") -> str:
    """Asks for the second step's code."""
    return _page(wilayah, "step", onward=onward, wrong=wrong, secret="")


def set_up(wilayah: Wilayah, onward: str, secret: str, address: str, wrong: str = "") -> str:
    """Shows the secret for an app, as a picture and as letters, and asks for its first code."""
    import segno  # loaded by who needs it

    picture = segno.make(address, micro=False).svg_inline(scale=5, border=2, light="#fff")
    spelt = " ".join(secret[n : n + 4] for n in range(0, len(secret), 4))
    return _page(
        wilayah,
        "step",
        onward=onward,
        wrong=wrong,
        secret=secret,
        picture=safe(picture),
        spelt=spelt,
    )


def recovery(wilayah: Wilayah, onward: str, codes: Sequence[str]) -> str:
    """The recovery codes, shown this once."""
    return _page(wilayah, "recovery", onward=onward, codes=codes)


def logout(wilayah: Wilayah, nama: str, token: str) -> str:
    """Asks whether to log out."""
    return _page(wilayah, "logout", nama=nama, token=token)


def _page(wilayah: Wilayah, name: str, /, **values: object) -> str:
    return render(
        f"http/templates/{name}.html.jinja", teks=teks, css=_STYLE.css, kecamatan=wilayah, **values
    )
