"""A text field drawn anew hands back what stands in it, or each key wipes out the last."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
KEEP_WHAT_IS_TYPED = {
    "mobile/widgets/fields.py",
    "mobile/screens/aktivasi/code_field.py",
    "server/desk/widgets/fields.py",
}
"""Each of them draws the field with the value that the one before it holds."""


def test_fields_are_made_only_where_what_is_typed_is_kept() -> None:
    made = {
        str(path.relative_to(ROOT))
        for room in ("mobile", "server")
        for path in (ROOT / room).rglob("*.py")
        if "ft.TextField(" in path.read_text(encoding="utf-8")
    }
    assert made == KEEP_WHAT_IS_TYPED
