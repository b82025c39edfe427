"""Pasted texts as Excel and LibreOffice write them, and what they leave open."""

import pytest

from supplier_pcf.app.entering import has_two_readings, proven_mark
from supplier_pcf.gui.tables.cell_block import block_as_text, block_in
from supplier_pcf.gui.tables.clipboard_block import block_in_html
from supplier_pcf.gui.tables.table_keys import edge


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("A\t1\nB\t2\n", [["A", "1"], ["B", "2"]]),
        ("A\t1\r\nB\t2\r\n", [["A", "1"], ["B", "2"]]),
        ("A\t\n\t2", [["A", ""], ["", "2"]]),
        ('"two\nlines"\t5\n', [["two\nlines", "5"]]),
        ('"say ""DC01"""\t1', [['say "DC01"', "1"]]),
        ('pipe 5"\tnut 3"', [['pipe 5"', 'nut 3"']]),
        ('"quoted" word\t1', [['"quoted" word', "1"]]),
        ('"never closed\t1\nB\t2', [['"never closed', "1"], ["B", "2"]]),
        ("A\n\nB\n", [["A"], [""], ["B"]]),
        ("", []),
        ("\n", []),
        ("7", [["7"]]),
    ],
)
def test_a_pasted_text_is_a_block_of_cells(text, block):
    assert block_in(text) == block


def test_what_goes_out_comes_back_as_it_was():
    block = [["two\nlines", 'a "quoted" word', "tab\there"], ["", "支架", '"']]
    assert block_in(block_as_text(block)) == block


def test_a_table_of_a_web_page_or_mail_is_a_block_of_cells():
    html = (
        "<html><body><p>See</p><!--StartFragment--><table><tr><th>Part</th><th>kg</th></tr>"
        "<tr><td>Sheet&nbsp;<b>DC01</b></td><td> 0,842 </td></tr><tr><td>two<br>lines</td></tr></table>"
        "<table><tr><td>another</td></tr></table></body></html>"
    )
    assert block_in_html(html) == [["Part", "kg"], ["Sheet DC01", "0,842"], ["two\nlines", ""]]
    assert block_in_html("<p>no table</p>") == []
    assert block_in_html("<table><tr><td>never closed") == [["never closed"]]


def test_the_decimal_mark_is_proven_by_a_number_that_has_one_reading():
    assert proven_mark(["1,234", "0,5", "text", ""]) == ","
    assert proven_mark(["1,234", "2.50"]) == "."
    assert proven_mark(["1,234"]) == ""
    assert proven_mark(["1,5", "2.5"]) == ""


def test_three_digits_behind_a_comma_leave_two_readings():
    assert has_two_readings("1,234") and has_two_readings("1.234 kg")
    assert not has_two_readings("1,5 kg") and not has_two_readings("1,234,567")


@pytest.mark.parametrize(
    ("at", "step", "to"), [(0, 1, 2), (2, 1, 5), (3, 1, 5), (5, 1, 7), (7, -1, 5), (5, -1, 2)]
)
def test_control_and_an_arrow_go_to_the_ends_of_filled_stretches(at, step, to):
    cells = "xxx__x__"
    assert edge(at, step, len(cells), lambda i: cells[i] == "x") == to


def test_at_the_last_cell_there_is_no_way_on():
    assert edge(0, -1, 3, lambda _i: True) == 0
    assert edge(2, 1, 3, lambda _i: True) == 2
