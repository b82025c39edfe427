"""What is handed to a spreadsheet: texts, numbers, separators."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from supplier_pcf.guard.spreadsheet import FORMULA, csv_bytes, csv_text, guarded, unguarded


@pytest.mark.parametrize("mark", FORMULA, ids=repr)
def test_what_looks_like_a_formula_gets_an_apostrophe(mark):
    assert guarded(f"{mark}1+1") == f"'{mark}1+1"


@pytest.mark.parametrize("text", ["", "Steel", "1-2", "'s Hertogenbosch", " =1", "7 = 7"])
def test_any_other_text_stays_as_it_is(text):
    assert guarded(text) == text


@given(st.text().filter(lambda text: not text.startswith("'")))
def test_a_guarded_text_is_harmless_once_and_comes_back(text):
    made = guarded(text)
    assert not made.startswith(FORMULA)
    assert guarded(made) == made
    assert unguarded(made) == text


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_never_has_an_exponent_and_no_digit_is_lost(number):
    text = csv_text([[number]]).strip()
    assert "e" not in text.lower()
    assert float(text) == number


def test_numbers_stay_numbers_and_nothing_is_an_empty_cell():
    """A negative number needs no guard, and no program reads an exponent wrongly: 1e-7 has seven decimals."""
    made = csv_bytes([("a", -0.5, 1e-7, 3, None), ("-0.5", 0.0, 1e21, -2, "")])
    assert made == (b"\xef\xbb\xbfa,-0.5,0.0000001,3,\r\n'-0.5,0,1000000000000000000000,-2,\r\n")


@given(
    st.lists(st.lists(st.text(st.characters(exclude_categories=["Cs"])), min_size=2), min_size=1)
)
def test_cells_with_separators_quotes_and_line_ends_come_back(rows):
    for separator in ",;\t":
        text = csv_text(rows, separator)
        read = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
        assert list(read) == [[guarded(cell) for cell in row] for row in rows]
