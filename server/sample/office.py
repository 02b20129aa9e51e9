"""What the sample's kecamatan has set: its letterhead and who signs; one code lies unused."""

from __future__ import annotations

from server.core import office
from server.core.context import Context
from server.core.sessions import Account
from server.hp import activation
from server.kantor import office_logo
from server.sample.decisions import BY
from shared.assets import ASSETS
from shared.roles import Role

LOGO = ASSETS / "logo.png"
_KASI = Account("kasi", Role.KASI_TRANTIB, BY)


def set_up(ctx: Context, connected: set[str]) -> None:
    """The emergency numbers stay empty, so that the pages show what they say then."""
    values = {
        "kop": ["PEMERINTAH KABUPATEN BALANGAN", "KECAMATAN JUAI"],
        "kop_alamat": "Jalan Raya Juai (contoh)",
        "tempat": "Juai",
        "camat": {"nama": "Camat Juai (contoh)", "pangkat": "Pembina", "nip": ""},
        "kasi": {"nama": BY, "pangkat": "Penata", "nip": ""},
        "nomor_rekap": "300.1.4/{nomor}/TRANTIB/{romawi}/{tahun}",
        "nomor_pembinaan": "300.1.4/{nomor}/TRANTIB/{romawi}/{tahun}",
        "nomor_sertifikat": "895.5/{nomor}/TRANTIB/{romawi}/{tahun}",
        "nomor_laporan": "300.1.4/{nomor}/{desa}/{romawi}/{tahun}",
    }
    office.change(ctx, _KASI, values)
    office_logo.put(ctx, _KASI, LOGO.read_bytes())
    lone = next((desa.kode for desa in ctx.wilayah.desa if desa.kode not in connected), None)
    if lone is not None:
        activation.new_code(ctx, lone, "Perangkat desa (contoh)", "Kasi Pemerintahan", BY)
