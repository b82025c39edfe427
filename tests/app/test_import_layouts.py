"""What the user said of a table is known for the next file with the same headings."""

import pytest

from supplier_pcf.app.import_layouts import Layout, forget, read_layouts, remember, signature
from supplier_pcf.importers.options import TableOptions

HEADINGS = ["Teil", "Gew. 2025", "", ""]


def test_the_year_capitals_and_empty_columns_do_not_make_a_new_layout():
    assert signature("bom", HEADINGS) == signature("bom", ["TEIL ", "gew 2026"])
    assert signature("bom", HEADINGS) != signature("energy", HEADINGS)
    assert signature("bom", HEADINGS) != signature("bom", ["Gew.", "Teil"])


def test_a_row_of_one_word_is_no_layout():
    assert signature("bom", ["Stückliste", ""]) == ""


def test_what_was_said_is_read_back(tmp_path):
    file = tmp_path / "deep" / "layouts.json"
    layout = Layout(mapping={"name": "A"}, units={"B": "g"}, decimal=",")
    remember(file, "key", layout)
    assert read_layouts(file) == {"key": layout}
    how = layout.put_on(TableOptions(sheet="BOM"), 4)
    assert (how.sheet, how.header_row, how.decimal) == ("BOM", 4, ",")
    assert (how.mapping, how.units) == ({"name": "A"}, {"B": "g"})


def test_no_word_of_the_table_is_kept(tmp_path):
    file = tmp_path / "layouts.json"
    remember(file, signature("bom", HEADINGS), Layout(mapping={"name": "A"}))
    assert "Teil" not in file.read_text(encoding="utf-8")


def test_a_layout_can_be_forgotten(tmp_path):
    file = tmp_path / "layouts.json"
    remember(file, "one", Layout())
    remember(file, "two", Layout())
    forget(file, "one")
    assert list(read_layouts(file)) == ["two"]


def test_only_the_newest_hundred_are_kept(tmp_path):
    file = tmp_path / "layouts.json"
    for number in range(103):
        remember(file, str(number), Layout())
    known = read_layouts(file)
    assert len(known) == 100
    assert "102" in known
    assert "2" not in known


@pytest.mark.parametrize("content", ["", "{", "[]", '{"a": 1}', "[" * 5000])
def test_a_damaged_file_counts_as_none(tmp_path, content):
    file = tmp_path / "layouts.json"
    file.write_text(content, encoding="utf-8")
    assert read_layouts(file) == {}


def test_a_strange_entry_is_passed_over(tmp_path):
    file = tmp_path / "layouts.json"
    file.write_text('{"a": {"mapping": {"name": 1}, "units": 3, "decimal": "x"}}', encoding="utf-8")
    assert read_layouts(file) == {"a": Layout()}
