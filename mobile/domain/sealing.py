"""How strongly things are sealed, wherever it is done: both ways must make the same keys."""

from __future__ import annotations

KEY_BYTES = 32
SCRYPT_N, SCRYPT_R, SCRYPT_P = 2**15, 8, 1
"""32 MB and about a second on a small phone: dear enough for whoever guesses phrases."""
