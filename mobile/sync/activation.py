"""Reads the answer to POST activate."""

from __future__ import annotations

from typing import Any, cast

from mobile import ports
from mobile.sync import outcome
from mobile.sync.answers import Answer, failure, message
from shared.codec import decode
from shared.laporan import Pelapor


def read_activation(answer: Answer, server: str) -> ports.Activation:
    """The identity that a right code gives; raises ActivationError or ContactFailed."""
    if answer.status != 201:
        raise _no(answer)
    body = message(answer, 201)
    try:
        return _activation(body, server)
    except (KeyError, TypeError, AttributeError) as error:
        raise outcome.Unexpected(f"activate: {error!r}") from error


def _no(answer: Answer) -> Exception:
    error = failure(answer)
    if isinstance(error, outcome.NotKnown | outcome.Refused) and answer.status != 404:
        return ports.ActivationError(ports.CODE_INVALID, error.detail)
    if answer.status == 429:
        return ports.ActivationError(ports.TOO_MANY_TRIES, error.detail)
    return error


def _activation(body: dict[str, Any], server: str) -> ports.Activation:
    desa: dict[str, Any] = body["desa"]
    kecamatan: dict[str, Any] = body.get("kecamatan") or {}
    identity = ports.Identity(
        server=server,
        device_id=str(body["device_id"]),
        pelapor=decode(Pelapor, body["pelapor"]),
        desa_kode=desa["kode"],
        desa_nama=desa["nama"],
        kecamatan_kode=kecamatan.get("kode", ""),
        kecamatan_nama=kecamatan.get("nama", ""),
        activated_at=str(body["server_time"]),
    )
    settings = cast("dict[str, Any]", body.get("settings") or {})
    return ports.Activation(str(body["token"]), identity, settings, str(body["server_time"]))
