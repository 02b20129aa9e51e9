"""One life of the app's stores in a real browser: what its thread runs until it is killed.

`FIRST` opens the files and tells what is there; `LIVE` types, photographs, finishes, is received
and tidies without end, and tells each thing when it is safe.
"""

FIRST = """
import hashlib, json, random
from dataclasses import replace
from pathlib import Path
from mobile.domain.record import edited, finished
from mobile.domain.record_answers import text_received
from mobile.ports import PreparedPhoto
from mobile.store.photos import FilePhotos
from mobile.store.reports import FileLaporan
from mobile.web import disk as disk_module
from mobile.web.opfs import open_disk
from mobile.web.world import page
from tests import cast

# Segments so short that they are cleaned all the time.
disk_module.SEGMENT_BYTES.update(a=30_000, b=30_000, foto=400_000)
AT = "2026-11-24T20:50:00+08:00"
root = Path("/data")
disk = await open_disk(root)
photos, store = FilePhotos(root, disk), FileLaporan(root, disk)
globals().update(locals())

def told(record):
    laporan = record.current
    return {
        "words": int(laporan.uraian or 0), "photos": [f.sha256 for f in laporan.foto],
        "resi": list(record.resi), "versi": record.sent.versi if record.sent else 0,
    }

everything = [r for r in store.open_records()]
for month in store.months():
    everything += store.history(month)
return {
    "records": [[r.id, told(r)] for r in everything],
    "whole": [f.sha256 for r in everything for f in r.photos if photos.whole(f.sha256)],
    "damages": [d.file for d in store.damages() if not d.recovered],
    "harmed": list(disk.harmed), "bytes": disk.bytes,
}
"""

LIVE = """
import asyncio

def say(kind, ident, value):
    page.tell(json.dumps({"ask": "confirmed", "kind": kind, "ident": ident, "value": value}))

async def live(seed):
    dice = random.Random(seed)
    opened = [r.id for r in store.open_records()]
    while True:
        await asyncio.sleep(0)
        if not opened or (len(opened) < 4 and dice.random() < 0.05):
            record = cast.draft_of(cast.patrol(uraian="0"))
            store.put(record)
            opened.append(record.id)
        ident = dice.choice(opened)
        record = store.get(ident)
        chance = dice.random()
        if record.draft is None or chance < 0.03:
            if record.draft is not None:
                store.update(ident, lambda r: finished(r, AT, None))
            resi = f"JUAI-2026-11-{dice.randrange(10_000):04}"
            store.update(ident, lambda r: text_received(r, r.sent.versi, resi, (), AT))
            say("resi", ident, resi)
            opened.remove(ident)
        elif chance < 0.15 and len(record.draft.foto) < 5:
            data = dice.randbytes(60_000)
            sha = hashlib.sha256(data).hexdigest()
            photos.keep(PreparedPhoto(data, data[:6_000], sha, 1280, 960))
            foto = cast.foto(sha, len(data))
            store.update(
                ident,
                lambda r: edited(r, replace(r.draft, foto=(*r.draft.foto, foto)), AT, "foto"),
            )
            say("photo", ident, sha)
        else:
            number = int(record.draft.uraian) + 1
            store.update(
                ident,
                lambda r: edited(r, replace(r.draft, uraian=str(number)), AT, "uraian"),
                settle=chance > 0.9,
            )
            say("words", ident, number)

globals()["living"] = asyncio.ensure_future(live({seed}))
return 1
"""
