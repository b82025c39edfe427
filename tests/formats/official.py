"""The official schemas of Catena-X beside the project, where they are there."""

import importlib.util
import json
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[3] / "shared" / "formats"


def catena_x_faults(version, document):
    """What the official schema says against a document; skipped where it is not here."""
    script = FOLDER / "validate.py"
    if not script.exists():
        pytest.skip(f"the official schemas are not here: {script}")
    spec = importlib.util.spec_from_file_location("official", script)
    official = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(official)
    validator, _ = official.cx_validator(version)
    assert {"uri", "date-time"} <= validator.format_checker.checkers.keys()
    return [error.message for error in validator.iter_errors(document)]


def catena_x_sample(version):
    """The official sample as text; skipped where it is not here."""
    path = FOLDER / "catenax" / f"pcf-{version}" / "Pcf.json"
    if not path.exists():
        pytest.skip(f"the official samples are not here: {path}")
    return path.read_text(encoding="utf-8")


def catena_x_schema(version):
    """The official schema of a data model; skipped where it is not here."""
    path = FOLDER / "catenax" / f"pcf-{version}" / "Pcf-schema.json"
    if not path.exists():
        pytest.skip(f"the official schemas are not here: {path}")
    return json.loads(path.read_text(encoding="utf-8"))
