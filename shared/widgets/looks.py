"""What both sides are drawn with: the faces, Material's colour roles, a sign for each jenis."""

from __future__ import annotations

import flet as ft

from shared.palette import Palette

MEDIUM = "Jakarta"
BOLD = "Jakarta Bold"
EXTRA = "Jakarta ExtraBold"
EMOJI = "Emoji"

JENIS_ICONS: dict[str, ft.IconData] = {
    "PATROLI": ft.Icons.NIGHTLIGHT,
    "JAGA_POS": ft.Icons.OTHER_HOUSES,
    "DETEKSI_DINI": ft.Icons.VISIBILITY,
    "PAM_GIAT": ft.Icons.GROUPS,
    "MEDIASI": ft.Icons.HANDSHAKE,
    "PERDES": ft.Icons.GAVEL,
    "PENYULUHAN": ft.Icons.CAMPAIGN,
    "SOSIAL": ft.Icons.VOLUNTEER_ACTIVISM,
    "SIAGA_BENCANA": ft.Icons.WATER,
    "KEBAKARAN": ft.Icons.LOCAL_FIRE_DEPARTMENT,
    "BENCANA": ft.Icons.FLOOD,
    "P3K": ft.Icons.MEDICAL_SERVICES,
    "DAPUR_UMUM": ft.Icons.SOUP_KITCHEN,
    "PEMILIHAN": ft.Icons.HOW_TO_VOTE,
    "OBVIT": ft.Icons.SHIELD,
    "BELA_NEGARA": ft.Icons.FLAG,
    "LATIHAN": ft.Icons.SCHOOL,
    "LAIN": ft.Icons.MORE_HORIZ,
}


def scheme(palette: Palette, **other: str) -> ft.ColorScheme:
    """Material's roles from our palette; ``other`` are those in which one side differs."""
    roles = {
        "primary": palette.primary,
        "on_primary": palette.on_primary,
        "primary_container": palette.primary_container,
        "on_primary_container": palette.on_primary_container,
        "secondary": palette.primary,
        "secondary_container": palette.primary_container,
        "on_secondary_container": palette.on_primary_container,
        "error": palette.error,
        "on_error": palette.on_error,
        "error_container": palette.error_container,
        "on_error_container": palette.on_error_container,
        "surface": palette.surface,
        "on_surface": palette.on_surface,
        "on_surface_variant": palette.on_surface_variant,
        "outline": palette.outline,
        "outline_variant": palette.outline_variant,
        "surface_container_lowest": palette.card,
        "surface_container_low": palette.card,
        "surface_container": palette.card,
        "surface_container_high": palette.card,
        "surface_container_highest": palette.quiet,
    }
    return ft.ColorScheme(**{**roles, **other})
