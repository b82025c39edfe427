"""Texts break at words and between Chinese characters, and are cut where a reader expects it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from supplier_pcf.report.breaking import break_lines, elide


def lines(text, width, max_lines=None):
    return break_lines(text, width, len, max_lines)


def test_lines_end_at_words():
    assert lines("the quick brown fox", 10) == ("the quick", "brown fox")


def test_a_word_that_is_too_long_is_cut_inside():
    assert lines("abcdefghij kl", 4) == ("abcd", "efgh", "ij", "kl")


def test_chinese_breaks_anywhere_but_before_its_marks():
    assert lines("镀锌钢板,冲压件。", 4) == ("镀锌钢", "板,冲压", "件。")


def test_numbers_and_latin_words_stay_whole_within_chinese():
    assert lines("厚度 2.0mm 的板", 6) == ("厚度", "2.0mm", "的板")


def test_a_hyphen_breaks_a_word_but_not_after_two_letters():
    assert lines("0 co-products", 6) == ("0", "co-pro", "ducts")
    assert lines("plastic-free", 9) == ("plastic-", "free")


def test_a_text_is_elided_at_a_word():
    assert elide("Galvanised coil from Shanghai", 20, len) == "Galvanised coil…"
    assert elide("short", 20, len) == "short"


def test_a_long_first_word_is_elided_inside():
    assert elide("Donaudampfschifffahrt auf", 10, len) == "Donaudamp…"


def test_the_last_line_shows_that_there_is_more():
    assert lines("one two three four five six", 9, 2) == ("one two", "three…")
    assert lines("one two", 9, 2) == ("one two",)


def test_nothing_is_one_empty_line():
    assert lines("", 5) == ("",)


@settings(max_examples=1000, deadline=None)
@given(st.text(max_size=80), st.integers(2, 30), st.integers(1, 4))
def test_no_line_is_ever_too_wide_or_one_too_many(text, width, most):
    found = lines(text, width, most)
    assert len(found) <= most
    assert all(len(line) <= width for line in found)
