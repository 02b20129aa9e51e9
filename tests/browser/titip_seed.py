"""A phone with a report that waits: ``python -m tests.browser.titip_seed DIR SERVER CODE``.

It was activated while there was a signal; since then there is none. Prints the report's id; with
``empty`` behind it there is no report.
"""

from __future__ import annotations

import asyncio
import hashlib
import sys
from pathlib import Path

from mobile import bootstrap
from mobile.domain.record import Record, finished
from mobile.ports import PreparedPhoto
from mobile.sync.http_api import HttpApi
from shared.clock import SystemClock, format_time
from shared.laporan import Foto
from tests.both.kit import jpeg
from tests.cast import new_id, patrol


async def seed(data: Path, server: str, code: str, *what: str) -> str:
    data.mkdir(parents=True, exist_ok=True)
    house = bootstrap.build(data)
    api = HttpApi()
    answer = await api.activate(server, code, "HP (contoh)", "1.0.0")
    await api.close()
    house.state.set_identity(answer.identity)
    house.state.update_sync(lambda s: type(s)(settings=answer.settings))
    (data / "token").write_text(answer.token)
    if "empty" in what:
        return ""
    picture = jpeg(str(data))
    sha = hashlib.sha256(picture).hexdigest()
    house.photos.keep(PreparedPhoto(picture, picture, sha, 96, 96))
    report = patrol(id=new_id(), foto=(Foto(sha, len(picture), 96, 96),))
    now = format_time(SystemClock().now())
    house.laporan.put(finished(Record(report.id, draft=report), now, None))
    return report.id


if __name__ == "__main__":
    print(asyncio.run(seed(Path(sys.argv[1]), *sys.argv[2:])))
