"""The top of a sheet that makes no sense yet."""

from supplier_pcf.importers.bom_columns import BOM
from supplier_pcf.importers.peek import likely_header_row, peek, raw_source
from supplier_pcf.importers.table import Table

ROWS = [["Werk 3", "", ""], ["Teilchen", "Zeug", "Gewicht"], ["A", "DC01", 12.5]]
TABLES = (
    Table(file="b.xlsx", sheet="Cover", rows=[["Hello"]]),
    Table(file="b.xlsx", sheet="BOM", rows=ROWS),
    Table(file="b.xlsx", sheet="Old", rows=[["x"]], hidden=True),
)


def test_the_sheet_is_shown_as_text_with_the_names_of_all_that_can_be_seen():
    seen = peek(TABLES, "BOM")
    assert seen.rows[2] == ("A", "DC01", "12.5")
    assert seen.sheets == ("Cover", "BOM")


def test_an_unknown_sheet_shows_the_first():
    assert peek(TABLES, "none").sheet == "Cover"


def test_the_row_with_the_most_words_looks_like_headings():
    assert likely_header_row(peek(TABLES, "BOM")) == 2


def test_an_empty_sheet_has_its_headings_in_the_first_row():
    assert likely_header_row(peek((Table(file="b.csv", rows=[[""]]),), "")) == 1


def test_columns_are_what_headings_and_user_say():
    source = raw_source("b.xlsx", peek(TABLES, "BOM"), 2, BOM, {"name": "A"})
    assert [(c.column, c.field) for c in source.columns] == [
        ("A", "name"), ("B", ""), ("C", "net_mass"),
    ]  # fmt: skip
    assert source.header_row == 2
