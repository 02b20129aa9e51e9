"""The three pictures of a slip: point the camera, install, open without signal."""

from __future__ import annotations

_PHONE = (
    '<rect x="{x}" y="{y}" width="44" height="78" rx="7" fill="#fff" stroke="#13201A" '
    'stroke-width="3"/><line x1="{l}" y1="{b}" x2="{r}" y2="{b}" stroke="#13201A" '
    'stroke-width="2"/>'
)
_GREEN, _INK, _SOFT = "#0A5C3E", "#13201A", "#D5E5DB"


def _phone(x: int, y: int) -> str:
    return _PHONE.format(x=x, y=y, l=x + 16, r=x + 28, b=y + 72)


def _box(x: int, y: int, size: int) -> str:
    """A small QR, as the eye knows it: three corners and some dots."""
    third = size // 3
    corners = "".join(
        f'<rect x="{x + dx}" y="{y + dy}" width="{third}" height="{third}" fill="none" '
        f'stroke="{_INK}" stroke-width="2.5"/>'
        for dx, dy in ((0, 0), (size - third, 0), (0, size - third))
    )
    dots = "".join(
        f'<rect x="{x + size - third + dx}" y="{y + size - third + dy}" width="3" height="3" '
        f'fill="{_INK}"/>'
        for dx, dy in ((0, 0), (6, 2), (2, 6), (7, 7))
    )
    return corners + dots


def _mark(x: int, y: int, size: int) -> str:
    """The app's own sign: a green square with a rising sun."""
    middle, low = x + size / 2, y + size * 0.68
    return (
        f'<rect x="{x}" y="{y}" width="{size}" height="{size}" rx="{size / 4}" fill="{_GREEN}"/>'
        f'<circle cx="{middle}" cy="{low}" r="{size * 0.22}" fill="#FFD166"/>'
        f'<line x1="{x + size * 0.15}" y1="{low}" x2="{x + size * 0.85}" y2="{low}" '
        f'stroke="#fff" stroke-width="{size * 0.07}"/>'
    )


def _svg(words: str, inside: str) -> str:
    return f'<svg viewBox="0 0 120 96" role="img" aria-label="{words}">{inside}</svg>'


def point(words: str) -> str:
    """The phone's camera looks at the slip."""
    sight = (
        f'<polygon points="62,44 92,26 92,66" fill="{_SOFT}"/>'
        f'<circle cx="38" cy="22" r="4" fill="{_INK}"/>'
    )
    paper = (
        f'<rect x="84" y="18" width="34" height="56" rx="3" fill="#fff" stroke="{_INK}" '
        'stroke-width="2"/>'
    )
    return _svg(words, _phone(16, 9) + sight + paper + _box(90, 30, 22))


def install(words: str) -> str:
    """One button: the app goes onto the phone."""
    button = (
        f'<rect x="44" y="52" width="32" height="12" rx="6" fill="{_GREEN}"/>'
        '<path d="M60 54v6m-3-3l3 3l3-3" stroke="#fff" stroke-width="2" fill="none"/>'
    )
    finger = f'<circle cx="72" cy="66" r="9" fill="{_SOFT}" stroke="{_INK}" stroke-width="2"/>'
    return _svg(words, _phone(38, 9) + _mark(51, 22, 18) + button + finger)


def home(words: str) -> str:
    """From the home screen, also without signal."""
    others = "".join(
        f'<rect x="{x}" y="{y}" width="9" height="9" rx="2.5" fill="{_SOFT}"/>'
        for x, y in ((43, 18), (56, 18), (69, 18), (43, 32), (69, 32), (43, 46), (56, 46))
    )
    away = (
        f'<path d="M92 22q10-9 20 0M96 28q6-5 12 0" stroke="{_INK}" stroke-width="2.5" '
        'fill="none"/>'
        f'<circle cx="102" cy="33" r="2" fill="{_INK}"/>'
        '<line x1="90" y1="38" x2="114" y2="14" stroke="#B3261E" stroke-width="3"/>'
    )
    return _svg(words, _phone(38, 9) + others + _mark(54, 30, 13) + away)


PICTURES = (point, install, home)
