"""A bad link between a phone and a server: cuts, loses, delays, doubles, or answers by itself."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

PORTAL = b"<html><h1>Selamat datang di Wi-Fi Kafe</h1><form>nomor kamar</form></html>"
PAGE = (
    b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
    b"Content-Length: %d\r\n\r\n%s" % (len(PORTAL), PORTAL)
)
CHUNK = 4096


@dataclass
class Link:
    """How the link behaves, and what has gone over it. May be changed between connections.

    ``cut_up``, ``cut_down``: each connection ends after so many bytes from the phone or from the
    server. ``lose_answers``: so many answers never arrive, though the server gave them.
    """

    cut_up: int | None = None
    cut_down: int | None = None
    lose_answers: int = 0
    portal: bool = False
    closed: bool = False
    delay_s: float = 0.0
    bytes_per_s: float | None = None
    duplicate: bool = False

    connections: int = 0
    up: int = 0
    down: int = 0
    requests: list[bytes] = field(default_factory=list)


@dataclass
class _Ends:
    """The four loose ends of one connection."""

    from_phone: asyncio.StreamReader
    to_phone: asyncio.StreamWriter
    from_server: asyncio.StreamReader
    to_server: asyncio.StreamWriter
    twin: asyncio.StreamWriter | None = None
    finished: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass
class Proxy:
    """Listens on a port of its own and passes everything on to ``target``."""

    target: int
    link: Link = field(default_factory=Link)
    port: int = 0

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[Proxy]:
        """The proxy works while the block does."""
        open_ones: set[asyncio.Task[None]] = set()

        def accept(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            task = asyncio.create_task(self._connection(reader, writer))
            open_ones.add(task)
            task.add_done_callback(open_ones.discard)

        server = await asyncio.start_server(accept, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]
        try:
            yield self
        finally:
            server.close()
            for task in tuple(open_ones):
                task.cancel()
            await asyncio.gather(*open_ones, return_exceptions=True)

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.link.connections += 1
        try:
            if self.link.closed:
                writer.transport.abort()
            elif self.link.portal:
                await self._answer_like_a_portal(reader, writer)
            else:
                await self._pass_on(reader, writer)
        except OSError:
            pass  # either side may be gone at any moment: that is what this link is for
        finally:
            writer.close()

    async def _answer_like_a_portal(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        await reader.read(CHUNK)
        writer.write(PAGE)
        await writer.drain()

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        ends = _Ends(reader, writer, *await asyncio.open_connection("127.0.0.1", self.target))
        if self.link.duplicate:
            twin_reader, ends.twin = await asyncio.open_connection("127.0.0.1", self.target)
            swallow = asyncio.create_task(_swallow(twin_reader))
        else:
            swallow = None
        flows = [asyncio.create_task(self._up(ends)), asyncio.create_task(self._down(ends))]
        try:
            await ends.finished.wait()
        finally:
            for task in flows:
                task.cancel()
            await asyncio.gather(*flows, return_exceptions=True)
            await self._let_go(ends, swallow)

    async def _let_go(self, ends: _Ends, swallow: asyncio.Task[None] | None) -> None:
        """The server gets what was under way and sees the end; then the phone sees a broken link.

        In this order, so that a test does not depend on which of the two is quicker.
        """
        writers = [ends.to_server, *filter(None, [ends.twin])]
        for writer in writers:
            with contextlib.suppress(OSError):
                writer.write_eof()
        await _swallow(ends.from_server)
        if swallow:
            await asyncio.wait({swallow})
        for writer in writers:
            writer.close()
        ends.to_phone.transport.abort()

    async def _up(self, ends: _Ends) -> None:
        passed = 0
        try:
            while data := await ends.from_phone.read(self._room(self.link.cut_up, passed)):
                await self._slowly(len(data))
                if data.startswith((b"POST ", b"PATCH ", b"HEAD ", b"GET ")):
                    self.link.requests.append(data.split(b"\r\n", 1)[0])
                for writer in filter(None, (ends.to_server, ends.twin)):
                    writer.write(data)
                    await writer.drain()
                passed += len(data)
                self.link.up += len(data)
                if self.link.cut_up is not None and passed >= self.link.cut_up:
                    break
        finally:
            ends.finished.set()

    async def _down(self, ends: _Ends) -> None:
        passed = 0
        try:
            while data := await ends.from_server.read(self._room(self.link.cut_down, passed)):
                if self.link.lose_answers > 0:
                    self.link.lose_answers -= 1
                    break
                await self._slowly(len(data))
                ends.to_phone.write(data)
                await ends.to_phone.drain()
                passed += len(data)
                self.link.down += len(data)
                if self.link.cut_down is not None and passed >= self.link.cut_down:
                    break
        finally:
            ends.finished.set()

    def _room(self, limit: int | None, passed: int) -> int:
        return CHUNK if limit is None else max(1, min(CHUNK, limit - passed))

    async def _slowly(self, count: int) -> None:
        wait = self.link.delay_s
        if self.link.bytes_per_s:
            wait += count / self.link.bytes_per_s
        if wait:
            await asyncio.sleep(wait)


async def _swallow(reader: asyncio.StreamReader) -> None:
    with contextlib.suppress(OSError):
        while await reader.read(CHUNK):
            pass
