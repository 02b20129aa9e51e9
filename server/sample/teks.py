"""The words of the demonstration."""

from __future__ import annotations

# --- Sample data and the demonstration -----------------------------------------------------------

CONTOH_SUDAH_ADA = "Folder {folder} sudah berisi data; pilih folder lain."

CONTOH_SELESAI = "{jumlah} laporan contoh tersimpan di {folder}."

DEMO_MENYIAPKAN = "Menyiapkan data contoh 21 desa, kira-kira setengah menit …"

DEMO_LAPORAN = "  laporan {ke} dari {dari}"

DEMO_SIAP = """
SINAR LINMAS siap dicoba. Semua orang di dalamnya hanya contoh.

  Layar kecamatan   {server}
{akun}
  HP desa           {phone}
                    kode aktivasi: {kode}  (Desa Lalayau, Ida)
{aplikasi}
Data ada di folder {folder} (server: {folder}/server); hapus folder itu untuk mulai dari awal. Ctrl-C menghentikan keduanya.
"""

DEMO_APLIKASI = """  Aplikasi HP       {alamat}
                    (Desa {desa}; kode sudah di dalam alamat. Dari HP lain perlu https)

{qr}
"""

DEMO_TANPA_APLIKASI = """  Aplikasi HP       belum disiapkan: sinar hp build
"""

DEMO_AKUN = "                    {username} / {password}"

DEMO_BERHENTI = "Berhenti. Data contoh tetap ada."

DEMO_MENYALAKAN = "Menyalakan server dan HP …"

DEMO_FOLDER_LAIN = (
    "Demo lain sedang berjalan dengan folder {lain}; yang ini memakai {folder} dan datanya sendiri."
)

DEMO_PORT_TERPAKAI = (
    "Port {port} sedang dipakai program lain. Hentikan program itu, atau pilih nomor lain: "
    "make demo PORT=8560 PHONE_PORT=8561"
)

DEMO_PORT_TERTUTUP = "Port {port} hanya untuk pemilik mesin ini. Pilih nomor di atas 1023."

DEMO_PORT_ANEH = "{port} bukan nomor port. Pilih nomor 1024 sampai 65535."

DEMO_PORT_SAMA = "Server dan HP perlu dua nomor port yang berbeda."

DEMO_TIDAK_JALAN = "{alamat} tidak mau menyala. Lihat catatan di {log}."

DEMO_TERHENTI = "Program {nama} berhenti sendiri. Lihat catatan di {log}."
