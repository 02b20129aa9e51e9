"""Which page of the evidence an address leads to."""

from __future__ import annotations

import flet as ft

from server.desk.page_context import Desk
from server.inovasi.desk.addresses import (
    EvidencePlace,
    IndicatorPlace,
    JourneyPlace,
    LegalPlace,
    MeasurePlace,
    MeasuresPlace,
    OfInnovation,
    ProfilePlace,
    YearSetPlace,
)
from server.inovasi.desk.bukti.indicator_screen import IndicatorPage
from server.inovasi.desk.bukti.journey_screen import JourneyPage
from server.inovasi.desk.bukti.legal_screen import LegalBasis
from server.inovasi.desk.bukti.measure_screen import MeasurePage
from server.inovasi.desk.bukti.measures_screen import MeasuresPage
from server.inovasi.desk.bukti.overview_screen import EvidenceOverview
from server.inovasi.desk.bukti.profile_screen import ProfilePage
from server.inovasi.desk.bukti.years_screen import YearSets


def evidence_page(desk: Desk, place: OfInnovation) -> ft.Control:
    match place:
        case EvidencePlace():
            return EvidenceOverview(desk, place)
        case IndicatorPlace():
            return IndicatorPage(desk, place)
        case MeasuresPlace():
            return MeasuresPage(desk, place)
        case MeasurePlace():
            return MeasurePage(desk, place)
        case JourneyPlace():
            return JourneyPage(desk, place)
        case ProfilePlace():
            return ProfilePage(desk, place)
        case YearSetPlace():
            return YearSets(desk, place)
        case LegalPlace():
            return LegalBasis(desk)
