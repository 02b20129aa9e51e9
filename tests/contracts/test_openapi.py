"""The API does what its OpenAPI page says: every call, with good and with bad input, no 5xx."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import checks
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from server.core.config import Settings
from server.core.context import open_context
from server.data import api_tokens
from server.data.web.open_data import OPEN
from server.shell.app import create_app
from shared.codec import encode
from shared.protocol import BASE, OFFSET_TYPE, SYNC
from tests.cast import flood, foto, patrol
from tests.server.live import live, make_code

DOCUMENT = create_app(Settings(Path("not-opened"), with_staff=False)).openapi()
CHECKS = [
    checks.not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


@schemathesis.serializer(OFFSET_TYPE)
def piece(_ctx: schemathesis.SerializationContext, value: object) -> bytes:
    """A piece of a photo goes as it is."""
    raw = getattr(value, "data", value)
    return raw if isinstance(raw, bytes) else str(raw).encode("utf-8", "replace")


api = schemathesis.openapi.from_dict(json.loads(json.dumps(DOCUMENT)))


@dataclass
class Known:
    """A server with two reports, one phone, and another system that reads."""

    url: str
    token: str
    key: str


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Known]:
    data = tmp_path_factory.mktemp("openapi") / "data"
    with live(data) as running:
        token = running.token(make_code(data))
        with running.client(token) as client:
            items = [encode(patrol(foto=(foto(),))), encode(flood())]
            client.post(SYNC, json={"laporan": items}).raise_for_status()
        with open_context(Settings(data)) as ctx:
            key = api_tokens.make(ctx, "operator", "Satpol PP (contoh)", api_tokens.SCOPES).secret
        yield Known(running.url, token, key)


@api.parametrize()
@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
    ],
)
def test_every_call_answers_as_described(case: schemathesis.Case, server: Known) -> None:
    token = server.key if case.path.startswith(OPEN) else server.token
    case.headers["Authorization"] = f"Bearer {token}"
    case.call_and_validate(base_url=server.url, checks=CHECKS)


@pytest.mark.parametrize("path", sorted(DOCUMENT["paths"]))
def test_every_call_is_told_what_a_refusal_looks_like(path: str) -> None:
    for call in DOCUMENT["paths"][path].values():
        refusals = {status for status in call["responses"] if int(status) >= 400}
        assert path == f"{BASE}/health" or refusals


def test_the_page_for_people_names_every_call_and_needs_nothing_from_elsewhere(
    server: Known,
) -> None:
    answer = httpx.get(f"{server.url}{BASE}/docs")
    assert answer.status_code == 200
    for path, calls in DOCUMENT["paths"].items():
        assert path in answer.text
        assert all(f"<b>{method.upper()}</b>" in answer.text for method in calls)
    assert "http://" not in answer.text
    assert "https://" not in answer.text
    assert "<script" not in answer.text


def test_the_document_is_served(server: Known) -> None:
    answer = httpx.get(f"{server.url}{BASE}/openapi.json")
    assert answer.json()["paths"].keys() == DOCUMENT["paths"].keys()
