"""A table of own factors is read row by row; what cannot be a factor is named and left out."""

import csv
import io
import zipfile

import pytest
from openpyxl import Workbook

from supplier_pcf.domain.factor import Boundary, GwpSet, Layer, ScrapConvention
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.importers.factor_table import COLUMNS, read_factor_table

PA66 = {
    "id": "own:pa66-gf30",
    "name": "PA66-GF30 of our compounder",
    "unit": "kg",
    "kg_co2e": "6.1",
    "boundary": "cradle_to_gate",
    "gwp_set": "AR6",
    "place": "CN-JS",
    "year_to": "2024",
    "publisher": "Compounder Ltd",
    "document": "Letter of 3 March 2025",
    "licence": "for our own use",
}


def csv_of(*rows, columns=COLUMNS):
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def read(tmp_path, *rows, encoding="utf-8", columns=COLUMNS):
    path = tmp_path / "factors.csv"
    path.write_bytes(csv_of(*rows, columns=columns).encode(encoding))
    return read_factor_table(path)


def codes(table):
    return [finding.code for finding in table.findings]


def test_a_row_becomes_a_factor_with_all_it_says(tmp_path):
    more = {"gsd": "1.2", "scrap_convention": "cut_off", "includes_forming": "yes"}
    table = read(
        tmp_path,
        {**PA66, **more, "grid_kwh": "0.4", "primary_share": "0.6", "recycled_content": "0.3"},
    )
    (factor,) = table.factors
    assert (factor.id, factor.kg_co2e, factor.unit) == ("own:pa66-gf30", 6.1, "kg")
    assert (factor.boundary, factor.gwp_set) == (Boundary.CRADLE_TO_GATE, GwpSet.AR6)
    assert (factor.place, factor.year_from, factor.year_to) == ("CN-JS", 2024, 2024)
    assert (factor.layer, factor.document) == (Layer.OWN, "Letter of 3 March 2025")
    assert factor.scrap_convention is ScrapConvention.CUT_OFF
    assert (factor.includes_forming, factor.grid_kwh, factor.primary_share) == (True, 0.4, 0.6)
    assert factor.gsd == pytest.approx(1.2)
    assert factor.recycled_content == 0.3
    assert table.findings == ()


def test_an_empty_id_is_made_of_the_name(tmp_path):
    (factor,) = read(tmp_path, {**PA66, "id": ""}).factors
    assert factor.id == "own:pa66-gf30-of-our-compounder"


def test_licensed_values_stay_licensed(tmp_path):
    (factor,) = read(tmp_path, {**PA66, "id": "licensed:pa66"}).factors
    assert factor.layer is Layer.LICENSED


def test_headings_may_stand_in_any_order_and_case(tmp_path):
    columns = [name.upper().replace("_", " ") for name in reversed(COLUMNS)]
    row = {name.upper().replace("_", " "): value for name, value in PA66.items()}
    assert len(read(tmp_path, row, columns=columns).factors) == 1


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"unit": "bushel"}, "import.factor_unit"),
        ({"kg_co2e": "-0.1"}, "import.factor_number"),
        ({"kg_co2e": "NaN"}, "import.factor_number"),
        ({"kg_co2e": "inf"}, "import.factor_number"),
        ({"kg_co2e": "about 6"}, "import.factor_number"),
        ({"kg_co2e": "6.1 kg"}, "import.factor_number"),
        ({"kg_co2e": "1e400"}, "import.factor_number"),
        ({"kg_co2e": "#REF!"}, "import.factor_number"),
        ({"year_to": "2024.5"}, "import.factor_number"),
        ({"gsd": "0.8"}, "import.factor_gsd"),
        ({"primary_share": "60"}, "import.factor_share"),
        ({"recycled_content": "30"}, "import.factor_share"),
        ({"kg_co2e": "=6.1"}, "import.factor_formula"),
        ({"name": "=HYPERLINK(1)"}, "import.factor_formula"),
        ({"name": "@SUM(A1)"}, "import.factor_formula"),
        ({"place": "Atlantis"}, "import.factor_place"),
        ({"boundary": "cradle to grave"}, "import.factor_word"),
        ({"gwp_set": "AR9"}, "import.factor_word"),
        ({"scrap_convention": "some"}, "import.factor_word"),
        ({"id": "desnz-2025:mine"}, "import.factor_id"),
        ({"id": "own:with space"}, "import.factor_id"),
        ({"kg_co2e": ""}, "import.factor_incomplete"),
        ({"document": ""}, "import.factor_incomplete"),
        ({"boundary": ""}, "import.factor_incomplete"),
        ({"year_to": ""}, "import.factor_incomplete"),
        ({"year_to": "20244"}, "import.factor_incomplete"),
        ({"unit": ""}, "import.factor_incomplete"),
    ],
)
def test_a_bad_row_is_left_out_and_named_and_the_others_are_read(tmp_path, change, code):
    good = {**PA66, "id": "own:other"}
    table = read(tmp_path, {**PA66, **change}, good)
    assert [factor.id for factor in table.factors] == ["own:other"]
    assert (codes(table), table.left_out) == ([code], 1)
    assert table.findings[0].params["row"] == 2


def test_a_number_that_may_be_read_in_two_ways_is_not_guessed(tmp_path):
    table = read(tmp_path, {**PA66, "kg_co2e": "1,234"})
    assert (table.factors, codes(table)) == ((), ["import.factor_number"])


def test_a_decimal_comma_is_read_where_the_column_shows_it(tmp_path):
    table = read(tmp_path, {**PA66, "kg_co2e": "6,1"})
    assert [factor.kg_co2e for factor in table.factors] == [6.1]


def test_of_two_rows_with_one_id_neither_is_taken(tmp_path):
    table = read(tmp_path, PA66, {**PA66, "kg_co2e": "7.1"}, {**PA66, "id": "own:other"})
    assert [factor.id for factor in table.factors] == ["own:other"]
    assert codes(table) == ["import.factor_twice"] * 2
    assert [finding.params["row"] for finding in table.findings] == [2, 3]


def test_columns_that_do_not_belong_are_named(tmp_path):
    table = read(tmp_path, {**PA66, "colour": "red"}, columns=(*COLUMNS, "colour"))
    assert codes(table) == ["import.factor_columns_unused"]
    assert len(table.factors) == 1


@pytest.mark.parametrize("encoding", ["gbk", "gb18030"])
def test_chinese_names_in_a_chinese_encoding_are_read_and_the_guess_is_told(tmp_path, encoding):
    row = {**PA66, "name": "聚酰胺66加30%玻纤增强材料", "publisher": "宁波改性塑料有限公司"}
    table = read(tmp_path, row, encoding=encoding)
    assert [factor.name for factor in table.factors] == ["聚酰胺66加30%玻纤增强材料"]
    assert codes(table) == ["import.encoding_inferred"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_an_encoding_that_the_file_tells_is_read(tmp_path, encoding):
    table = read(tmp_path, {**PA66, "name": "聚酰胺66"}, encoding=encoding)
    assert [factor.name for factor in table.factors] == ["聚酰胺66"]
    assert table.findings == ()


def book_of(*rows):
    book = Workbook()
    sheet = book.active
    sheet.append(list(COLUMNS))
    for row in rows:
        sheet.append([row.get(name) for name in COLUMNS])
    return book


def test_a_workbook_is_read_like_a_text(tmp_path):
    path = tmp_path / "factors.xlsx"
    book_of({**PA66, "kg_co2e": 6.1, "year_to": 2024}).save(path)
    (factor,) = read_factor_table(path).factors
    assert (factor.kg_co2e, factor.year_to) == (6.1, 2024)


def test_a_formula_without_a_result_leaves_its_row_out(tmp_path):
    path = tmp_path / "factors.xlsx"
    good = {**PA66, "id": "own:other", "kg_co2e": 6.1, "year_to": 2024}
    book_of({**PA66, "kg_co2e": "=3+3", "year_to": 2024}, good).save(path)
    table = read_factor_table(path)
    assert [factor.id for factor in table.factors] == ["own:other"]
    assert codes(table) == ["import.factor_formula"]
    assert table.findings[0].params["cell"] == "D2"


def refusal(path):
    with pytest.raises(Refusal) as refused:
        read_factor_table(path)
    return refused.value.code


def test_a_workbook_with_entities_is_refused(tmp_path):
    good, bad = tmp_path / "good.xlsx", tmp_path / "bad.xlsx"
    book_of(PA66).save(good)
    bomb = b'<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "&b;&b;&b;">]>'
    with zipfile.ZipFile(good) as source, zipfile.ZipFile(bad, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name.endswith("sheet1.xml"):
                head, _, tail = data.partition(b"<worksheet")
                data = head + bomb + b"<worksheet" + tail
            target.writestr(name, data)
    assert refusal(bad) == "import.suspicious"


def test_bare_xml_with_entities_is_refused(tmp_path):
    path = tmp_path / "factors.csv"
    path.write_text('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "x">]><a>&b;</a>')
    assert refusal(path) == "import.is_xml"


def test_half_a_gigabyte_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "factors.csv"
    with path.open("wb") as stream:
        stream.write(csv_of(PA66).encode())
        stream.truncate(500 * 1024 * 1024)
    assert refusal(path) == "import.file_too_large"


def test_more_rows_than_a_library_has_are_refused(tmp_path):
    path = tmp_path / "factors.csv"
    line = csv_of(PA66).splitlines()[1]
    path.write_text("\n".join([",".join(COLUMNS), *[line] * 20_001]), encoding="utf-8")
    assert refusal(path) == "import.too_many_rows"


def test_a_table_of_something_else_is_refused(tmp_path):
    path = tmp_path / "bom.csv"
    path.write_text("part,quantity\nB-1,2\n", encoding="utf-8")
    assert refusal(path) == "import.factor_no_headings"


def test_an_empty_row_between_factors_is_passed_over(tmp_path):
    table = read(tmp_path, PA66, {}, {**PA66, "id": "own:other"})
    assert (len(table.factors), table.findings) == (2, ())
