"""The kecamatan's server over HTTP: the one file that knows httpx."""

from __future__ import annotations

import base64
import socket
from collections.abc import AsyncIterator, Callable
from typing import TYPE_CHECKING

import httpx

from mobile import ports
from mobile.sync import answers, outcome, probing
from mobile.sync.activation import read_activation
from mobile.sync.answers import Answer
from mobile.sync.outbox import to_json
from mobile.sync.parcel_sender import Brought
from mobile.usecases.activate import clean_server
from shared import protocol as p
from shared.laporan import Foto
from shared.titipan import TITIPAN

if TYPE_CHECKING:
    import ssl

CHUNK = 16 * 1024
SEND_BUFFER = 32 * 1024
"""What the system may hold back of ours: a small one keeps the shown progress true."""

SLOWEST_BYTES_S = 2000
"""A link of 16 kbit/s must still be waited for."""

IN_FLIGHT = 128 * 1024
"""So much may be on its way, in buffers that cannot be seen, when waiting for the answer begins."""

CONNECT_S = 20.0
ANSWER_S = 30.0
LARGEST_ANSWER = 16 * 1024 * 1024

Sent = Callable[[int], None]


def _nothing(count: int) -> None:
    """Nobody counts."""


class HttpApi:
    """Speaks for one phone at one server; connections are kept between the calls of a visit."""

    def __init__(
        self, transport: httpx.AsyncBaseTransport | None = None, app_version: str = "1.0.0"
    ) -> None:
        self._transport = transport
        self._agent = f"SINAR-LINMAS/{app_version}"
        self._client: httpx.AsyncClient | None = None
        self._base = ""
        self._token = ""

    def enter(self, server: str, token: str) -> None:
        """From now on calls go to this server with this token; raises BadAddress."""
        self._base, self._token = _base_url(server), token

    async def close(self) -> None:
        """Let go of the connections; a later call opens new ones."""
        client, self._client = self._client, None
        if client is not None:
            await client.aclose()

    async def sync(self, body: bytes) -> p.SyncAnswer:
        """POST sync."""
        headers = {"Content-Type": "application/json"}
        answer = await self._call("POST", p.SYNC, headers, content=body, size=len(body))
        return answers.sync_answer(answer)

    async def create_photo(self, foto: Foto, data: bytes, sent: Sent = _nothing) -> int:
        """Creation-with-upload of a photo that the server has no byte of; the offset reached."""
        headers = {
            "Upload-Length": str(len(data)),
            "Upload-Metadata": _metadata(foto),
            **_body_headers(data),
        }
        answer = await self._tus("POST", p.PHOTOS, headers, data, sent)
        return answers.upload_offset(answer, 201)

    async def resume_photo(
        self, foto: Foto, data: bytes, offset: int, sent: Sent = _nothing
    ) -> int:
        """PATCH with all bytes from ``offset`` on; the offset reached."""
        rest = data[offset:]
        headers = {"Upload-Offset": str(offset), **_body_headers(rest)}
        answer = await self._tus("PATCH", f"{p.PHOTOS}/{foto.sha256}", headers, rest, sent)
        return answers.upload_offset(answer, 204)

    async def photo_offset(self, sha256: str) -> int:
        """HEAD: at which byte the server stands."""
        answer = await self._tus("HEAD", f"{p.PHOTOS}/{sha256}", {}, b"", _nothing)
        return answers.upload_offset(answer, 200)

    async def parcel_offset(self, sha256: str) -> int:
        """HEAD: how much of somebody's package the server has."""
        answer = await self._tus("HEAD", f"{TITIPAN}/{sha256}", {}, b"", _nothing)
        return answers.upload_offset(answer, 200)

    async def send_parcel(
        self, sha256: str, data: bytes, offset: int, sent: Sent = _nothing
    ) -> Brought:
        """PATCH with all bytes of a package from ``offset`` on."""
        rest = data[offset:]
        headers = {
            "Upload-Offset": str(offset), "Upload-Length": str(len(data)), **_body_headers(rest),
        }  # fmt: skip
        answer = await self._tus("PATCH", f"{TITIPAN}/{sha256}", headers, rest, sent)
        return answers.brought(answer)

    async def small_picture(self, sha256: str) -> bytes:
        """The small picture of a photo that lies at the server only."""
        answer = await self._call("GET", f"{p.PHOTOS}/{sha256}?size=small", {})
        return answers.picture(answer)

    async def holds_back(self) -> bool | None:
        """Whether uploads are kept on the way until they are whole; see `probing`."""
        return await probing.holds_back(self._call, in_pieces=not self._counts)

    async def activate(
        self, server: str, code: str, device_name: str, app_version: str
    ) -> ports.Activation:
        """See `ports.ActivationApi`."""
        try:
            base = _base_url(server)
            body = to_json({"code": code, "device_name": device_name, "app_version": app_version})
            headers = {"Content-Type": "application/json", **self._known_at(base)}
            answer = await self._request("POST", base + p.ACTIVATE, headers, body, len(body))
            return read_activation(answer, base)
        except outcome.ContactFailed as error:
            raise ports.ActivationError(error.kind, error.detail) from error

    def _known_at(self, base: str) -> dict[str, str]:
        """A phone that was here shows what it had, and does not wait for those who guess beside it.

        To this very server only.
        """
        if not self._token or base != self._base:
            return {}
        return {"Authorization": f"Bearer {self._token}"}

    @property
    def _counts(self) -> bool:
        """Whether the transport takes a body whole and tells itself what has left."""
        return getattr(self._transport, "counts", False)

    async def _tus(
        self, method: str, path: str, headers: dict[str, str], data: bytes, sent: Sent
    ) -> Answer:
        tus = {"Tus-Resumable": p.TUS, **headers}
        if method == "HEAD":
            return await self._call(method, path, tus)
        content = data if self._counts else _chunks(data, sent)
        return await self._call(
            method, path, tus, content=content, size=len(data), extensions={"sent": sent}
        )

    async def _call(
        self,
        method: str,
        path: str,
        headers: dict[str, str],
        *,
        content: bytes | AsyncIterator[bytes] | None = None,
        size: int = 0,
        extensions: dict[str, Sent] | None = None,
    ) -> Answer:
        headers = {"Authorization": f"Bearer {self._token}", **headers}
        return await self._request(method, self._base + path, headers, content, size, extensions)

    async def _request(
        self,
        method: str,
        url: str,
        headers: dict[str, str],
        content: bytes | AsyncIterator[bytes] | None,
        size: int,
        extensions: dict[str, Sent] | None = None,
    ) -> Answer:
        timeout = httpx.Timeout(_patience(size), connect=CONNECT_S)
        try:
            client = self._client = self._client or self._new_client()
            async with client.stream(
                method,
                url,
                headers=headers,
                content=content,
                timeout=timeout,
                extensions=dict(extensions or {}),
            ) as response:
                body = await _read(response)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol) as error:
            raise outcome.BadAddress(str(error)) from error
        except httpx.RequestError as error:
            raise _broken(error) from error
        except OSError as error:  # what a client is made of cannot be read
            raise outcome.Unexpected(f"{type(error).__name__}: {error}") from error
        return Answer(response.status_code, dict(response.headers), body)

    def _new_client(self) -> httpx.AsyncClient:
        transport = self._transport or httpx.AsyncHTTPTransport(
            # Below the 5 s after which many servers close an idle connection under our hands.
            limits=httpx.Limits(max_connections=2, keepalive_expiry=4.0),
            socket_options=[(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)],
            trust_env=False,
            verify=_trusted(),
        )
        headers = {"User-Agent": self._agent}
        return httpx.AsyncClient(transport=transport, headers=headers, trust_env=False)


def _trusted() -> ssl.SSLContext:
    """Read into memory: as a path it costs a copy at each start on older phones, which stays.

    Where the package's list is gone, "hapus cache" being one way, the system's own stands in.
    """
    import ssl  # neither is in a browser, which has its own

    import certifi

    try:
        told = certifi.contents()
    except OSError:
        told = None
    return ssl.create_default_context(cadata=told)


def _base_url(server: str) -> str:
    base = clean_server(server)
    if base is None:
        raise outcome.BadAddress(f"{server!r} is no address that may be called")
    return base


def _patience(size: int) -> float:
    """Seconds for one step: each chunk out, and the answer behind what is still on its way."""
    return ANSWER_S + min(size, IN_FLIGHT) / SLOWEST_BYTES_S


def _broken(error: httpx.RequestError) -> outcome.ContactFailed:
    detail = f"{type(error).__name__}: {error}"
    if "CERTIFICATE_VERIFY_FAILED" in detail:
        # Most often a Wi-Fi that answers in the server's place.
        return outcome.Portal(detail)
    return outcome.NoSignal(detail)


async def _read(response: httpx.Response) -> bytes:
    body = bytearray()
    async for part in response.aiter_bytes():
        body += part
        if len(body) > LARGEST_ANSWER:
            raise outcome.Portal(f"{response.status_code}: an answer without end")
    return bytes(body)


async def _chunks(data: bytes, sent: Sent) -> AsyncIterator[bytes]:
    for start in range(0, len(data), CHUNK):
        part = data[start : start + CHUNK]
        yield part
        sent(len(part))


def _body_headers(data: bytes) -> dict[str, str]:
    return {"Content-Type": p.OFFSET_TYPE, "Content-Length": str(len(data))}


def _metadata(foto: Foto) -> str:
    values = {
        "sha256": foto.sha256, "filename": f"{foto.sha256[:8]}.jpg", "filetype": "image/jpeg",
    }  # fmt: skip
    return ",".join(f"{k} {base64.b64encode(v.encode()).decode()}" for k, v in values.items())
