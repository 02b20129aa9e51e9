"""Where faces, logo and pictures lie: beside the code, or inside the package when it was installed.

On the phone and in a checkout it is the folder ``assets`` at the root; a wheel brings a copy of
what programs need of it in ``shared/packed``.
"""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKED = HERE / "packed"
BESIDE = HERE.parent / "assets"

ASSETS = BESIDE if (BESIDE / "logo.png").is_file() else PACKED
FONTS = ASSETS / "fonts"
