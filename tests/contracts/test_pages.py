"""Forms, pages and files answer whatever is sent: no 5xx, no trace in the log."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
import schemathesis
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, settings
from schemathesis import checks

from server.core import accounts
from server.core.config import Settings
from server.core.context import open_context
from server.http import login, login_step, made_files
from server.shell import wings
from shared.roles import Role
from tests.server.live import Live, live

Json = dict[str, Any]

TEXT = {"type": "string"}
FORMS: dict[str, Json] = {
    "/masuk": dict.fromkeys(("nama", "sandi", "lanjut"), TEXT),
    "/masuk/kode": dict.fromkeys(("kode", "lanjut"), TEXT),
    "/masuk/pasang": dict.fromkeys(("kode", "rahasia", "lanjut"), TEXT),
    "/keluar": {"kunci": TEXT},
    "/survei": {**{f"u{n}": {"enum": ["1", "4", "5", "x"]} for n in range(1, 10)}, "saran": TEXT},
    "/operator/kecamatan-baru": {
        **dict.fromkeys(("kunci", "kode", "nama", "peran", "sandi", "tabel"), TEXT),
        "berkas": {"type": "string", "format": "binary"},
    },
    "/p/{code}": {"sidik": TEXT, "berkas": {"type": "string", "format": "binary"}},
}
HEADERS = ("Origin", "X-Forwarded-For", "X-Forwarded-Host", "Accept", "User-Agent", "Range")
PASSWORD = "kata sandi contoh"


def routes() -> list[APIRoute]:
    """Every page, form and file of the door and of the wings."""
    routers = (
        login.router,
        login_step.router,
        made_files.router,
        *wings.desk_routers(),
        *wings.routers(),
    )
    found = [route for router in routers for route in router.routes]
    return [one for one in found if isinstance(one, APIRoute) and not one.include_in_schema]


def described(route: APIRoute) -> Json:
    """A route as OpenAPI says it: every step, question and header may be any text."""
    steps = [{"name": n, "in": "path", "required": True, "schema": {**TEXT, "minLength": 1}}
             for n in re.findall(r"{(\w+)", route.path)]  # fmt: skip
    asked = [{"name": one.alias, "in": "query", "schema": TEXT}
             for one in route.dependant.query_params]  # fmt: skip
    heads = [{"name": name, "in": "header", "schema": TEXT} for name in HEADERS]
    said: Json = {"parameters": [*steps, *asked, *heads], "responses": {"default": {}}}
    fields = FORMS.get(route.path)
    for method in route.methods or ():
        if method == "POST":
            assert fields, f"{route.path}: say what its form holds"
            kind = "multipart/form-data" if "berkas" in fields else FORM
            schema = {"type": "object", "properties": fields}
            return {"post": {**said, "requestBody": {"content": {kind: {"schema": schema}}}}}
    return {"get": said}


FORM = "application/x-www-form-urlencoded"


def document() -> Json:
    paths: dict[str, Json] = {}
    for route in routes():
        paths.setdefault(re.sub(r":\w+}", "}", route.path), {}).update(described(route))
    about = {"title": "halaman", "version": "1"}
    return {"openapi": "3.1.0", "info": about, "paths": paths}


pages = schemathesis.openapi.from_dict(document())


@dataclass
class Desk:
    """A running server and the cookie of somebody who may see everything."""

    server: Live
    cookies: dict[str, str]


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    data = tmp_path_factory.mktemp("halaman") / "data"
    with live(data, "--trusted-proxy", "127.0.0.1") as running:
        with open_context(Settings(data)) as ctx:
            accounts.add(ctx, "trantib", Role.KASI_TRANTIB, PASSWORD)
        with httpx.Client(base_url=running.url, headers={"Origin": running.url}) as browser:
            browser.post("/masuk", data={"nama": "trantib", "sandi": PASSWORD})
            yield Desk(running, dict(browser.cookies))
        assert "Traceback" not in running.log.read_text()


@pages.parametrize()
@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.function_scoped_fixture,
        HealthCheck.filter_too_much,
    ],
)
@pytest.mark.parametrize("inside", [True, False], ids=["logged in", "stranger"])
def test_every_page_answers_whatever_is_asked(
    case: schemathesis.Case, desk: Desk, inside: bool
) -> None:
    cookies = desk.cookies if inside and case.path != "/keluar" else {}
    answer = case.call(base_url=desk.server.url, cookies=cookies, allow_redirects=False)
    case.validate_response(answer, checks=[checks.not_a_server_error])


def test_every_form_is_tried() -> None:
    posted = {route.path for route in routes() if "POST" in (route.methods or ())}
    assert posted <= set(FORMS)
