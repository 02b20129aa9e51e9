"""What a photo costs: time against the floor of any pipeline, and memory of a fresh process.

The floor is what nobody can do without: decode at reduced size, resize, one progressive encode.
"""

from __future__ import annotations

import contextlib
import io
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PIL import Image

from mobile.device.images import PillowImages, strip_font
from tests.mobile.device import pictures

STRIP = (
    "Desa Lalayau · Patroli / ronda · Selasa 24-11-2026, 20.41 WITA",
    "-2,18923 115,61123 (± 12 m) · SINAR LINMAS – Kec. Juai",
)
FONT = strip_font(Path(__file__).parents[2] / "assets")
MP12, MP50 = (4000, 3000), (8160, 6120)
SCENES, ROUNDS = 7, 3


def figures() -> list[tuple[str, str]]:
    """(what, figure) for the table that `make bench` prints."""
    return [*_times(), *_memory()]


def _times() -> list[tuple[str, str]]:
    ratios, seconds, sizes = [], [], []
    for seed in range(1, SCENES + 1):
        detail = 0.4 + 0.2 * seed  # from a grey sky to leaves everywhere
        data = pictures.jpeg(
            pictures.scene(*MP12, seed=seed, detail=detail),
            exif=pictures.camera_exif(orientation=6),
        )
        kept = PillowImages(FONT).made(data, STRIP)
        whole, floor = _side_by_side(data)
        ratios.append(whole / floor)
        seconds.append(whole)
        sizes.append(len(kept.jpeg))
    return [
        (
            "12 MP to stored photo, against the floor: median",
            f"{statistics.median(ratios):.2f} times",
        ),
        ("12 MP to stored photo, against the floor: worst", f"{max(ratios):.2f} times"),
        ("12 MP to stored photo, here: median", f"{statistics.median(seconds) * 1000:.0f} ms"),
        ("stored photo: median, largest", f"{statistics.median(sizes):.0f}, {max(sizes)} bytes"),
    ]


def _side_by_side(data: bytes) -> tuple[float, float]:
    """Both ways in turn, so that a busy machine slows both; the best of each."""
    images = PillowImages(FONT)
    whole, floor = [], []
    for _ in range(ROUNDS):
        floor.append(_timed(lambda: _floor(data)))
        whole.append(_timed(lambda: images.made(data, STRIP)))
    return min(whole), min(floor)


def _floor(data: bytes) -> None:
    with Image.open(io.BytesIO(data)) as image:
        image.draft("RGB", (1280, 960))
        small = image.resize((1280, 960), Image.Resampling.LANCZOS)
    small.save(io.BytesIO(), "JPEG", quality=70, progressive=True)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _memory() -> list[tuple[str, str]]:
    rows = []
    for name, size, progressive in (
        ("12 MP", MP12, False),
        ("50 MP", MP50, False),
        ("12 MP progressive", MP12, True),
    ):
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "kamera.jpg"
            scene = pictures.scene(*MP12).resize(size)  # fifty drawn anew would take a minute
            file.write_bytes(pictures.jpeg(scene, progressive=progressive))
            rows.append((f"{name} to stored photo: more memory", f"{_extra_mb(file):.0f} MB"))
    return rows


def _extra_mb(file: Path) -> float:
    """Peak memory that one photo adds in a fresh process, its own bytes not counted."""
    command = [sys.executable, "-m", "tests.bench.photos", "--one", str(file)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


def _one(file: Path) -> None:
    data = file.read_bytes()
    images = PillowImages(FONT)
    tiny = pictures.jpeg(Image.new("RGB", (64, 64)))
    images.made(tiny, STRIP)  # codecs and font loaded: they are the app's, not the photo's
    before = _peak_kb()
    images.made(data, STRIP)
    print((_peak_kb() - before) / 1000)


def _peak_kb() -> int:
    # Not getrusage: its maximum is inherited from the process that started this one.
    status = Path("/proc/self/status").read_text()
    return int(status.partition("VmHWM:")[2].split()[0])


def main() -> None:
    """Print the table; ``--one FILE`` is the fresh process of the memory figures."""
    if sys.argv[1:2] == ["--one"]:
        _one(Path(sys.argv[2]))
        return
    for what, figure in figures():
        print(f"{what:60} {figure}")


if __name__ == "__main__":
    with contextlib.suppress(BrokenPipeError):
        main()
