"""At 1280 x 720 nothing is cut, whatever the scale of the screen, the size of letters, the language."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("language", "scale", "letters"),
    [
        ("zh_CN", "1", "1"),
        ("en", "1.5", "1"),
        ("de", "2", "1"),
        ("de", "1", "1.25"),
        ("de", "1", "1.5"),
    ],
)
def test_nothing_is_cut(tmp_path, language, scale, letters):
    around = {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale, "PYTHONUTF8": "1"}
    data = {"XDG_DATA_HOME": str(tmp_path), "APPDATA": str(tmp_path), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.scaled", language, letters],
        capture_output=True,
        check=False,
        cwd=ROOT,
        encoding="utf-8",
        env=os.environ | around | data,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.splitlines() == [f"seen at {scale}, 1280 x 720"]
