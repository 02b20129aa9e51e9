"""The small words that schemas are put together from."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def obj(required: str = "", **properties: Schema) -> Schema:
    """An object; fields that are not named here are ignored."""
    found: Schema = {"type": "object", "properties": properties}
    return {**found, "required": required.split()} if required else found


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
ANY: Schema = {}
