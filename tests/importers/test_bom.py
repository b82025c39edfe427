"""Bills of materials, with values worked by hand."""

import time

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.units import Quantity
from supplier_pcf.importers.bom import read_bom
from supplier_pcf.importers.outcome import RowStatus
from supplier_pcf.words.importing import SENTENCES
from tests.importers.make_tables import big_workbook, text, workbook

HEAD = ["Level", "Part number", "Name", "Material", "Qty", "Unit", "Net weight", "Gross weight", "Weight unit"]  # fmt: skip


@pytest.fixture
def bill(tmp_path):
    """Read rows as a bill of materials with these headings."""

    def read(*rows, head=HEAD, **options):
        found = read_bom(workbook(tmp_path / "bom.xlsx", [head, *rows]), **options)
        for report in found.rows:
            assert report.code == "" or SENTENCES[report.code].format(**report.params)
        for finding in found.findings:
            assert SENTENCES[finding.code].format(**finding.params)
        return found

    return read


def codes(found):
    return [finding.code for finding in found.findings]


def last(found):
    """Status and reason of the last row."""
    return found.rows[-1].status, found.rows[-1].code


def test_a_plain_line_becomes_a_material(bill):
    found = bill([1, "A-1", "Bolt M8", "8.8", 2, "PCS", 12.5, 13, "g"])
    material = found.materials[0]
    assert material.id == "m-a-1-1"
    assert (material.name, material.part_number, material.designation) == ("Bolt M8", "A-1", "8.8")
    assert material.amount == Quantity(12.5, "g")
    assert material.gross_amount == Quantity(13, "g")
    assert material.quantity_per == 2
    assert material.note == "bom.xlsx, BOM, 2"
    assert last(found) == (RowStatus.MATCHED, "")
    assert found.rows[-1].target == "materials/m-a-1-1"


def test_units_beside_the_number_in_the_heading_and_in_a_column_are_understood(tmp_path):
    head = ["Part", "Qty", "Unit", "Net mass (g)"]
    rows = [head, ["A", 1, "pcs", 5], ["B", 1, "pcs", "0.4 kg"], ["C", "3 pcs", "", "７ g"]]
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows))
    assert [m.amount for m in found.materials] == [
        Quantity(5, "g"),
        Quantity(0.4, "kg"),
        Quantity(7, "g"),
    ]
    assert found.materials[2].quantity_per == 3


def test_a_raw_material_in_kg_is_its_own_amount(bill):
    material = bill([1, "R-1", "Coil", "DC01", 0.42, "KG", "", "", ""]).materials[0]
    assert (material.amount, material.quantity_per) == (Quantity(0.42, "kg"), 1)


def test_a_thousand_pieces_are_a_thousand(bill):
    material = bill([1, "A", "Nut", "", 0.002, "千件", 5, "", "g"]).materials[0]
    assert material.quantity_per == pytest.approx(2)


def test_a_mass_for_the_whole_line_is_shared_by_the_pieces(tmp_path):
    rows = [["Teil", "Menge", "Gesamtgewicht (g)"], ["A", 4, 50]]
    material = read_bom(workbook(tmp_path / "bom.xlsx", rows)).materials[0]
    assert (material.amount, material.quantity_per) == (Quantity(12.5, "g"), 4)


def test_a_mass_for_one_metre_is_used_where_the_heading_says_so(tmp_path):
    rows = [["Part", "Qty", "Unit", "Unit weight (g)"], ["Strip", 0.15, "m", 22]]
    material = read_bom(workbook(tmp_path / "bom.xlsx", rows)).materials[0]
    assert (material.amount, material.quantity_per) == (Quantity(22, "g"), 0.15)


def test_a_mass_beside_metres_waits_where_it_could_be_either(bill):
    found = bill([1, "S", "Strip", "", 0.15, "m", 22, "", "g"])
    assert last(found) == (RowStatus.CHOOSE, "import.mass_of_what")
    assert found.materials[0].amount is None


def test_a_part_counted_in_pieces_without_mass_waits(bill):
    found = bill([1, "A", "Clip", "", 2, "个", "", "", ""])
    assert last(found) == (RowStatus.CHOOSE, "import.no_mass")
    material = found.materials[0]
    assert (material.amount, material.quantity_per) == (Quantity(1, "piece"), 2)
    assert found.findings[-1].where == "materials/m-a-1/amount"


def test_metres_without_a_mass_wait_with_their_amount(bill):
    found = bill([1, "S", "Strip", "", 0.15, "m", "", "", ""])
    assert last(found) == (RowStatus.CHOOSE, "import.no_mass_of_measured")
    assert found.materials[0].amount == Quantity(0.15, "m")


@pytest.mark.parametrize(
    ("mass", "unit", "code"),
    [
        ("see drawing", "g", "import.not_a_number"),
        ("#N/A", "g", "import.error_value"),
        (-5, "g", "import.negative"),
        (0, "g", "import.zero"),
        (5, "", "import.unit_missing"),
        (5, "boxes", "import.unit_unknown"),
        (5, "m", "import.unit_not_mass"),
        ("1,234", "g", "import.number_ambiguous"),
        (2_000_000, "kg", "import.mass_absurd"),
    ],
)
def test_a_mass_that_cannot_be_used_waits_and_is_not_counted(bill, mass, unit, code):
    found = bill([1, "A", "Part", "", 1, "pcs", mass, "", unit])
    assert last(found) == (RowStatus.CHOOSE, code)
    assert found.materials[0].amount is None
    assert found.rows[-1].params["cell"] == "G2"


def test_the_sentence_names_cell_and_value(bill):
    report = bill([1, "A", "Part", "", 1, "pcs", "n.v.", "", "g"]).rows[-1]
    sentence = SENTENCES[report.code].format(**report.params)
    assert "G2" in sentence
    assert "n.v." in sentence


def test_both_readings_of_an_ambiguous_mass_are_told(bill):
    report = bill([1, "A", "Part", "", 1, "pcs", "1,234", "", "g"]).rows[-1]
    assert (report.params["with_comma"], report.params["with_point"]) == (1.234, 1234)


def test_the_users_decimal_mark_settles_the_table(bill):
    row = [1, "A", "Part", "", 1, "pcs", "1,234", "", "g"]
    assert bill(row, decimal=".").materials[0].amount == Quantity(1234, "g")
    assert bill(row, decimal=",").materials[0].amount == Quantity(1.234, "g")


def test_a_column_settles_its_own_decimal_mark_and_says_so(bill):
    found = bill(
        [1, "A", "Part", "", 1, "pcs", "1,234", "", "g"],
        [1, "B", "Part", "", 1, "pcs", "12.5", "", "g"],
    )
    assert found.materials[0].amount == Quantity(1234, "g")
    assert "import.decimal_settled" in codes(found)


@pytest.mark.parametrize("quantity", ["", "two", -1, 0])
def test_a_quantity_that_cannot_be_used_waits(bill, quantity):
    found = bill([1, "A", "Part", "", quantity, "pcs", 5, "", "g"])
    assert found.rows[-1].status is RowStatus.CHOOSE
    assert (found.materials[0].amount, found.materials[0].quantity_per) == (None, None)
    assert found.findings[-1].where.endswith("/quantity_per")


def test_gross_below_net_waits(bill):
    found = bill([1, "A", "Part", "", 1, "pcs", 5, 4, "g"])
    assert last(found) == (RowStatus.CHOOSE, "import.gross_below_net")


def test_a_yield_gives_the_gross_mass(tmp_path):
    rows = [["零件号", "用量", "净重(g)", "材料利用率"], ["A", 1, 68, "80%"], ["B", 1, 50, "62.5%"]]
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows))
    assert [m.gross_amount for m in found.materials] == [Quantity(85, "g"), Quantity(80, "g")]


def test_shares_are_read_in_percent_and_as_parts_of_one(tmp_path):
    rows = [["Part", "Qty", "Net (g)", "Pre-consumer recycled", "Post-consumer recycled (%)"],
            ["A", 1, 5, 0.25, 30], ["B", 1, 5, 0.5, 1]]  # fmt: skip
    first, second = read_bom(workbook(tmp_path / "bom.xlsx", rows)).materials
    assert (first.recycled_pre_consumer, first.recycled_post_consumer) == (0.25, 0.3)
    assert (second.recycled_pre_consumer, second.recycled_post_consumer) == (0.5, 0.01)


def test_a_share_above_the_whole_is_left_out_and_named(tmp_path):
    rows = [["Part", "Qty", "Net (g)", "Post-consumer recycled"], ["A", 1, 5, 130]]
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows))
    assert found.materials[0].recycled_post_consumer is None
    assert "import.not_a_share" in codes(found)


def test_a_quantity_in_kg_and_a_mass_that_disagree_wait(bill):
    found = bill([1, "R", "Coil", "DC01", 1.236, "kg", 0.842, "", "kg"])
    assert last(found) == (RowStatus.CHOOSE, "import.mass_and_quantity_differ")


def test_a_quantity_in_kg_that_is_the_gross_mass_is_understood(bill):
    material = bill([1, "R", "Coil", "DC01", 1.236, "kg", 0.842, 1.236, "kg"]).materials[0]
    assert material.amount == Quantity(0.842, "kg")
    assert material.gross_amount == Quantity(1.236, "kg")
    assert material.quantity_per == 1


@pytest.mark.parametrize(
    "levels",
    [
        [0, 1, 2, 2, 1],
        ["0", "1", "2", "2", "1"],
        ["0", ".1", "..2", "..2", ".1"],
        ["0", "1", "1.1", "1.2", "2"],
        ["0", "+", "++", "++", "+"],
        ["0.0", "1.0", "2.0", "2.0", "1.0"],
    ],
)
def test_levels_are_understood_however_they_are_written(bill, levels):
    rows = [
        [level, f"P{i}", f"Part {i}", "", 1, "pcs", 5, "", "g"] for i, level in enumerate(levels)
    ]
    found = bill(*rows)
    assert [m.parent_id for m in found.materials] == [None, "m-p1-1", "m-p1-1", None]
    assert found.product.part_number == "P0"


def test_positions_like_paths_make_levels(tmp_path):
    rows = [
        ["Pos", "Part", "Qty", "Net (g)"],
        ["1", "A", 1, 9],
        ["1.1", "B", 2, 4.5],
        ["2", "C", 1, 1],
    ]
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows))
    assert [m.parent_id for m in found.materials] == [None, "m-a-1", None]


def test_plain_positions_are_not_levels(tmp_path):
    rows = [["Pos", "Part", "Qty", "Net (g)"], [10, "A", 1, 9], [20, "B", 2, 4.5]]
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows))
    assert [m.parent_id for m in found.materials] == [None, None]


def test_the_product_is_offered_and_is_no_material(bill):
    found = bill(
        [0, "BR-1", "Bracket", "", 1, "pcs", 1.28, "", "kg"],
        [1, "A", "Sheet", "DC01", 1, "pcs", 842, "", "g"],
    )
    assert (found.product.name, found.product.mass) == ("Bracket", Quantity(1.28, "kg"))
    assert [m.part_number for m in found.materials] == ["A"]
    assert found.rows[1].code == "import.product_row"


def test_an_assembly_needs_no_mass_of_its_own(bill):
    found = bill(
        [1, "A", "Assembly", "", 1, "pcs", "", "", ""],
        [2, "B", "Sheet", "", 1, "pcs", 5, "", "g"],
    )
    assert found.counts[RowStatus.CHOOSE] == 0


def test_an_assembly_that_weighs_something_else_than_its_parts_is_named(bill):
    found = bill(
        [1, "A", "Assembly", "", 1, "pcs", 842, "", "g"],
        [2, "B", "Coil", "DC01", 1.236, "kg", "", "", ""],
    )
    assert "import.assembly_mass_differs" in codes(found)
    assert found.counts[RowStatus.CHOOSE] == 0


def test_parts_of_an_assembly_with_an_open_quantity_are_not_counted(bill):
    found = bill(
        [1, "A", "Assembly", "", "some", "pcs", "", "", ""],
        [2, "B", "Sheet", "", 1, "pcs", 5, "", "g"],
        [1, "C", "Nut", "", 1, "pcs", 5, "", "g"],
    )
    assert [m.amount for m in found.materials] == [None, None, Quantity(5, "g")]
    assert found.rows[2].code == "import.parent_open"


def test_an_assembly_measured_in_kg_waits(bill):
    found = bill(
        [1, "A", "Compound", "", 0.5, "kg", "", "", ""],
        [2, "B", "Rubber", "", 0.7, "kg", "", "", ""],
    )
    assert found.rows[1].code == "import.assembly_by_measure"
    assert found.materials[1].amount is None


def test_a_skipped_level_is_named(bill):
    found = bill(
        [1, "A", "Assembly", "", 1, "pcs", "", "", ""],
        [3, "B", "Sheet", "", 1, "pcs", 5, "", "g"],
    )
    assert "import.level_skipped" in codes(found)
    assert found.materials[1].parent_id == "m-a-1"


def test_a_level_that_cannot_be_read_keeps_the_line_out_of_the_sum(bill):
    found = bill(
        [1, "A", "Sheet", "", 1, "pcs", 5, "", "g"], ["x", "B", "Nut", "", 1, "pcs", 5, "", "g"]
    )
    assert last(found) == (RowStatus.CHOOSE, "import.level_unreadable")
    assert found.materials[1].amount is None


def test_a_second_product_in_the_table_is_not_added_to_the_first(bill):
    found = bill(
        [0, "P", "One", "", 1, "pcs", 9, "", "g"], [1, "A", "a", "", 1, "pcs", 9, "", "g"],
        [0, "Q", "Two", "", 1, "pcs", 7, "", "g"], [1, "B", "b", "", 1, "pcs", 7, "", "g"],
    )  # fmt: skip
    assert [m.part_number for m in found.materials] == ["A"]
    assert last(found) == (RowStatus.CHOOSE, "import.other_product")
    assert "import.several_products" in codes(found)


def test_a_part_far_heavier_than_the_product_waits(bill):
    product = [0, "P", "Product", "", 1, "pcs", 1.28, "", "kg"]
    found = bill(product, [1, "A", "Sheet", "", 1, "pcs", 842, "", "kg"])
    assert last(found) == (RowStatus.CHOOSE, "import.mass_absurd")
    assert found.materials[0].amount is None


def test_a_part_somewhat_heavier_than_the_product_is_named(bill):
    product = [0, "P", "Product", "", 1, "pcs", 1.28, "", "kg"]
    found = bill(product, [1, "A", "Sheet", "", 2, "pcs", 0.9, "", "kg"])
    assert "import.heavier_than_product" in codes(found)


def test_the_same_part_twice_is_kept_twice(bill):
    row = [1, "N-8", "Nut", "", 1, "pcs", 5, "", "g"]
    found = bill(row, row)
    assert [m.id for m in found.materials] == ["m-n-8-1", "m-n-8-2"]
    assert "import.part_numbers_repeated" in codes(found)


def test_rows_that_are_no_lines_are_left_aside_with_their_reason(bill):
    line = [1, "A", "Sheet", "DC01", 1, "pcs", 5, "", "g"]
    found = bill(
        line,
        [],
        ["Page 1 of 2"],
        HEAD,
        line,
        ["", "Total", "", "", "", "", 10, "", "g"],
        ["Remark: masses without coating"],
    )
    assert [row.code.removeprefix("import.") for row in found.rows] == [
        "heading_row", "", "blank_row", "page_row", "repeated_heading", "", "total_row", "remark_row",
    ]  # fmt: skip
    assert found.counts == {RowStatus.MATCHED: 2, RowStatus.CHOOSE: 0, RowStatus.IGNORED: 6}


@pytest.mark.parametrize("word", ["合计", "总计", "Summe", "Total", "Grand total", "小计:"])
def test_total_rows_are_not_counted(bill, word):
    line = [1, "A", "Sheet", "DC01", 1, "pcs", 5, "", "g"]
    found = bill(line, [word, "", "", "", "", "", 5, "", "g"])
    assert len(found.materials) == 1
    assert last(found) == (RowStatus.IGNORED, "import.total_row")


def test_a_part_with_only_a_name_waits_and_is_not_lost(bill):
    found = bill([1, "", "Grease", "", "", "", "", "", ""])
    assert last(found) == (RowStatus.CHOOSE, "import.no_quantity")
    assert found.materials[0].name == "Grease"


def test_numbers_without_a_name_wait(bill):
    found = bill([1, "A", "x", "", 1, "pcs", 5, "", "g"], [1, "", "", "", 1, "pcs", 5, "", "g"])
    assert last(found) == (RowStatus.CHOOSE, "import.no_name")


def test_packaging_goes_to_its_own_step(tmp_path):
    rows = [["Level", "Part", "Type", "Qty", "Net (g)"], [1, "A", "buy", 1, 5],
            [1, "Box", "Packaging", 0.02, 620], [2, "Lid", "buy", 1, 50], [1, "B", "buy", 1, 5]]  # fmt: skip
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows))
    assert [m.part_number for m in found.materials] == ["A", "B"]
    assert [row.code for row in found.rows[2:4]] == ["import.packaging_row", "import.left_out_with"]


def test_a_name_that_sounds_like_packaging_is_named_and_kept(bill):
    found = bill([1, "PK-1", "纸箱", "", 1, "pcs", 5, "", "g"])
    assert len(found.materials) == 1
    assert "import.looks_like_packaging" in codes(found)


def test_an_auxiliary_is_marked(tmp_path):
    rows = [["物料编码", "类别", "用量", "单位"], ["焊丝", "辅料", 6, "g"]]
    material = read_bom(workbook(tmp_path / "bom.xlsx", rows)).materials[0]
    assert material.is_auxiliary
    assert material.amount == Quantity(6, "g")


def test_a_table_without_quantities_says_what_was_assumed(tmp_path):
    found = read_bom(workbook(tmp_path / "bom.xlsx", [["Part", "Net (g)"], ["A", 5]]))
    assert found.materials[0].quantity_per == 1
    assert "import.quantity_assumed_one" in codes(found)


def test_a_recycled_share_of_unknown_kind_is_not_used_and_named(tmp_path):
    rows = [["Part", "Qty", "Net (g)", "Recycled content"], ["A", 1, 5, 30]]
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows))
    assert "import.recycled_kind_open" in codes(found)


def test_a_second_unit_column_belongs_to_the_mass_beside_it(tmp_path):
    rows = [["料号", "用量", "单位", "净重", "单位"], ["A", 2, "个", 12.5, "g"]]
    material = read_bom(workbook(tmp_path / "bom.xlsx", rows)).materials[0]
    assert (material.amount, material.quantity_per) == (Quantity(12.5, "g"), 2)


def test_a_material_merged_over_several_rows_belongs_to_each(tmp_path):
    rows = [["Part", "Material", "Qty", "Net (g)"], ["A", "DC01", 1, 5], ["B", "", 1, 6]]
    path = workbook(tmp_path / "bom.xlsx", rows, merge=["B2:B3"])
    assert [m.designation for m in read_bom(path).materials] == ["DC01", "DC01"]


def test_a_mass_merged_over_several_rows_is_counted_once(tmp_path):
    rows = [["Part", "Material", "Qty", "Net (g)"], ["A", "DC01", 1, 5], ["B", "DC01", 1, ""]]
    found = read_bom(workbook(tmp_path / "bom.xlsx", rows, merge=["D2:D3"]))
    assert last(found) == (RowStatus.CHOOSE, "import.no_mass")


def test_a_formula_without_a_result_is_named(bill):
    found = bill([1, "A", "Part", "", 1, "pcs", "=2+3", "", "g"])
    assert last(found) == (RowStatus.CHOOSE, "import.formula_not_calculated")


def test_a_german_sap_list_of_windows_is_read(tmp_path):
    path = text(
        tmp_path / "stueckliste.csv",
        [
            "Stückliste Träger, Werk 1000;;;;;;;",
            "Stufe;Pos;Teilenummer;Benennung;Menge;ME;Nettogewicht;Gew.einh.",
            "0;;4711;Träger vollständig;1,000;ST;1.280,5;G",
            ".1;10;4711-1;Blech DC01 für Träger;1,000;ST;1.236,25;G",
            ".1;20;4711-2;Mutter M8 ø13;2,000;ST;12,5;G",
            ".1;30;4711-3;Öl;0,0125;KG;;",
        ],
        "cp1252",
    )
    found = read_bom(path)
    assert found.source.encoding == "cp1252"
    assert found.product.name == "Träger vollständig"
    assert found.product.mass == Quantity(1280.5, "g")
    assert [(m.name, m.amount, m.quantity_per) for m in found.materials] == [
        ("Blech DC01 für Träger", Quantity(1236.25, "g"), 1),
        ("Mutter M8 ø13", Quantity(12.5, "g"), 2),
        ("Öl", Quantity(0.0125, "kg"), 1),
    ]


def test_a_german_list_with_three_decimals_only_asks_for_the_mark(tmp_path):
    lines = ["Teil;Menge;ME;Nettogewicht (g)", "A;1,000;ST;5", "B;2,000;ST;6"]
    path = text(tmp_path / "liste.csv", lines)
    found = read_bom(path)
    assert found.counts[RowStatus.CHOOSE] == 2
    assert "import.decimal_unclear" in codes(found)
    assert [m.quantity_per for m in read_bom(path, decimal=",").materials] == [1, 2]


def test_a_chinese_list_in_gbk_is_read(tmp_path):
    lines = [
        "序号,料号,品名,材质,用量,单位,净重(g),毛重(g)",
        "1,A-1,冲压支架,SPCC,1,件,842,1236.5",
        "合计,,,,,,842,",
    ]
    found = read_bom(text(tmp_path / "bom.csv", lines, "gbk"))
    material = found.materials[0]
    assert (material.name, material.designation) == ("冲压支架", "SPCC")
    assert material.gross_amount == Quantity(1236.5, "g")
    assert "import.encoding_inferred" in codes(found)


def test_headings_without_lines_are_refused(tmp_path):
    with pytest.raises(Refusal) as caught:
        read_bom(workbook(tmp_path / "bom.xlsx", [HEAD, ["Total", 5]]))
    assert caught.value.code == "import.no_bom_rows"


def test_reading_again_gives_the_same(bill):
    row = [1, "A", "Sheet", "DC01", 1, "pcs", 5, "", "g"]
    assert bill(row) == bill(row)


def test_ten_thousand_lines_are_read_in_time(tmp_path):
    path = big_workbook(tmp_path / "big.xlsx", 10_000)
    start = time.process_time()
    found = read_bom(path)
    assert time.process_time() - start < 3
    assert found.counts[RowStatus.MATCHED] == 10_000
