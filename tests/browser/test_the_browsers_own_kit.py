"""What only a browser can show of its kit: its own files, a second window, a quota, keys."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from mobile.device.sealing import CryptoSealing
from mobile.web.sealing import NobleSealing
from shared.sealed_file import DamagedFileError
from tests.browser import bare_page

BEGIN = """
from pathlib import Path
from mobile.store.disk import place
from mobile.web import one_window
from mobile.web.opfs import open_disk
root = Path("/data")
"""
OPEN = (
    BEGIN
    + """
disk = globals()["disk"] = await open_disk(root)
"""
)
SAVE = """
place(disk, root / "aktif/a.a.json", "Ronda malam".encode())
disk.sync_folder(root / "aktif")
"""
PATIENT = "from mobile.web import opfs\nopfs.PATIENCE_MS = {}\n"
GONE_AT_THE_20TH = """
from js import BroadcastChannel
from pyodide.ffi import create_proxy
globals()["line"], globals()["asked"] = BroadcastChannel.new("sinar-window"), []
def hear(_event):
    asked.append(1)
    if len(asked) == 20:
        disk.close()
line.onmessage = create_proxy(hear)
"""
READ = 'return disk.read(root / "aktif/a.a.json").decode()'


KEPT_AND_PUT_BACK = """async () => {
  const ready = await import("/hp/ready.js"), page = 65536, head = 128;
  const memory = new Uint8Array(head + 6 * page), words = new Int32Array(memory.buffer);
  words.set([7, head]);
  for (const at of [head, head + page - 1, head + 3 * page + 5, memory.length - 1]) memory[at] = 9;
  await ready.keep("/hp/b/a.zip", {memory, app: new Uint8Array([1]), library: new Uint8Array([2])});
  const found = await ready.found("/hp/b/a.zip"), heap = new Int8Array(6 * page);
  ready.putBack(found)((size) => size === heap.length ? heap : null);
  await ready.drop();
  return [found.memory.length, memory.length,
    heap.every((byte, at) => byte === memory[head + at]), await ready.found("/hp/b/a.zip")];
}"""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with bare_page.served() as address:
        yield address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(accept_downloads=True)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext, address: str) -> Page:
    return opened(context, address)


def opened(context: BrowserContext, address: str) -> Page:
    page = context.new_page()
    page.goto(address)
    return page


def tried(code: str, error: str, told: str) -> str:
    """The code, and what comes back instead of its error."""
    inside = "\n".join(f"    {line}" for line in code.strip().splitlines())
    return f"try:\n{inside}\nexcept {error} as error:\n    return {told}"


IN_USE = "from mobile.store.claim import InUse\n" + tried(OPEN, "InUse", "'in use'")


def test_one_window_has_the_files_and_lets_go_when_another_asks(
    context: BrowserContext, address: str
) -> None:
    first, second = opened(context, address), opened(context, address)
    bare_page.python(first, OPEN + SAVE)
    assert bare_page.python(second, PATIENT.format(1) + IN_USE) == "in use"

    # The first one has never said that it would let go, like a window that sleeps.
    asked = BEGIN + "one_window.PATIENCE_MS = {}\nreturn await one_window.take_over()"
    assert bare_page.python(second, asked.format(200)) is False

    taken = "globals()['taken'] = []\nawait one_window.hold(disk, lambda: taken.append(1))"
    bare_page.python(first, BEGIN + taken)
    # It answers now: whoever would wait for a day hears at once that the files are another's.
    assert bare_page.python(second, PATIENT.format(86_400_000) + IN_USE) == "in use"
    assert bare_page.python(second, asked.format(20_000)) is True
    assert bare_page.python(second, OPEN + READ) == "Ronda malam"
    assert bare_page.python(second, "return disk.wanting()") == []
    late = (
        BEGIN + "import errno\n" + tried(SAVE, "OSError", "[taken, errno.errorcode[error.errno]]")
    )
    assert bare_page.python(first, late) == [[1], "EBADF"]
    first.close()
    second.close()
    assert bare_page.python(opened(context, address), OPEN + READ) == "Ronda malam"


def test_files_that_a_closed_page_holds_on_for_a_moment_are_waited_for(
    context: BrowserContext, address: str
) -> None:
    first, second = opened(context, address), opened(context, address)
    late = "import asyncio\nasyncio.get_running_loop().call_later(2, disk.close)"
    bare_page.python(first, OPEN + SAVE + late)
    words = bare_page.python(second, PATIENT.format(60_000) + OPEN + READ)
    assert words == "Ronda malam"


def test_they_are_asked_for_again_and_again_in_a_second(
    context: BrowserContext, address: str
) -> None:
    """Whoever held them on for a moment costs that moment, not half a second each time."""
    first, second = opened(context, address), opened(context, address)
    bare_page.python(first, OPEN + SAVE + GONE_AT_THE_20TH)
    words = bare_page.python(second, PATIENT.format(9_000) + OPEN + READ)
    assert words == "Ronda malam"


ROOM = """
from mobile.web.space import BrowserSpace, Room
from mobile.web.world import load
storage = await load("storage.js")
async def room():
    told = await storage.room()
    return Room(int(told.quota), int(told.usage), bool(told.kept))
space = BrowserSpace(room, disk)
await space.look()
before = space.free_bytes()
place(disk, root / "foto/a.jpg", b"x" * 500_000)
disk.sync_folder(root / "foto")
return [before, before - space.free_bytes(), space.kept]
"""
FILL = """
import errno, os
kept = 0
try:
    while kept < 200:
        place(disk, root / f"foto/{kept}.jpg", os.urandom(100_000))
        disk.sync_folder(root / "foto")
        kept += 1
except OSError as error:
    full = error.errno == errno.ENOSPC
for number in range(kept):
    disk.remove(root / f"foto/{number}.jpg")
disk.sync_folder(root / "foto")
return [kept, full, disk.names(root / "foto"), disk.read(root / "aktif/a.a.json").decode()]
"""


def test_a_quota_that_is_used_up_is_a_full_disk_and_things_can_still_go(
    context: BrowserContext, page: Page, address: str
) -> None:
    before, taken, kept_for_good = bare_page.python(page, OPEN + SAVE + ROOM)
    assert before > 10_000_000
    assert 500_000 <= taken < 501_000
    assert kept_for_good is False

    devtools = context.new_cdp_session(page)
    origin = address.removesuffix("/hp/")
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 2_000_000})
    kept, full, names, words = bare_page.python(page, BEGIN + FILL)
    assert 0 < kept < 200
    assert (full, names, words) == (True, ["a.jpg"], "Ronda malam")


SHEET = """
window.given = [];
navigator.canShare = () => true;
navigator.share = async (what) => {
  if (window.fate) throw new DOMException("", window.fate);
  for (const file of what.files || [])
    given.push([what.text, file.name, file.type, await file.text()]);
};
"""
HANDS = """
from mobile.ports import HandedFile
from mobile.web.hands import PageHands
from mobile.web.outside import Outside
hands = globals()["hands"] = PageHands(Outside(), disk)
path = globals()["path"] = root / "titipan/keluar/titipan.titip"
with disk.create(path) as file:
    for part in range(3):
        disk.write(file, str(part).encode() * 200_000)
    disk.sync(file)
globals()["files"] = [
    HandedFile("foto-1.jpg", "image/jpeg", b"ronda"),
    HandedFile("foto-2.jpg", "image/jpeg", b"pos"),
]
globals()["parcel"] = HandedFile("titipan.titip", "application/octet-stream", path)
"""
SHARE = "return await hands.share('Teks laporan', 'LAPORAN RONDA', files)"


def test_a_file_leaves_by_the_share_sheet_or_as_a_download(
    context: BrowserContext, address: str
) -> None:
    page = context.new_page()
    page.add_init_script(SHEET)
    page.goto(address)
    assert bare_page.python(page, OPEN + HANDS + SHARE) is True
    assert page.evaluate("given") == [
        ["LAPORAN RONDA", "foto-1.jpg", "image/jpeg", "ronda"],
        ["LAPORAN RONDA", "foto-2.jpg", "image/jpeg", "pos"],
    ]
    with page.expect_download() as download:
        assert bare_page.python(page, "return await hands.save(parcel)") is True
    assert download.value.suggested_filename == "titipan.titip"
    assert download.value.path().read_bytes() == b"".join(b"%d" % n * 200_000 for n in range(3))

    # Closed by the person, that is an answer; a sheet that cannot open leaves another way.
    page.evaluate("window.fate = 'AbortError'")
    assert bare_page.python(page, SHARE) is True
    page.evaluate("window.fate = 'NotAllowedError'")
    assert bare_page.python(page, SHARE) is False


# Keys -------------------------------------------------------------------------------------------


class PageNoble:
    """The bundle in the page; what it makes comes back as bytes."""

    def __init__(self, page: Page) -> None:
        self._page = page

    def __getattr__(self, what: str) -> Any:
        return lambda *given: bare_page.call(self._page, "seal.js", what, *given)


@pytest.fixture
def noble(page: Page) -> NobleSealing:
    sealing = NobleSealing()
    sealing._noble = PageNoble(page)
    return sealing


SERVER = "09" + "00" * 31
NONCE, BOUND = bytes(range(12)), b"which file, which piece"


def test_a_phrase_opens_on_either_road_what_was_sealed_on_the_other(noble: NobleSealing) -> None:
    salt = bytes(range(16))
    ours, theirs = (
        sealing.for_phrase("hujan deras di pos ronda", salt) for sealing in (noble, CryptoSealing())
    )
    assert ours.facts == theirs.facts
    words = b"Ronda malam, aman." * 999
    sealed = ours.cipher.seal(NONCE, words, BOUND)
    assert sealed == theirs.cipher.seal(NONCE, words, BOUND)
    assert theirs.cipher.open(NONCE, sealed, BOUND) == words
    assert ours.cipher.open(NONCE, sealed, BOUND) == words
    for harm in (sealed[:-1], sealed[:5] + b"x" + sealed[6:], b""):
        with pytest.raises(DamagedFileError):
            ours.cipher.open(NONCE, harm, BOUND)
    with pytest.raises(DamagedFileError):
        ours.cipher.open(NONCE, sealed, b"another piece")
    assert ours.cipher.open(NONCE, ours.cipher.seal(NONCE, b"", BOUND), BOUND) == b""


def test_the_kecamatan_opens_what_the_browser_sealed_for_it(noble: NobleSealing) -> None:
    from cryptography.hazmat.primitives.asymmetric.x25519 import (
        X25519PrivateKey,
        X25519PublicKey,
    )
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    from shared.titipan import KEY_INFO

    office = X25519PrivateKey.generate()
    public = office.public_key().public_bytes_raw()
    key = noble.for_server(public.hex())
    mine = bytes.fromhex(key.facts["pub"])
    secret = office.exchange(X25519PublicKey.from_public_bytes(mine))
    opened = HKDF(SHA256(), 32, mine + public, KEY_INFO).derive(secret)
    sealed = key.cipher.seal(NONCE, b"laporan", BOUND)
    assert ChaCha20Poly1305(opened).decrypt(NONCE, sealed, BOUND) == b"laporan"
    assert noble.for_server(public.hex()).facts["pub"] != key.facts["pub"]


def test_both_roads_sign_alike(noble: NobleSealing) -> None:
    digest = base64.b64decode("q83vEiM0RVZneImaq7zN3u/w")
    assert noble.sign("token-of-ida", digest) == CryptoSealing().sign("token-of-ida", digest)


def test_a_kept_memory_is_put_back_as_it_was_and_its_empty_pages_are_not_kept(page: Page) -> None:
    kept, whole, same, after = page.evaluate(KEPT_AND_PUT_BACK)
    assert kept == whole - 3 * 65536
    assert same
    assert after is None
