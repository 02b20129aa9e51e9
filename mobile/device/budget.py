"""Finds the JPEG quality that fits a budget of bytes with hardly more than one costly encode.

A cheap probe tells how much detail the picture holds; from there the size follows the scale of the
quantisation tables. It knows no imaging library: whoever calls brings the two ways to encode.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from mobile.device.photo_rules import BEST, WORST

_POWER = 0.61  # size ~ scale^-0.61, measured on photographs
_PROGRESSIVE = 0.955  # a progressive file against the baseline probe, median
_AIM = 0.97  # of the budget, so that an estimate that is slightly off still fits
_HOPELESS = 1.3  # at the worst quality, as an estimate against the budget: not worth an encode
_TRIES = 2


def fit(budget: int, probe: Callable[[int], int], encode: Callable[[int], bytes]) -> bytes | None:
    """The best encoding within `budget`; None when the picture needs fewer pixels first."""
    known = _scale(BEST), probe(BEST) * _PROGRESSIVE
    power = _POWER
    if known[1] * (known[0] / _scale(WORST)) ** power > budget * _HOPELESS:
        return None
    quality = _quality_for(budget, known, power)
    for _ in range(_TRIES):
        encoded = encode(quality)
        if len(encoded) <= budget:
            return encoded
        if quality == WORST:
            break
        measured = _scale(quality), float(len(encoded))
        power = _slope(known, measured)
        known = measured
        quality = max(WORST, min(quality - 1, _quality_for(budget, known, power)))
    return None


def _quality_for(budget: int, known: tuple[float, float], power: float) -> int:
    scale, size = known
    wanted = scale * (size / (budget * _AIM)) ** (1 / power)
    return max(WORST, min(BEST, math.floor(_quality(wanted))))


def _slope(first: tuple[float, float], second: tuple[float, float]) -> float:
    """The power between two measurements; the usual one where they tell nothing."""
    (scale_a, size_a), (scale_b, size_b) = first, second
    if scale_a == scale_b or size_b >= size_a:
        return _POWER
    return min(1.5, max(0.2, -math.log(size_b / size_a) / math.log(scale_b / scale_a)))


def _scale(quality: float) -> float:
    """How the JPEG library scales its tables for a quality, in per cent."""
    return 5000 / quality if quality < 50 else 200 - 2 * quality


def _quality(scale: float) -> float:
    return 5000 / scale if scale > 100 else (200 - scale) / 2
