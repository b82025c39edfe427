"""Compiles the translation catalogues of this checkout, as the build hook does."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "installer"))

from build_hook import compile_catalogues  # noqa: E402

if __name__ == "__main__":
    compile_catalogues(ROOT / "resources" / "locale")
