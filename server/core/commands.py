"""What the commands of ``sinar`` share."""

from __future__ import annotations

OPERATOR = "operator"
"""Who acts at the command line, as the audit log names them."""


class CommandError(Exception):
    """The command ends with this sentence."""
