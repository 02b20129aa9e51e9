"""One photo of 12 megapixels as a phone writes it, drawn once for all."""

import pytest

from mobile.device.images import PillowImages
from mobile.ports import PreparedPhoto
from tests.mobile.device import pictures

STRIP = (
    "Desa Lalayau · Patroli / ronda · Selasa 24-11-2026, 20.41 WITA",
    "-2,18923 115,61123 (± 12 m) · SINAR LINMAS – Kec. Juai",
)


@pytest.fixture(scope="session")
def camera_file() -> bytes:
    """Held upright: the sensor lies on its side, EXIF says so."""
    scene = pictures.scene(4000, 3000)
    exif = pictures.camera_exif(orientation=6)
    return pictures.jpeg(scene, exif=exif, comment=b"catatan kamera", icc_profile=b"profil" * 30)


@pytest.fixture(scope="session")
def strip() -> tuple[str, str]:
    return STRIP


@pytest.fixture(scope="session")
def kept(camera_file: bytes) -> PreparedPhoto:
    return PillowImages().made(camera_file, STRIP)


@pytest.fixture
def images() -> PillowImages:
    return PillowImages()
