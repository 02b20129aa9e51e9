"""Titip laporan: one phone seals without a signal, another brings it, the receipt comes back."""

from __future__ import annotations

import io
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from pathlib import Path

import pytest

from mobile.device.sealing import CryptoSealing
from mobile.usecases.titip import NoServerKey, NothingToSend, carry, let_go, make, waiting
from server.core import devices
from server.sinkron import titipan
from server.sinkron.titipan_reading import (
    OtherServerError,
    RevokedPhoneError,
    UnknownPhoneError,
    code_of,
)
from shared.codec import encode
from shared.frames import frame, frames
from shared.laporan import Laporan
from shared.sealed_file import (
    DamagedFileError,
    ForeignFileError,
    HugeFileError,
    NewerFileError,
    SealedFileError,
    head_of,
    seal,
)
from shared.status import PhoneState
from shared.titipan import ABOUT, FOTO, KIND, LAPORAN, MAX_BYTES, SETTING, SIGNATURE, Signed
from tests.both.conftest import serving
from tests.both.kit import RealServer, assert_all_arrived
from tests.both.titip_kit import PostPhone
from tests.cast import HAMARUNG, PAK_RUDI, flood, patrol
from tests.doubles.proxy import Link, Proxy

pytestmark = pytest.mark.anyio


@pytest.fixture
async def sealer(tmp_path: Path, server: RealServer) -> AsyncIterator[PostPhone]:
    """Bu Ida's phone, which will not reach the kecamatan any more."""
    phone = PostPhone(tmp_path / "ida")
    await phone.activate(server)
    yield phone
    await phone.close()


@pytest.fixture
async def carrier(tmp_path: Path, server: RealServer) -> AsyncIterator[PostPhone]:
    """Pak Rudi's phone, of another village, which drives through town."""
    phone = PostPhone(tmp_path / "rudi")
    await phone.activate(server, desa=HAMARUNG, nama=PAK_RUDI.nama)
    yield phone
    await phone.close()


def write(phone: PostPhone, photos: int = 2) -> list[Laporan]:
    """A patrol with photos and a flood, finished and unsent."""
    fotos = tuple(phone.photo(number) for number in range(photos))
    return [phone.finish(patrol(foto=fotos)), phone.finish(flood())]


def take_in(server: RealServer, data: bytes) -> titipan.Taken:
    """The desk takes a file in."""
    ctx = server.app.state.context
    return titipan.take_in_open(ctx, io.BytesIO(data), len(data), "meja")


def states(phone: PostPhone, sent: list[Laporan]) -> set[PhoneState]:
    return {phone.record(one).state for one in sent}


async def test_another_phone_brings_it_and_the_receipt_reaches_the_first_at_its_next_sync(
    server: RealServer, sealer: PostPhone, carrier: PostPhone
) -> None:
    sent = write(sealer)
    package, data = await sealer.sealed()
    assert (package.laporan, package.photos, package.left) == (2, 2, 0)
    await carry(carrier.use(), package.path.name, data)
    assert await carrier.engine.visit() is None
    (line,) = carrier.parcels.carried()
    assert (line.waiting, line.laporan, line.foto) == (False, 2, 2)
    assert server.reports(sent) == {one.id: encode(one) for one in sent}
    for foto in sent[0].foto:
        assert server.photo(foto.sha256) == sealer.photos.read(foto.sha256)
    assert states(sealer, sent) == {PhoneState.QUEUED}
    assert await sealer.engine.visit() is None
    assert_all_arrived(server, sealer, sent)
    assert [r.id for r in carrier.laporan.open_records()] == []


async def test_whoever_carries_it_can_read_nothing_of_it(
    sealer: PostPhone, carrier: PostPhone
) -> None:
    sent = write(sealer)
    _, data = await sealer.sealed()
    assert sent[0].uraian.encode() not in data
    assert sent[0].id.encode() not in data
    assert sealer.photos.read(sent[0].foto[0].sha256)[:64] not in data
    token = await sealer.secrets.token()
    assert token and token.encode() not in data


async def test_sent_twice_by_two_and_by_itself_it_is_there_once(
    server: RealServer, sealer: PostPhone, carrier: PostPhone
) -> None:
    sent = write(sealer)
    _, data = await sealer.sealed()
    first = take_in(server, data)
    await carry(carrier.use(), "titipan.titip", data)
    await carrier.engine.visit()
    await sealer.engine.visit()
    again = take_in(server, data)
    assert (first.accepted, first.photos) == (2, 2)
    assert (again.accepted, again.known, again.photos, again.photos_known) == (0, 2, 0, 2)
    assert_all_arrived(server, sealer, sent)


async def test_what_the_phone_sent_itself_meanwhile_is_not_doubled(
    server: RealServer, sealer: PostPhone
) -> None:
    sent = write(sealer)
    _, data = await sealer.sealed()
    await sealer.engine.visit()
    assert take_in(server, data).known == 2
    assert_all_arrived(server, sealer, sent)
    with pytest.raises(NothingToSend):
        await make(sealer.use())


async def test_a_report_that_is_mended_after_sealing_is_its_next_version(
    server: RealServer, sealer: PostPhone
) -> None:
    (first,) = write(sealer, photos=0)[:1]
    _, data = await sealer.sealed()
    mended = sealer.finish(replace(first, uraian="Ronda RT 02, ditambah RT 03."))
    assert mended.versi == 2
    assert await sealer.engine.visit() is None
    assert take_in(server, data).accepted == 0
    assert server.reports([first]) == {first.id: encode(mended)}


async def test_only_photos_that_the_kecamatan_lacks_travel(
    server: RealServer, sealer: PostPhone
) -> None:
    fotos = tuple(sealer.photo(number) for number in range(3))
    report = sealer.finish(patrol(foto=fotos))
    await sealer.engine._enter()
    await sealer.engine._exchange.send([sealer.record(report)], 1)
    assert sealer.record(report).state is PhoneState.TEXT_RECEIVED
    package, data = await sealer.sealed()
    assert (package.laporan, package.photos) == (1, 3)
    assert take_in(server, data).photos == 3
    assert await sealer.engine.visit() is None
    assert_all_arrived(server, sealer, [report])


async def test_a_link_that_breaks_loses_nothing_that_has_arrived(
    server: RealServer, sealer: PostPhone, carrier: PostPhone
) -> None:
    sent = write(sealer, photos=4)
    _, data = await sealer.sealed()
    await carry(carrier.use(), "titipan.titip", data)
    link = Link(cut_up=200_000)
    async with Proxy(server.port, link).running() as proxy:
        carrier.reach(proxy.port)
        for _ in range(8):
            await carrier.engine.visit()
            await server.settled(0)
            if not carrier.parcels.carried()[0].waiting:
                break
    assert carrier.parcels.carried()[0].laporan == len(sent)
    assert link.connections > 3
    assert link.up < 1.5 * len(data)
    assert server.reports(sent).keys() == {one.id for one in sent}


async def test_it_goes_on_at_the_byte_where_it_stopped(
    server: RealServer, sealer: PostPhone, carrier: PostPhone
) -> None:
    sent = write(sealer)
    _, data = await sealer.sealed()
    parcel = await carry(carrier.use(), "titipan.titip", data)
    identity = carrier.state.identity()
    assert identity is not None
    arriving = server.app.state.arriving
    arriving._files.begin(identity.device_id, parcel.sha256)
    arriving._files.append(identity.device_id, parcel.sha256, data[:100_000])
    sent_bytes: list[int] = []
    api = carrier.api
    whole = api.send_parcel

    async def counted(sha256: str, data: bytes, offset: int, moved: Callable[[int], None]):
        sent_bytes.append(len(data) - offset)
        return await whole(sha256, data, offset, moved)

    api.send_parcel = counted  # pyright: ignore[reportAttributeAccessIssue]
    assert await carrier.engine.visit() is None
    assert sent_bytes == [len(data) - 100_000]
    assert server.reports(sent).keys() == {one.id for one in sent}


async def test_a_kept_package_survives_the_end_of_the_app(
    server: RealServer, sealer: PostPhone, carrier: PostPhone
) -> None:
    sent = write(sealer)
    _, data = await sealer.sealed()
    await carry(carrier.use(), "titipan.titip", data)
    await carrier.start_again()
    await carrier.engine.visit()
    assert server.reports(sent).keys() == {one.id for one in sent}


async def test_reports_of_another_village_are_refused_by_the_rule_of_every_sync(
    server: RealServer, sealer: PostPhone
) -> None:
    stolen = patrol(desa=HAMARUNG, pelapor=PAK_RUDI)
    own = patrol()
    data = await forged(sealer, [stolen, own])
    taken = take_in(server, data)
    assert (taken.accepted, taken.refused) == (1, 1)
    assert server.reports([stolen, own]).keys() == {own.id}


async def test_a_photo_that_no_report_of_the_village_names_is_not_taken(
    server: RealServer, sealer: PostPhone
) -> None:
    stray = sealer.photo(99)
    data = await forged(sealer, [patrol()], [sealer.photos.read(stray.sha256)])
    assert take_in(server, data).photos_refused == 1
    assert server.photo(stray.sha256) is None


async def forged(
    phone: PostPhone, reports: list[Laporan], photos: list[bytes] | None = None,
    *, about: dict[str, str] | None = None, token: str = "", key: str = "",
) -> bytes:  # fmt: skip
    """A package made by hand, with the key of this phone unless told otherwise."""
    identity = phone.state.identity()
    assert identity is not None
    sealing = CryptoSealing()
    public = key or phone.state.sync_state().settings[SETTING]
    sealed = sealing.for_server(public)
    head, lines = head_of(KIND, sealed.facts)
    signed = Signed(head.bound)
    told = json.dumps(about or {"device": identity.device_id}).encode()
    parts = [signed.add(frame(ABOUT, told))]
    parts += [signed.add(frame(LAPORAN, json.dumps(encode(one)).encode())) for one in reports]
    parts += [signed.add(frame(FOTO, data)) for data in photos or []]
    shown = token or await phone.secrets.token() or ""
    parts.append(frame(SIGNATURE, sealing.sign(shown, signed.digest)))
    return lines + b"".join(seal(head, parts, sealed.cipher))


def _flip(data: bytes, at: float) -> bytes:
    place = int(len(data) * at)
    return data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]


def _swap_pieces(data: bytes) -> bytes:
    """Two sealed pieces change places."""
    start = data.index(b"\n", data.index(b"\n") + 1) + 1
    size = 64 * 1024 + 16
    one, two = data[start : start + size], data[start + size : start + 2 * size]
    return data[:start] + two + one + data[start + 2 * size :]


SPOILED: dict[str, tuple[Callable[[bytes], bytes], type[SealedFileError]]] = {
    "empty": (lambda _: b"", ForeignFileError),
    "a photo": (lambda _: b"\xff\xd8\xff\xe0" * 500, ForeignFileError),
    "another kind": (lambda d: d.replace(b"SINAR-TITIPAN", b"SINAR-PINDAH"), ForeignFileError),
    "of tomorrow": (lambda d: d.replace(b"TITIPAN 1", b"TITIPAN 2", 1), NewerFileError),
    "head only": (lambda d: d[:200], DamagedFileError),
    "cut in the middle": (lambda d: d[: len(d) // 2], DamagedFileError),
    "cut at a piece": (lambda d: _swap_pieces(d)[: -(len(d) % 65552 or 1)], DamagedFileError),
    "last byte gone": (lambda d: d[:-1], DamagedFileError),
    "a byte too many": (lambda d: d + b"x", DamagedFileError),
    "changed in the head": (lambda d: _flip(d, 0.0002), DamagedFileError),
    "changed early": (lambda d: _flip(d, 0.2), DamagedFileError),
    "changed late": (lambda d: _flip(d, 0.999), DamagedFileError),
    "pieces swapped": (_swap_pieces, DamagedFileError),
}


async def test_a_spoiled_package_is_refused_and_changes_nothing(
    server: RealServer, sealer: PostPhone
) -> None:
    sent = write(sealer)
    _, data = await sealer.sealed()
    before = server.rows("SELECT count(*) FROM laporan")
    for name, (spoil, error) in SPOILED.items():
        with pytest.raises((error, OtherServerError)) as caught:
            take_in(server, spoil(data))
        assert code_of(caught.value).startswith("titipan_"), name
        assert server.rows("SELECT count(*) FROM laporan") == before, name
    assert take_in(server, data).accepted == len(sent)


async def test_a_huge_file_is_not_even_looked_at(server: RealServer) -> None:
    with pytest.raises(HugeFileError):
        titipan.take_in_open(server.app.state.context, io.BytesIO(b"SINAR"), MAX_BYTES + 1, "meja")


async def test_nobody_makes_one_up_for_a_phone_whose_token_he_lacks(
    server: RealServer, sealer: PostPhone, carrier: PostPhone
) -> None:
    victim = sealer.state.identity()
    assert victim is not None
    about = {"device": victim.device_id}
    for token in ("dugaan", await carrier.secrets.token() or ""):
        with pytest.raises(UnknownPhoneError):
            take_in(server, await forged(carrier, [patrol()], about=about, token=token))
    with pytest.raises(UnknownPhoneError):
        take_in(server, await forged(sealer, [patrol()], about={"device": "tidak-ada"}))


async def test_a_phone_that_was_turned_away_hands_nothing_in(
    server: RealServer, sealer: PostPhone
) -> None:
    write(sealer)
    _, data = await sealer.sealed()
    identity = sealer.state.identity()
    assert identity is not None
    devices.revoke(server.app.state.context, identity.device_id, "Kasi Trantib (contoh)")
    with pytest.raises(RevokedPhoneError):
        take_in(server, data)


async def test_a_package_for_another_kecamatan_is_left_alone(
    server: RealServer, sealer: PostPhone, tmp_path: Path
) -> None:
    for other in serving(tmp_path / "lain"):
        write(sealer)
        _, data = await sealer.sealed()
        with pytest.raises(OtherServerError):
            take_in(other, data)


async def test_what_the_kecamatan_refuses_stays_with_the_carrier_as_a_reason(
    server: RealServer, sealer: PostPhone, carrier: PostPhone
) -> None:
    write(sealer)
    _, data = await sealer.sealed()
    await carry(carrier.use(), "titipan.titip", _flip(data, 0.5))
    assert await carrier.engine.visit() is None
    (line,) = carrier.parcels.carried()
    assert (line.trouble, line.waiting) == ("titipan_damaged", False)
    await let_go(carrier.use(), line.sha256)
    assert carrier.parcels.carried() == []


async def test_a_phone_that_never_heard_the_key_says_so_and_writes_no_file(
    server: RealServer, sealer: PostPhone
) -> None:
    write(sealer)
    sealer.state.update_sync(lambda state: replace(state, settings={}))
    assert (await waiting(sealer.use())).can_seal is False
    with pytest.raises(NoServerKey):
        await make(sealer.use())


async def test_a_phone_of_before_is_told_the_key_and_gives_its_own_at_its_next_sync(
    own_server: RealServer, tmp_path: Path
) -> None:
    phone = PostPhone(tmp_path / "lama")
    await phone.activate(own_server)
    with own_server.app.state.context.database.write() as db:  # as before the upgrade
        db.exec_driver_sql("UPDATE devices SET sign_key = NULL")
        db.exec_driver_sql("DELETE FROM settings WHERE key LIKE 'titip%'")
    phone.state.update_sync(lambda state: replace(state, settings={}))
    with own_server.away():
        pass
    await phone.engine.visit()
    sent = write(phone)
    _, data = await phone.sealed()
    assert take_in(own_server, data).accepted == len(sent)
    assert phone.state.sync_state().settings[SETTING]
    await phone.close()


def test_frames_that_are_none_are_known() -> None:
    for broken in (b"A\x00\x00\x00", b"A\x00\x00\x00\x05abc", b"A\xff\xff\xff\xff", b"\xff" * 9):
        with pytest.raises(DamagedFileError):
            list(frames([broken]))
    assert list(frames([frame("A", b"ab")[:3], frame("A", b"ab")[3:]])) == [("A", b"ab")]
