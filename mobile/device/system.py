"""The parts of a phone with a system of its own: Pillow, cryptography, files, a keystore."""

from __future__ import annotations

from pathlib import Path

import flet as ft
from flet_secure_storage import SecureStorage

from mobile.device.images import PillowImages, strip_font
from mobile.device.kit import Parts
from mobile.device.sealing import CryptoSealing
from mobile.device.secrets import FileSecrets, SystemSecrets
from mobile.device.space import DiskSpace
from mobile.ports import Secrets
from mobile.usecases.phone import OwnRoom


def system_parts(page: ft.Page, data: Path, assets: Path) -> Parts:
    """`data` is the app's folder, `assets` holds its fonts."""
    return Parts(
        images=PillowImages(strip_font(assets)),
        sealing=CryptoSealing(),
        secrets=secrets_of(page, data),
        space=DiskSpace(data),
        keeping=OwnRoom(),
    )


def secrets_of(page: ft.Page, data: Path) -> Secrets:
    """The system's secure storage on a phone, a file of one's own elsewhere."""
    if not page.web and page.platform in (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS):
        return SystemSecrets(SecureStorage())
    return FileSecrets(data / "token")
