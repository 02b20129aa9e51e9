"""What every `ActivationApi` promises: over HTTP and in memory."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from mobile.ports import CODE_INVALID, ActivationApi, ActivationError
from mobile.sync.http_api import HttpApi
from tests import cast
from tests.doubles.fake_server import FakeServer, problem
from tests.doubles.phone import OneCode

pytestmark = pytest.mark.anyio
SERVER = "http://127.0.0.1:8550"
CODE = "ABCD2345"


def knows_one_code(request: httpx.Request) -> httpx.Response | None:
    return None if CODE.encode() in request.content else problem(403, "code_invalid")


@pytest.fixture(params=["over HTTP", "in memory"])
async def api(request: pytest.FixtureRequest) -> AsyncIterator[ActivationApi]:
    if request.param == "in memory":
        yield OneCode(CODE)
        return
    http = HttpApi(FakeServer(breakers=[knows_one_code]))
    yield http
    await http.close()


async def test_a_right_code_gives_an_identity_and_a_token(api: ActivationApi) -> None:
    answer = await api.activate(SERVER, CODE, "HP desa", "1.0.0")
    assert answer.token == "token-of-ida"
    assert answer.identity.server == SERVER
    assert answer.identity.pelapor == cast.BU_IDA
    assert answer.identity.desa_kode == cast.LALAYAU
    assert answer.settings == {"due_day": 5}


async def test_a_wrong_code_is_an_error_with_a_word(api: ActivationApi) -> None:
    with pytest.raises(ActivationError) as failed:
        await api.activate(SERVER, "WXYZ2345", "HP desa", "1.0.0")
    assert failed.value.code == CODE_INVALID
