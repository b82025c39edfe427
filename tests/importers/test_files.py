"""Files that are tables, and files that are not, and files made to harm."""

import zipfile
from pathlib import Path

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers import reading
from supplier_pcf.importers.bom import read_bom
from supplier_pcf.importers.reading import read_tables
from supplier_pcf.importers.table import cell_name, letters
from supplier_pcf.importers.text_table import decoded
from supplier_pcf.paths import reachable
from supplier_pcf.words.importing import SENTENCES
from tests.importers.make_tables import sheets, text, workbook

LINES = [["Part", "Qty", "Net weight (g)"], ["A-1", 2, 12.5]]


def refusal(path, **options):
    with pytest.raises(Refusal) as caught:
        read_tables(path, **options)
    found = caught.value
    sentence = SENTENCES[found.code].format(**found.params)
    assert path.name in sentence
    return found.code


def rezipped(path, **parts):
    """The workbook with some of its parts replaced."""
    with zipfile.ZipFile(path) as old:
        content = {info.filename: old.read(info) for info in old.infolist()}
    content |= parts
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in content.items():
            new.writestr(name, data)
    return path


SHEET = "xl/worksheets/sheet1.xml"
OPEN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
CLOSE = b"</sheetData></worksheet>"


def with_sheet(path, cells):
    return rezipped(workbook(path, LINES), **{SHEET: OPEN + cells + CLOSE})


def test_columns_have_the_letters_of_a_spreadsheet():
    assert [letters(i) for i in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
    assert cell_name(13, 5) == "F14"


def test_a_missing_file_a_folder_and_an_empty_file_are_refused(tmp_path):
    (tmp_path / "empty.xlsx").touch()
    assert refusal(tmp_path / "gone.xlsx") == "import.file_missing"
    assert refusal(tmp_path) == "import.is_a_folder"
    assert refusal(tmp_path / "empty.xlsx") == "import.file_empty"
    assert refusal(text(tmp_path / "blank.csv", ["", ";;", ""])) == "import.file_empty"


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bom.xlsx", b"%PDF-1.7 ...", "import.is_pdf"),
        ("bom.xls", b"<html><table></table></html>", "import.is_web_page"),
        ("bom.xls", b"\xef\xbb\xbf<!DOCTYPE html><p>", "import.is_web_page"),
        ("bom.xls", b"<?xml version='1.0'?><Workbook/>", "import.is_xml"),
        ("bom.csv", b"\x89PNG\r\n\x1a\n", "import.is_picture"),
        ("bom.xlsx", b"Part;Qty\nA;1\n", "import.not_a_workbook"),
        ("bom.xlsx", b"PK\x03\x04 cut off", "import.damaged"),
        ("bom.csv", b"Part;Qty\x00\x01\x02", "import.not_text"),
        ("bom.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "import.is_old_workbook"),
    ],
)
def test_a_file_that_is_something_else_is_refused_by_its_name(tmp_path, name, content, code):
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == code


def test_an_encrypted_workbook_is_refused(tmp_path):
    path = tmp_path / "secret.xlsx"
    name = "EncryptedPackage".encode("utf-16-le")
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 900 + name)
    assert refusal(path) == "import.is_encrypted"


def test_a_file_that_is_too_large_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(reading, "MOST_BYTES", 100)
    assert refusal(workbook(tmp_path / "big.xlsx", LINES)) == "import.file_too_large"


def test_a_zip_that_is_no_workbook_is_refused(tmp_path):
    path = tmp_path / "letter.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<a/>")
    assert refusal(path) == "import.not_a_workbook"


def test_a_zip_that_expands_without_end_is_refused(tmp_path):
    zeros = b"<c/>" + b" " * 60_000_000
    path = rezipped(workbook(tmp_path / "bomb.xlsx", LINES), **{"xl/media/bomb.xml": zeros})
    assert refusal(path) == "import.expands_too_far"


def test_a_member_listed_twice_is_refused(tmp_path):
    path = workbook(tmp_path / "twice.xlsx", LINES)
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(SHEET, "<a/>")
    assert refusal(path) == "import.suspicious"


def test_a_member_outside_the_archive_is_refused(tmp_path):
    path = rezipped(workbook(tmp_path / "out.xlsx", LINES), **{"../../evil.xml": b"<a/>"})
    assert refusal(path) == "import.suspicious"


def test_a_document_type_is_refused(tmp_path):
    laughs = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha">]>' + OPEN + CLOSE
    path = rezipped(workbook(tmp_path / "laughs.xlsx", LINES), **{SHEET: laughs})
    assert refusal(path) == "import.suspicious"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (b'<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="A900000"><v>1</v></c></row>',
         "import.too_many_rows"),
        (b'<row r="1"><c r="XFD1"><v>1</v></c></row>', "import.too_many_columns"),
        (b'<row r="9"><c r="A9"><v>1</v></c></row><row r="2"><c r="A2"><v>1</v></c></row>', "import.damaged"),
        (b'<row r="2"><c r="A9"><v>1</v></c></row>', "import.damaged"),
        (b'<row r="2"><c r="B2"><v>1</v></c><c r="A2"><v>1</v></c></row>', "import.damaged"),
        (b'<row r="999999999999"><c><v>1</v></c></row>', "import.too_many_rows"),
        (b'<row r="1"><c r="A1"><v>1</v></row>', "import.damaged"),
        (b'<c r="A1"><v>1</v></c>', "import.damaged"),
    ],
)  # fmt: skip
def test_a_sheet_that_would_take_all_memory_is_refused(tmp_path, cells, code):
    assert refusal(with_sheet(tmp_path / "harm.xlsx", cells)) == code


def test_one_long_text_used_a_million_times_is_refused(tmp_path):
    shared = b'<sst xmlns="x"><si><t>' + b"A" * 50_000 + b"</t></si></sst>"
    path = workbook(tmp_path / "long.xlsx", LINES)
    assert refusal(rezipped(path, **{"xl/sharedStrings.xml": shared})) == "import.suspicious"


def test_formatted_empty_cells_far_below_do_no_harm(tmp_path):
    cells = (
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>'
    )
    assert read_tables(with_sheet(tmp_path / "formatted.xlsx", cells))[0].rows == [[1.0]]


def test_an_error_in_a_cell_is_seen_as_an_error(tmp_path):
    cells = b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
    assert read_tables(with_sheet(tmp_path / "error.xlsx", cells))[0].rows == [[1.0, "#DIV/0!"]]


def test_formulas_are_not_run_and_a_missing_result_is_known(tmp_path):
    path = workbook(tmp_path / "formula.xlsx", [["a", "b"], [1, "=1+1"]])
    table = read_tables(path)[0]
    assert table.rows[1][1] == ""
    assert table.uncalculated == {(1, 1)}


def test_a_formula_whose_stored_result_is_an_empty_text_counts_as_calculated(tmp_path):
    cells = b'<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><f>IF(1,"")</f><v></v></c></row>'
    assert not read_tables(with_sheet(tmp_path / "blank.xlsx", cells))[0].uncalculated


def test_a_sheet_is_chosen_by_its_name(tmp_path):
    path = sheets(tmp_path / "two.xlsx", {"Cover": [["Hello"]], "BOM": LINES})
    assert read_tables(path, "BOM")[0].rows[0][0] == "Part"
    assert refusal(path, sheet="Parts") == "import.no_such_sheet"


def test_a_workbook_with_nothing_in_it_is_refused(tmp_path):
    assert refusal(workbook(tmp_path / "nothing.xlsx", [])) == "import.no_sheet"


@pytest.mark.parametrize(
    ("encoding", "told"),
    [
        ("utf-8", ""),
        ("utf-8-sig", ""),
        ("utf-16", ""),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("gbk", "gb18030"),
        ("gb18030", "gb18030"),
    ],
)
def test_chinese_text_is_read_in_every_encoding(encoding, told):
    content = "料号,品名,用量\r\nA-1,冲压支架,2\r\n" * 20
    assert decoded(content.encode(encoding), "x.csv") == (content, told)


def test_german_text_of_windows_is_read():
    content = "Stückzahl;Größe;Prüfmaß\r\nMutter für Träger;ø8;weiß\r\n"
    assert decoded(content.encode("cp1252"), "x.csv") == (content, "cp1252")


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_found(tmp_path, separator):
    rows = [["Part", "Name", "Qty"], ["A-1", "Bolt M8", "2"], ["A-2", "Nut", "1"]]
    path = text(tmp_path / "parts.txt", [separator.join(row) for row in rows])
    assert read_tables(path)[0].rows == rows


def test_decimal_commas_do_not_pass_for_separators(tmp_path):
    path = text(tmp_path / "teile.csv", ["Teil;Menge;Gewicht", "A;1,5;2,25", "B;2,5;1.234,5"])
    assert read_tables(path)[0].rows[2] == ["B", "2,5", "1.234,5"]


def test_the_line_that_tells_excel_the_separator_is_obeyed(tmp_path):
    path = text(tmp_path / "told.csv", ["sep=;", "Part;Qty", "A,B;2"])
    assert read_tables(path)[0].rows == [["", ""], ["Part", "Qty"], ["A,B", "2"]]


def test_a_quoted_line_break_stays_in_its_cell(tmp_path):
    path = text(tmp_path / "break.csv", ["Part;Name", 'A;"Bolt', 'long"'])
    assert read_tables(path)[0].rows[1] == ["A", "Bolt\nlong"]


def test_a_quotation_mark_never_closed_is_refused(tmp_path):
    path = text(tmp_path / "open.csv", ["Part;Name", 'A;"Bolt', *["B;Nut"] * 100])
    assert refusal(path) == "import.quotes_open"


def test_a_text_with_too_many_rows_is_refused(tmp_path):
    path = tmp_path / "long.csv"
    path.write_bytes(b"a;b\n" * 200_001)
    assert refusal(path) == "import.too_many_rows"


def test_a_file_without_headings_says_what_was_looked_for(tmp_path):
    path = workbook(tmp_path / "odd.xlsx", [["x", "y"], [1, 2]])
    with pytest.raises(Refusal) as caught:
        read_bom(path)
    assert caught.value.code == "import.no_bom_headings"


def test_a_file_another_program_holds_is_named_so(tmp_path, monkeypatch):
    """As Windows tells of a workbook that is locked."""
    path = tmp_path / "bom.xlsx"
    path.write_bytes(b"PK")
    held = PermissionError(13, "The process cannot access the file")
    held.winerror = 32

    def refuse(*args, **kwargs):
        raise held

    monkeypatch.setattr(Path, "open", refuse)
    assert refusal(path) == "import.file_in_use"


def test_a_table_deep_below_many_folders_is_read(tmp_path):
    deep = tmp_path
    while len(str(deep)) < 400:
        deep = deep / ("Lieferanten 供应商 " + "x" * 40)
    reachable(deep).mkdir(parents=True)
    reachable(deep / "bom.csv").write_text("name;mass\nBracket;1\n", encoding="utf-8")
    (table,) = read_tables(deep / "bom.csv")
    assert table.file == "bom.csv"
    assert len(table.rows) == 2
