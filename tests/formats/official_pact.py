"""The official schemas and examples that lie beside the project, where they do."""

import importlib.util
import json
from pathlib import Path

import pytest

FORMATS = Path(__file__).parents[3] / "shared" / "formats"


def pact_validator(name):
    """The official schema of `pact2` or `pact3`, its properties closed; skips where it is not here."""
    path = FORMATS / "validate.py"
    if not path.exists():
        pytest.skip(f"the official schema is not here: {path}")
    spec = importlib.util.spec_from_file_location("official", path)
    official = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(official)
    return official.oas_validator(official.OAS[name], strict=True)


def example(name):
    """An official example as its bytes; skips where it is not here."""
    path = FORMATS / name
    if not path.exists():
        pytest.skip(f"the official examples are not here: {path}")
    return path.read_bytes()


def example_json(name):
    """An official example as plain values."""
    return json.loads(example(name))
