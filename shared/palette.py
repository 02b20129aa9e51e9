"""The colours of both apps, one frozen set a mode: roles of Material and the states' chips.

Contrast is held by a test: 7:1 for text on cards, 6.5:1 for second text, 3:1 for outlines.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Chip:
    """Background and foreground of a state, as ``#RRGGBB``."""

    back: str
    fore: str


@dataclass(frozen=True)
class Palette:
    """One mode's colours, named as ``ft.ColorScheme`` names them where it has the role."""

    name: str
    surface: str
    card: str
    quiet: str
    on_surface: str
    on_surface_variant: str
    outline: str
    outline_variant: str
    primary: str
    on_primary: str
    primary_container: str
    on_primary_container: str
    error: str
    on_error: str
    error_container: str
    on_error_container: str
    error_edge: str
    accent: str
    bar: str
    ok: Chip
    info: Chip
    wait: Chip
    fix: Chip
    bad: Chip
    mute: Chip
    nil: Chip
    off: Chip
    edge: float = 1.0
    field_edge: float = 1.5


TERANG = Palette(
    name="terang",
    surface="#F4F7F4", card="#FFFFFF", quiet="#EDF3EE",
    on_surface="#13201A", on_surface_variant="#46574E", outline="#75857C", outline_variant="#D3DDD6",
    primary="#0A5C3E", on_primary="#FFFFFF", primary_container="#CDEBDB",
    on_primary_container="#00321F",
    error="#B3261E", on_error="#FFFFFF", error_container="#FFE4E0", on_error_container="#7A140E",
    error_edge="#E9A8A1", accent="#F7BE48", bar="#FFFFFF",
    ok=Chip("#D3F0DF", "#0A5232"), info=Chip("#DCE9FB", "#124A86"),
    wait=Chip("#FFEBC2", "#5E4100"), fix=Chip("#FFE0CC", "#7A3100"),
    bad=Chip("#FFE4E0", "#8C1D18"), mute=Chip("#E5EAE7", "#3F4D46"),
    nil=Chip("#E4E4F6", "#3A3C7D"), off=Chip("#F0E7E1", "#5B4636"),
)  # fmt: skip

GELAP = Palette(
    name="gelap",
    surface="#0E1411", card="#18211C", quiet="#202B25",
    on_surface="#E7EFE9", on_surface_variant="#B7C6BD", outline="#8DA096", outline_variant="#33413A",
    primary="#83DAB0", on_primary="#003821", primary_container="#0F4F37",
    on_primary_container="#C9F2DC",
    error="#FFB4AB", on_error="#5F0F0A", error_container="#5A1712", on_error_container="#FFDAD5",
    error_edge="#8A3B35", accent="#F7BE48", bar="#141C18",
    ok=Chip("#123F2A", "#A9E9C6"), info=Chip("#12324F", "#B4D5FB"),
    wait=Chip("#3D2E08", "#FFDF9E"), fix=Chip("#56290A", "#FFCBA8"),
    bad=Chip("#5A1712", "#FFD2CC"), mute=Chip("#2A342F", "#CBD6D0"),
    nil=Chip("#2A2B57", "#CFD0FA"), off=Chip("#3A2F27", "#E6D3C5"),
)  # fmt: skip

SINAR = Palette(
    name="sinar",
    surface="#FFFFFF", card="#FFFFFF", quiet="#FFFFFF",
    on_surface="#000000", on_surface_variant="#1C1C1C", outline="#000000", outline_variant="#000000",
    primary="#00382A", on_primary="#FFFFFF", primary_container="#FFFFFF",
    on_primary_container="#000000",
    error="#8A0000", on_error="#FFFFFF", error_container="#FFFFFF", on_error_container="#8A0000",
    error_edge="#8A0000", accent="#FFFFFF", bar="#FFFFFF",
    ok=Chip("#00382A", "#FFFFFF"), info=Chip("#002E66", "#FFFFFF"),
    wait=Chip("#4D3300", "#FFFFFF"), fix=Chip("#6B2400", "#FFFFFF"),
    bad=Chip("#8A0000", "#FFFFFF"), mute=Chip("#2B2B2B", "#FFFFFF"),
    nil=Chip("#24265E", "#FFFFFF"), off=Chip("#40281A", "#FFFFFF"),
    edge=2.0, field_edge=2.0,
)  # fmt: skip

MODES: dict[str, Palette] = {mode.name: mode for mode in (TERANG, GELAP, SINAR)}
