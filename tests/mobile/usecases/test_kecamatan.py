"""A phone knows its kecamatan from what the server says, and from its activation before that."""

from __future__ import annotations

from dataclasses import replace

from mobile.usecases.kecamatan import kecamatan
from mobile.usecases.phone import Phone
from shared.documents.laporan_pdf import laporan_pdf
from shared.documents.privacy_notice import notice
from shared.documents.wa_text import wa_text
from shared.wilayah import SETTING, to_json
from tests import cast
from tests.halong import HALONG, juais, of_halong
from tests.shared.paper_kit import read


def test_a_phone_of_before_keeps_the_names_of_its_activation(phone: Phone) -> None:
    known = kecamatan(phone.state)
    assert (known.nama, known.nama_desa(cast.LALAYAU)) == ("Juai", "Lalayau")
    assert "*Desa Lalayau, Kecamatan Juai*" in wa_text(known, cast.patrol())
    assert notice(known, {})[0].lines[0].startswith("Kecamatan Juai, bersama pemerintah desa")


def test_what_the_settings_say_comes_first(phone: Phone) -> None:
    told = {SETTING: to_json(cast.JUAI)}
    phone.state.update_sync(lambda state: replace(state, settings=told))
    assert kecamatan(phone.state) == cast.JUAI
    assert "Kabupaten Balangan" in notice(kecamatan(phone.state), told)[0].lines[0]


def test_another_kecamatans_phone_speaks_of_its_own(phone: Phone) -> None:
    told = {SETTING: to_json(HALONG)}
    phone.state.update_sync(lambda state: replace(state, settings=told))
    known, report = kecamatan(phone.state), of_halong(cast.patrol())
    assert "*Desa Sungai Contoh, Kecamatan Halong*" in wa_text(known, report)
    words = [wa_text(known, report), *(line for one in notice(known, told) for line in one.lines)]
    assert juais("\n".join(words)) == []
    letter = laporan_pdf(known, report, None, told, lambda _sha: None)
    assert "KECAMATAN HALONG" in (said := read(letter).said()) and juais(said) == []
