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
Data ada di folder {folder}; hapus folder itu untuk mulai dari awal. Ctrl-C menghentikan keduanya.
"""

DEMO_APLIKASI = """  Aplikasi HP       {alamat}
                    (Desa {desa}; kode sudah di dalam alamat. Dari HP lain perlu https)

{qr}
"""

DEMO_TANPA_APLIKASI = """  Aplikasi HP       belum disiapkan: sinar hp build
"""

DEMO_AKUN = "                    {username} / {password}"

DEMO_BERHENTI = "Berhenti. Data contoh tetap ada."

DEMO_PORT_TERPAKAI = "Port {port} sedang dipakai program lain; hentikan dulu program itu."

DEMO_TIDAK_JALAN = "{alamat} tidak menjawab. Lihat catatan di {log}."

DEMO_TERHENTI = "Program {nama} berhenti sendiri. Lihat catatan di {log}."
