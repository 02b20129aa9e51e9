"""What strangers, clocks and disks do: a clock that runs ahead and goes back, a photo folder that
is not there, lists that leave reports out, and the doors under attack.
"""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

from server.core import accounts, failed_log_ins, rate_limit, sessions
from server.core.files.object_store import PhotoFileError
from server.core.files.photo_files import PhotoKey
from server.core.sessions import Account
from server.laporan import deciding
from server.laporan.photos import Photos
from server.laporan.rows import photo_rows
from server.rawat import doctor, repair
from shared.laporan import Foto
from shared.protocol import PHOTOS
from shared.roles import Role
from tests.cast import KASI_TRANTIB, LALAYAU, patrol
from tests.faults.harness import Job, need
from tests.security import attack
from tests.server.kit import Office, Phone, inventory, office
from tests.server.photo_kit import jpeg, with_bytes

KASI = Account("kasi", Role.KASI_TRANTIB, KASI_TRANTIB)
PASSWORD = "kata sandi contoh"
MOST_WAIT_S = 15 * 60


async def clocks_go_back(job: Job) -> None:
    """A clock that was hours to years ahead while people worked; then all goes on as before."""
    dice = random.Random(job.seed)
    async with office(job.folder / "data") as juai:
        accounts.add(juai.ctx, "kasi", Role.KASI_TRANTIB, PASSWORD)
        for number in range(job.count):
            ahead = timedelta(hours=dice.choice((1, 30, 500, 9_000, 90_000)))
            with job.row.case(f"clock {number + 1}, {ahead} ahead"):
                await _one_clock(juai, ahead)


async def _one_clock(juai: Office, ahead: timedelta) -> None:
    ida, report = await juai.phone(), patrol()
    juai.clock.at += ahead
    await ida.send(report)
    for _ in range(7):
        with contextlib.suppress(sessions.LoginError):
            sessions.log_in(juai.ctx, "kasi", "salah sekali lagi", "10.0.0.7")
    deciding.verify(juai.ctx, KASI, report.id, 1)
    juai.clock.at -= ahead
    token = sessions.log_in(juai.ctx, "kasi", PASSWORD, "10.0.0.7")
    need(sessions.account_of(juai.ctx, token) is not None, "a log-in does not hold")
    need(deciding.settle(juai.ctx) == 1, "a decision waits for years")
    need((await ida.send(patrol()))["state"] == "accepted", "a phone is kept waiting")
    rate_limit.sweep(juai.ctx)
    failed_log_ins.tell_past(juai.ctx)
    for _ in range(7):
        try:
            sessions.log_in(juai.ctx, "kasi", "salah sekali lagi", "10.0.0.7")
        except sessions.LockedOutError as error:
            need(error.seconds <= MOST_WAIT_S, f"a wait of {error.seconds} s")
        except sessions.WrongPasswordError:
            continue
    juai.clock.move(minutes=16)


async def photo_folders(job: Job) -> None:
    """The disk of the photos goes and comes while the server runs and is examined."""
    dice = random.Random(job.seed)
    async with _photographed(job.folder / "data") as (juai, ida, keys):
        folder, photos = juai.ctx.settings.photo_folder, Photos(juai.ctx)
        aside = folder.with_name("diska")
        await photos.sweep()  # what has come is noted: so much is known without the disk
        photos.notes.write()
        for number in range(job.count):
            with job.row.case(f"disk {number + 1}"):
                folder.rename(aside)
                if dice.random() < 0.5:
                    folder.mkdir()
                juai.ctx.photos._looked_at = float("-inf")
                await _without_a_disk(juai, ida, photos, dice)
                if folder.exists():
                    need(not any(folder.iterdir()), "something was written in its place")
                    folder.rmdir()
                aside.rename(folder)
                await photos.sweep()
                photos.notes.write()
                with juai.ctx.database.read() as db:
                    noted = {PhotoKey(d, s): at for d, s, _, at in photo_rows.all_named(db)}
                need(all(noted[key] for key in keys), "a photo was marked lost")
                need(all(juai.ctx.photos.whole_size(key) for key in keys), "a photo is gone")
        photos.close()


async def _without_a_disk(juai: Office, ida: Phone, photos: Photos, dice: random.Random) -> None:
    for _ in range(3):
        deed = dice.randrange(4)
        if deed == 0:
            with contextlib.suppress(PhotoFileError):
                await photos.sweep()
        elif deed == 1:
            list(doctor.examine(juai.ctx))
        elif deed == 2:
            list(repair.repair(juai.ctx))
        else:
            answer = await ida.sync(patrol())
            need(answer["results"][0]["state"] == "accepted", "a report was not taken")
            need(answer["missing_photos"] == [], "photos were asked for again")


async def lists_leave_out(job: Job) -> None:
    """A phone's list that leaves out, doubles or misnames what it delivered, photos half sent."""
    dice = random.Random(job.seed)
    for number in range(job.count):
        async with _photographed(job.folder / f"data-{number}", whole=False) as (juai, ida, keys):
            with job.row.case(f"list {number + 1}"):
                await _one_list(ida, dice, {key.sha256 for key in keys})
                need(len(keys) > 1 and juai.ctx is not None, "nothing was tried")


async def _one_list(ida: Phone, dice: random.Random, wanted: set[str]) -> None:
    held = [patrol() for _ in range(4)]
    await ida.sync(*held)
    listed = [[one.id, dice.choice((0, 1, 1, 2, 9))] for one in held if dice.random() < 0.6]
    listed += [dice.choice(listed)] if listed else []
    await ida.sync(inventory_list=listed)
    found = await ida.sync(inventory=inventory())
    need({one["sha256"] for one in found["missing_photos"]} == wanted, "photos are forgotten")
    results = (await ida.sync(*held))["results"]
    need({one["state"] for one in results} == {"already_have"}, "a report came twice")


@contextlib.asynccontextmanager
async def _photographed(
    folder: Path, *, whole: bool = True
) -> AsyncIterator[tuple[Office, Phone, list[PhotoKey]]]:
    """A server to which Bu Ida has sent a report with three photos, whole or half."""
    pictures = [jpeg(seed) for seed in range(3)]
    async with office(folder) as juai:
        ida = await juai.phone()
        named = tuple(
            Foto(hashlib.sha256(data).hexdigest(), len(data), 320, 240) for data in pictures
        )
        await ida.sync(patrol(foto=named))
        for data in pictures:
            tus = {**ida.headers, "Tus-Resumable": "1.0.0"}
            sent = data if whole else data[: len(data) // 2]
            headers = {**tus, **with_bytes(data)}
            await ida.client.post(PHOTOS, headers=headers, content=sent)
        yield juai, ida, [PhotoKey(LALAYAU, foto.sha256) for foto in named]


async def under_attack(job: Job) -> None:
    """The script of the doors, each attack a case: nobody honest is shut out meanwhile."""
    for number in range(job.count):
        rounds = await asyncio.to_thread(attack.attacked, quiet=True)
        for told in rounds:
            with job.row.case(f"{told.name} ({number + 1})"):
                need(not told.shut_out, f"{told.shut_out} shut out: {told.line()}")
        job.row.told = f"slowest log-in {max(max(one.logins) for one in rounds):.1f} s"
