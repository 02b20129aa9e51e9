"""The slip of a code as a plain page for the printer. No script, nothing from elsewhere."""

from __future__ import annotations

from server.core import teks as umum
from server.core.papers import qr
from server.hp import teks
from server.hp.app import links
from server.hp.village_phones import NewCode
from server.http.templates import render, safe, style
from shared.clock import WITA, jam, tanggal
from shared.wilayah import Wilayah

_STYLE = style("hp/web/slip.css.jinja", form=False)
POLICY = _STYLE.policy


def slip(wilayah: Wilayah, made: NewCode, address: str) -> str:
    """Village, code, the QR that opens the app from ``address``, and three pictures."""
    until = f"{tanggal(made.expires_at)}, {jam(made.expires_at)} {WITA}"
    desa = umum.DESA.format(nama=wilayah.nama_desa(made.desa))
    return _page(
        made=made,
        place=f"{desa}, {umum.KECAMATAN.format(nama=wilayah.nama)}",
        who=teks.HK_KODE_NAMA.format(nama=made.nama, jabatan=made.jabatan),
        qr=safe(qr.svg(links.link(address, made.code), scale=5)),
        until=teks.HK_BERLAKU.format(waktu=until),
        shown=links.app_address(address) if links.opens_app(address) else "",
    )


def gone() -> str:
    """The ticket is somebody else's, or the server has started anew."""
    return _page(made=None)


def _page(**values: object) -> str:
    return render("hp/web/slip.html.jinja", teks=teks, css=_STYLE.css, **values)
