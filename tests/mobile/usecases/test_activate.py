"""A code makes a phone the reporter of one village; every failure has its own words."""

from __future__ import annotations

import pytest

from mobile.ports import ActivationError, SyncReason, TroubleKind
from mobile.usecases.activate import activate, clean_server, confirm, is_active, unconfirmed
from mobile.usecases.phone import Phone
from mobile.usecases.sentences import activation_trouble
from tests import cast
from tests.doubles.phone import (
    CountingSync,
    MemorySecrets,
    MemoryState,
    OneCode,
    memory_phone,
)

pytestmark = pytest.mark.anyio
SERVER = "https://sinar.contoh.id"


@pytest.fixture
def phone() -> Phone:
    return memory_phone(None)


def api(phone: Phone) -> OneCode:
    assert isinstance(phone.activation, OneCode)
    return phone.activation


async def test_a_right_code_makes_the_phone_bu_ida_s(phone: Phone) -> None:
    answer = await activate(phone, f" {SERVER}/ ", "abcd 2345", "HP desa")
    assert answer.trouble is None
    assert answer.identity is not None
    assert (answer.identity.desa_nama, answer.identity.pelapor) == ("Lalayau", cast.BU_IDA)
    assert is_active(phone)
    assert await phone.secrets.token() == "token-of-ida"
    assert phone.state.sync_state().settings == {"due_day": 5}
    assert phone.state.preferences().server == SERVER
    assert api(phone).asked == [(SERVER, "ABCD2345", "HP desa")]
    assert isinstance(phone.sync, CountingSync)
    assert phone.sync.asked == []
    assert unconfirmed(phone) == answer.identity
    await confirm(phone)
    assert phone.sync.asked == [SyncReason.START]
    assert unconfirmed(phone) is None


@pytest.mark.parametrize("code", ["", "ABC", "ABCD23456", "ABCD234O", "ABCD-2341"])
async def test_what_can_be_no_code_costs_none_of_the_five_tries(phone: Phone, code: str) -> None:
    answer = await activate(phone, SERVER, code)
    assert answer.trouble == "bad_code"
    assert api(phone).asked == []


async def test_a_wrong_code_is_explained_and_changes_nothing(phone: Phone) -> None:
    answer = await activate(phone, SERVER, "WXYZ2345")
    assert answer.trouble is not None
    assert activation_trouble(answer.trouble).startswith("Kode ini salah, sudah dipakai")
    assert not is_active(phone)
    assert await phone.secrets.token() is None


@pytest.mark.parametrize("code", ["too_many", *TroubleKind])
async def test_every_failure_has_a_sentence_of_its_own(phone: Phone, code: str) -> None:
    api(phone).error = ActivationError(code)
    answer = await activate(phone, SERVER, "ABCD2345")
    assert answer.trouble == code
    assert activation_trouble(code)
    assert not is_active(phone)


async def test_a_full_disk_is_found_before_the_code_is_used_up(phone: Phone) -> None:
    state = phone.state
    assert isinstance(state, MemoryState)
    state.full = True
    assert (await activate(phone, SERVER, "ABCD2345")).trouble == "not_stored"
    assert api(phone).asked == []


async def test_a_token_that_cannot_be_kept_leaves_no_identity(phone: Phone) -> None:
    secrets = phone.secrets
    assert isinstance(secrets, MemorySecrets)
    secrets.broken = True
    assert (await activate(phone, SERVER, "ABCD2345")).trouble == "not_stored"
    assert not is_active(phone)


@pytest.mark.parametrize(
    ("typed", "used"),
    [
        ("sinar.contoh.id", "https://sinar.contoh.id"),
        ("https://sinar.contoh.id/", "https://sinar.contoh.id"),
        ("https://sinar.contoh.id:8443/juai/", "https://sinar.contoh.id:8443/juai"),
        ("http://127.0.0.1:8550", "http://127.0.0.1:8550"),
        ("http://localhost:8550", "http://localhost:8550"),
        ("http://192.168.1.4:8550", "http://192.168.1.4:8550"),
        ("http://10.0.0.2", "http://10.0.0.2"),
        ("http://[::1]:8550", "http://[::1]:8550"),
        ("http://sinar.contoh.id", None),
        ("http://8.8.8.8", None),
        ("http://0.0.0.0", None),
        ("ftp://sinar.contoh.id", None),
        ("https://ida:rahasia@sinar.contoh.id", None),
        ("https://", None),
        ("https://sinar.contoh.id:abc", None),
        ("https://[sinar", None),
        ("", None),
    ],
)
async def test_plain_http_is_for_near_addresses_only(typed: str, used: str | None) -> None:
    assert clean_server(typed) == used


async def test_a_bad_address_is_said(phone: Phone) -> None:
    answer = await activate(phone, "http://sinar.contoh.id", "ABCD2345")
    assert answer.trouble == "bad_address"
    assert api(phone).asked == []
