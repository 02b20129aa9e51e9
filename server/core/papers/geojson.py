"""GeoJSON as RFC 7946 has it, written feature by feature: WGS 84, longitude before latitude."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

MEDIA = "application/geo+json"
DIGITS = 6
"""A tenth of a metre: more would pretend to know what no phone measures."""


def feature(
    ident: str, position: tuple[float, float] | None, properties: Mapping[str, Any]
) -> dict[str, Any]:
    """``position`` is (longitude, latitude); a feature without one has no geometry."""
    geometry = None
    if position is not None:
        where = [round(degrees, DIGITS) for degrees in position]
        geometry = {"type": "Point", "coordinates": where}
    return {"type": "Feature", "id": ident, "geometry": geometry, "properties": properties}


def collection(features: Iterable[Mapping[str, Any]], **more: Any) -> Iterator[bytes]:
    """The whole file piece by piece; ``more`` stands beside the features."""
    yield b'{"type":"FeatureCollection","features":['
    comma = ""
    for one in features:
        yield f"{comma}\n{_json(one)}".encode()
        comma = ","
    extra = "".join(f",{_json(name)}:{_json(value)}" for name, value in more.items())
    yield f"\n]{extra}}}\n".encode()


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
