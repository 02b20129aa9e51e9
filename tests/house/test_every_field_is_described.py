"""The description of the API names every field that travels: one that is added comes along."""

from __future__ import annotations

import importlib
from dataclasses import fields, is_dataclass

import pytest

from server.core import settings
from server.http import change_docs, docs
from server.http.doc_words import NAMES
from shared import wilayah
from shared.titipan import SETTING

SCHEMAS = {**docs.SCHEMAS, **change_docs.SCHEMAS}
MESSAGES = [
    found
    for name in ("laporan", "pembinaan", "protocol", "satlinmas")
    for found in vars(importlib.import_module(f"shared.{name}")).values()
    if is_dataclass(found) and isinstance(found, type) and found.__module__ == f"shared.{name}"
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda one: one.__name__)
def test_a_message_is_described_field_by_field(message: type) -> None:
    described = SCHEMAS[NAMES.get(message, message.__name__)]["properties"]
    assert {one.name for one in fields(message)} <= set(described)


def test_every_setting_of_a_phone_is_described() -> None:
    known = {*settings.DEFAULTS, "desa_data", SETTING, wilayah.SETTING}
    assert known == set(SCHEMAS["Settings"]["properties"])
