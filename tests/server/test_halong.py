"""Another kecamatan from the code to the recap: nothing of Juai on any page or paper."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from server.anggota import roster_import, roster_papers
from server.hp import village_phones
from server.hp.web import slip_page
from server.inovasi import innovation, innovation_papers
from server.laporan import desk_laporan
from server.laporan.laporan_paper import laporan_paper
from server.rekap import rekap, rekap_paper
from server.rekap.rekap import Which
from tests import halong
from tests.cast import BU_IDA, flood, nihil, patrol
from tests.halong import CONTOHAAN, MUARA, SUNGAI, juais, of_halong
from tests.server.anggota.kit import row, sheet
from tests.server.desk.window import KASI, window
from tests.server.kit import Office, Phone, office
from tests.shared.paper_kit import read

pytestmark = pytest.mark.anyio


@pytest.fixture
async def kecamatan(tmp_path: Path) -> AsyncIterator[Office]:
    """The server of Halong."""
    async with office(halong.made(tmp_path / "data")) as running:
        yield running


@pytest.fixture
async def sari(kecamatan: Office) -> Phone:
    """Bu Sari's phone, of Sungai Contoh."""
    return await kecamatan.phone(SUNGAI)


async def test_a_phone_learns_its_kecamatan_with_its_code(kecamatan: Office) -> None:
    body = (await kecamatan.activate(kecamatan.code(SUNGAI))).json()
    assert body["desa"] == {"kode": SUNGAI, "nama": "Sungai Contoh"}
    assert body["kecamatan"] == {"kode": "63.11.02", "nama": "Halong"}
    told = body["settings"]["wilayah"]
    assert [one["nama"] for one in told["desa"]] == ["Sungai Contoh", "Muara Contoh", "Contohaan"]
    assert (told["nama"], told["kabupaten"], told["provinsi"]) == (
        "Halong", "Balangan", "Kalimantan Selatan",
    )  # fmt: skip
    assert "ejaan" not in json.dumps(told) and juais(json.dumps(body)) == []


async def test_a_village_of_juai_has_no_code_here(kecamatan: Office) -> None:
    with pytest.raises(KeyError):
        kecamatan.code()


async def test_its_receipts_bear_its_own_name(kecamatan: Office, sari: Phone) -> None:
    assert (await sari.send(of_halong(patrol())))["resi"] == "HALONG-2026-11-0001"


async def test_no_page_of_the_desk_speaks_of_juai(kecamatan: Office, sari: Phone) -> None:
    await sari.sync(of_halong(patrol()), of_halong(flood()), of_halong(nihil()))
    for address in ("/", "/laporan", "/hp", "/anggota", "/rekap", "/pengumuman", "/tempel"):
        async with window(kecamatan, address) as seen:
            words = "\n".join(seen.texts())
            assert "Sungai Contoh" in words or "Halong" in words, address
            assert juais(words) == [], address


async def test_no_paper_speaks_of_juai(kecamatan: Office, sari: Phone, tmp_path: Path) -> None:
    ctx, report = kecamatan.ctx, of_halong(flood())
    await sari.sync(report)
    letter = laporan_paper(ctx, KASI, report.id)
    listing = roster_papers.paper(ctx, KASI, "anggota", "pdf", None)
    which, target = Which("2026-11"), tmp_path / "rekap.pdf"
    rekap_paper.make_pdf(ctx, rekap.read(ctx, KASI, which), which, target, lambda *_: None)
    assert letter is not None and letter.name == "laporan-halong-2026-11-0001.pdf"
    work = innovation_papers.paperwork(ctx, KASI, innovation.page(ctx, KASI, 2026))
    papers = {kind: innovation_papers.made(work, kind, "pdf") for kind in innovation_papers.MADE}
    for name, data in {**papers, "surat": letter.data, "rekap": target.read_bytes(),
                       "anggota": listing.data}.items():  # fmt: skip
        said = read(data).said()
        assert juais(said) == [], name
        assert "halong" in said.lower() or "contoh" in said.lower(), name


async def test_the_slip_of_a_code_names_village_and_kecamatan(kecamatan: Office) -> None:
    code = village_phones.new_code(kecamatan.ctx, KASI, MUARA, BU_IDA.nama, BU_IDA.jabatan)
    page = slip_page.slip(kecamatan.ctx.wilayah, code, "http://kantor")
    assert "Desa Muara Contoh, Kecamatan Halong" in page and juais(page) == []


@pytest.mark.parametrize(
    ("said", "desa"),
    [
        ("Sungai Contoh", SUNGAI), ("SEI. CONTOH", SUNGAI), ("sungaicontoh", SUNGAI),
        ("Ma Contoh", MUARA), ("moara contoh", MUARA), ("Contoha'an", CONTOHAAN),
    ],
)  # fmt: skip
async def test_the_reader_of_chats_knows_its_villages(
    kecamatan: Office, said: str, desa: str
) -> None:
    text = f"LAPORAN RONDA LINMAS DESA {said}\nTanggal : 23 November 2026\nTempat : RT 02"
    assert desk_laporan.read(kecamatan.ctx, KASI, text).value("desa") == desa


async def test_it_takes_a_village_of_another_kecamatan_for_none(kecamatan: Office) -> None:
    text = "LAPORAN RONDA LINMAS DESA LALAYAU\nTanggal : 23 November 2026\nTempat : RT 02"
    assert desk_laporan.read(kecamatan.ctx, KASI, text)["desa"].missing


async def test_its_roster_comes_in(kecamatan: Office) -> None:
    rows = [row(Desa="Sei Contoh"), row(Desa="Lalayau", **{"Nama lengkap": "Amat (contoh)"})]
    found = roster_import.examine(kecamatan.ctx, KASI, sheet(rows))
    assert [(fault.row, fault.code) for fault in found.faults] == [(3, "no_desa")]
    assert [one.record["desa"] for one in found.people] == [SUNGAI]


async def test_the_plain_pages_name_it(kecamatan: Office) -> None:
    for address in ("/tentang", "/pedoman"):
        page = await kecamatan.client.get(address)
        assert "Halong" in page.text and juais(page.text) == [], address
