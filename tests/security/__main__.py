"""``python -m tests.security``: who still gets in while the doors are attacked; see `attack`."""

from __future__ import annotations

import sys

from tests.security.attack import main

if __name__ == "__main__":
    sys.exit(main())
