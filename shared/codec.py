"""Turns the shared dataclasses into JSON values and back.

Both sides ignore fields they do not know; a missing field or a null takes the default.
Decoding trusts that `checks` has passed the message, or that we wrote it ourselves.
"""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar, cast

from shared.checks import foreign_to
from shared.laporan import Laporan

T = TypeVar("T")


def encode(value: Any) -> Any:
    """A JSON value (dict, list, str, number, bool, None) from dataclasses and tuples."""
    if value is None or isinstance(value, str | int | float):
        return value
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {name: encode(getattr(value, name)) for name in _hints(type(value))}
    if isinstance(value, tuple | list):
        return [encode(item) for item in cast("list[Any]", value)]
    if isinstance(value, dict):
        return {str(k): encode(v) for k, v in cast("dict[Any, Any]", value).items()}
    return value


def decode(cls: type[T], message: Mapping[str, Any]) -> T:
    """A dataclass from its JSON object; TypeError when a field without default is missing."""
    hints = _hints(cls)
    known = {
        name: _value(hints[name], message[name]) for name in hints if message.get(name) is not None
    }
    for name in _nullable(cls):
        if name not in known and name in message:
            known[name] = None
    return cls(**known)


def decode_laporan(message: Mapping[str, Any]) -> Laporan:
    """A `Laporan` from a message that has passed `checks.gaps`.

    A field of another kind may stand there empty in a manner that its type does not know.
    """
    foreign = foreign_to(message.get("kind"))
    known = {name: message[name] for name in message if message[name] or name not in foreign}
    return decode(Laporan, known)


def canonical(message: Mapping[str, Any]) -> str:
    """One text for all spellings of the same content: unknown fields and defaults fall away."""
    return canonical_of(decode_laporan(message))


def canonical_of(laporan: Laporan) -> str:
    """The same of a report that has been decoded already."""
    return json.dumps(encode(laporan), sort_keys=True, ensure_ascii=True)


@cache
def _nullable(cls: type[Any]) -> tuple[str, ...]:
    """Fields that must be there, and may be null."""
    missing, hints = dataclasses.MISSING, _hints(cls)
    return tuple(
        f.name
        for f in dataclasses.fields(cls)
        if f.name in hints
        and f.default is missing
        and f.default_factory is missing
        and type(None) in typing.get_args(hints[f.name])
    )


@cache
def _hints(cls: type[Any]) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {f.name: hints[f.name] for f in dataclasses.fields(cls) if f.init}


def _value(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin in (types.UnionType, typing.Union):
        inner = [arg for arg in typing.get_args(hint) if arg is not type(None)]
        return _value(inner[0], value) if len(inner) == 1 else value
    if origin is tuple:
        first = typing.get_args(hint)[0]
        return tuple(_value(first, item) for item in value)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return decode(hint, value)
    if isinstance(hint, type) and hint is float and isinstance(value, int):
        return float(value)
    if hint is int and isinstance(value, float):
        return int(value)
    if isinstance(hint, type) and issubclass(hint, str) and hint is not str:
        return hint(value)
    return value
