"""The pages of the innovation's evidence and of what people say, and their entry in the menu."""

from __future__ import annotations

import flet as ft

from server.desk import menu
from server.desk.menu import NavItem
from server.desk.pages import Page
from server.inovasi import teks
from server.inovasi.desk import addresses, addresses_suara
from server.inovasi.desk.addresses import (
    EvidencePlace,
    JourneyPlace,
    LegalPlace,
    ProfilePlace,
    SheetPlace,
    ValidatorPlace,
)
from server.inovasi.desk.bukti.indicator_screen import IndicatorPage
from server.inovasi.desk.bukti.journey_screen import JourneyPage
from server.inovasi.desk.bukti.legal_screen import LegalBasis
from server.inovasi.desk.bukti.measure_screen import MeasurePage
from server.inovasi.desk.bukti.measures_screen import MeasuresPage
from server.inovasi.desk.bukti.overview_screen import EvidenceOverview
from server.inovasi.desk.bukti.profile_screen import ProfilePage
from server.inovasi.desk.bukti.round_screen import RoundPage
from server.inovasi.desk.bukti.sheet_screen import SheetPage
from server.inovasi.desk.bukti.validator_screen import ValidatorPage
from server.inovasi.desk.bukti.years_screen import YearSets
from server.inovasi.desk.suara.complaints_screen import ComplaintsPage
from server.inovasi.desk.suara.survey_screen import SurveyPage
from shared.roles import Permission

SEEN_BY = Permission.READ_BUKTI

PAGES = (
    Page("bukti", lambda given: EvidencePlace(addresses.year(given)), EvidenceOverview, SEEN_BY),
    Page("bukti/indikator/:nomor", addresses.read_indicator, IndicatorPage, SEEN_BY),
    Page("bukti/ukuran/:masa", addresses.read_measures, MeasuresPage, SEEN_BY),
    Page("bukti/ukuran/:masa/:kode", addresses.read_measure, MeasurePage, SEEN_BY),
    Page(
        "bukti/perjalanan",
        lambda given: JourneyPlace(addresses.year(given)), JourneyPage, SEEN_BY,
    ),
    Page("bukti/profil", lambda given: ProfilePlace(addresses.year(given)), ProfilePage, SEEN_BY),
    Page("bukti/tahun", addresses.read_year_set, YearSets, SEEN_BY),
    Page("bukti/kelayakan", addresses.read_round, RoundPage, SEEN_BY),
    Page("bukti/lembar", lambda given: SheetPlace(addresses.year(given)), SheetPage, SEEN_BY),
    Page(
        "bukti/validator",
        lambda given: ValidatorPlace(addresses.year(given)), ValidatorPage, SEEN_BY,
    ),
    Page(
        "bukti/dasar-hukum",
        lambda _given: LegalPlace(), lambda desk, _place: LegalBasis(desk), SEEN_BY,
    ),
    Page("bukti/skm", addresses_suara.read_survey, SurveyPage, SEEN_BY),
    Page("bukti/pengaduan", addresses_suara.read_complaints, ComplaintsPage, SEEN_BY),
)  # fmt: skip
MENU = (NavItem(90, menu.BUKTI, teks.NAV, ft.Icons.INSIGHTS, EvidencePlace, SEEN_BY),)
