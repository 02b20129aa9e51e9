"""The small words that schemas are put together from."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from shared.laporan import RincianKejadian
from shared.protocol import SyncAnswer

Schema = dict[str, Any]

NAMES: dict[type, str] = {RincianKejadian: "Kejadian", SyncAnswer: "Answer"}
"""What the description calls a dataclass, where that is not the class's own name."""


def obj(required: str = "", **properties: Schema) -> Schema:
    """An object; fields that are not named here are ignored."""
    found: Schema = {"type": "object", "properties": properties}
    return {**found, "required": required.split()} if required else found


def record(of: type, required: str = "", **finer: Schema) -> Schema:
    """Every field of a dataclass, described by its type.

    ``finer`` says more of some (a format, its bounds), and names what only the wire has.
    """
    hints = get_type_hints(of)
    told = {one.name: _typed(hints[one.name]) for one in fields(of)}
    return obj(required, **{**told, **finer})


def _typed(hint: Any) -> Schema:
    """Another dataclass is a reference; what is no plain type may be anything."""
    inside = [part for part in get_args(hint) if part is not NoneType]
    if get_origin(hint) in (Union, UnionType):
        return maybe(_typed(inside[0]))
    if get_origin(hint) is tuple:
        return many(_typed(inside[0]))
    if is_dataclass(hint) and isinstance(hint, type):
        return ref(NAMES.get(hint, hint.__name__))
    return _PLAIN.get(hint, ANY)


def text(most: int = 4000, **more: Any) -> Schema:
    """A text."""
    return {"type": "string", "maxLength": most, **more}


def ref(name: str) -> Schema:
    """A schema of `SCHEMAS`."""
    return {"$ref": f"#/components/schemas/{name}"}


def many(item: Schema, **more: Any) -> Schema:
    """A list."""
    return {"type": "array", "items": item, **more}


def maybe(schema: Schema) -> Schema:
    """The schema or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def one_of(values: Any) -> Schema:
    """One of these words."""
    return {"type": "string", "enum": [str(value) for value in values]}


UUID: Schema = {"type": "string", "format": "uuid"}
TIME: Schema = {"type": "string", "format": "date-time"}
DATE: Schema = {"type": "string", "format": "date"}
COUNT: Schema = {"type": "integer", "minimum": 0, "maximum": 100_000}
VERSI: Schema = {"type": "integer", "minimum": 1, "maximum": 1_000_000}
SHA: Schema = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
NUMBER: Schema = {"type": "integer", "minimum": 0}
SHORT = text(200)
WORD: Schema = {"type": "string"}
ANY: Schema = {}
_PLAIN: dict[Any, Schema] = {
    str: SHORT, int: NUMBER, float: {"type": "number"}, bool: {"type": "boolean"},
    dict[str, Any]: {"type": "object"},
}  # fmt: skip
