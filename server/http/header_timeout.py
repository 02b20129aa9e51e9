"""The wire: a connection needs a place, and a request's head must come soon and be small.

Uvicorn waits for ever for the rest of a head, and keeps whatever comes meanwhile.
"""

from __future__ import annotations

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.frames import CloseCode

from server.http.open_connections import OpenConnections, Regulars

HEAD_S = 15.0
MOST_HEAD_BYTES = 32 * 1024
_REFUSED = b"HTTP/1.1 %d %s\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class PatientProtocol(HttpToolsProtocol):
    """Uvicorn's own protocol with a clock and a scale at the door."""

    _clock: asyncio.TimerHandle | None = None
    _weight = 0

    def __init__(self, *args: Any, places: OpenConnections | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        self._places = OpenConnections(Regulars()) if places is None else places

    def connection_made(self, transport: Any) -> None:
        super().connection_made(transport)
        if not self._places.enter(self, self.client[0] if self.client else ""):
            self.give_way()
            return
        self._wait_for_head()

    def connection_lost(self, exc: Exception | None) -> None:
        self._places.leave(self)
        self._stop_clock()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        if self.transport.is_closing():
            return
        if self._clock is None and self._is_idle():
            self._wait_for_head()
        super().data_received(data)
        if not self._is_idle() or self.transport.get_protocol() is not self:
            self._stop_clock()
            self._places.heard(self)
        elif self._weight > MOST_HEAD_BYTES:
            self._refuse(431, b"Request Header Fields Too Large")

    def on_response_complete(self) -> None:
        super().on_response_complete()
        if self._is_idle():
            self._places.silent(self)

    def timeout_keep_alive_handler(self) -> None:
        if self.transport.get_write_buffer_size():
            self.transport.abort()  # nobody takes the last answer: a close would wait for it
        else:
            super().timeout_keep_alive_handler()

    def give_way(self) -> None:
        """See `open_connections.Connection`."""
        self._stop_clock()
        self.transport.abort()

    def handle_websocket_upgrade(self) -> None:
        super().handle_websocket_upgrade()
        window = self.transport.get_protocol()
        if isinstance(window, CountedWindow):
            window.places = self._places
            self._places.hand_over(self, window)

    def on_message_begin(self) -> None:
        self._weight = 0
        super().on_message_begin()

    def on_url(self, url: bytes) -> None:
        self._weight += len(url)
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        self._weight += len(name) + len(value)
        super().on_header(name, value)

    def on_headers_complete(self) -> None:
        if self._weight > MOST_HEAD_BYTES:
            self._refuse(431, b"Request Header Fields Too Large")
            return
        super().on_headers_complete()

    def _is_idle(self) -> bool:
        """Between two requests: whatever comes now belongs to the next one's head."""
        return self.cycle is None or self.cycle.response_complete

    def _wait_for_head(self) -> None:
        self._clock = self.loop.call_later(HEAD_S, self._refuse, 408, b"Request Timeout")

    def _stop_clock(self) -> None:
        if self._clock is not None:
            self._clock.cancel()
            self._clock = None

    def _refuse(self, status: int, words: bytes) -> None:
        self._stop_clock()
        if not self.transport.is_closing():
            self.transport.write(_REFUSED % (status, words))
            self.transport.close()


class CountedWindow(WebSocketsSansIOProtocol):
    """Uvicorn's own protocol of websockets, which keeps the place that its request had."""

    places: OpenConnections | None = None

    def give_way(self) -> None:
        """See `open_connections.Connection`."""
        self.transport.abort()

    def data_received(self, data: bytes) -> None:
        try:
            super().data_received(data)
        except (ValueError, KeyError):  # an address or a header that nobody can read
            self.transport.abort()

    def handle_parser_exception(self) -> None:
        if self.conn.close_sent is None:  # no window was open yet
            self.transport.abort()
        else:
            super().handle_parser_exception()

    def send_receive_event_to_app(self) -> None:
        """Uvicorn writes a trace for a text that is none."""
        if self.curr_msg_data_type == "text" and not _is_text(b"".join(self.frames)):
            self.frames = []
            self.conn.send_close(CloseCode.INVALID_DATA)
            self.handle_parser_exception()
        else:
            super().send_receive_event_to_app()

    def connection_lost(self, exc: Exception | None) -> None:
        if self.places is not None:
            self.places.leave(self)
        super().connection_lost(exc)


def _is_text(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
