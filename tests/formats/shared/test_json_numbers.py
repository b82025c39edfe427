"""JSON with plain numbers."""

import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.formats.shared.json_numbers import json_bytes


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1e-07, "0.0000001"),
        (1e22, "10000000000000000000000"),
        (-0.0, "0"),
        (2.0, "2"),
        (Decimal("1E+2"), "100"),
        (Decimal("-0.500"), "-0.5"),
        (3, "3"),
        (True, "true"),
        (None, "null"),
        ("1e-07 “a”\n", '"1e-07 “a”\\n"'),
    ],
)
def test_values_are_written_out(value, text):
    assert json_bytes(value).decode() == text + "\n"


def test_objects_and_lists_are_indented_as_everywhere():
    document = {"a": [1, {"b": []}], "c": {}}
    assert json_bytes(document).decode() == json.dumps(document, indent=2) + "\n"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), Decimal("NaN")])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(ValueError, match="finite"):
        json_bytes([value])


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_is_read_back(value):
    assert float(json.loads(json_bytes(value))) == value
