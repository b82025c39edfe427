"""`supplier-pcf factors`: looking up stays as it was; show, compare, own and request stand beside it."""

import json

import pytest

HDPE, LDPE = "us-lci-fy21q3:hdpe", "us-lci-fy21q3:ldpe"
HEAD = "id,name,unit,kg_co2e,boundary,gwp_set,place,year_to,publisher,document,licence"
GLUE = (
    "own:glue,Structural glue,kg,3.25,cradle_to_gate,AR6,DE,2024,Glue works,Letter 12,for our use"
)
PASTE = (
    "licensed:paste,Paste,kg,7.654321,cradle_to_gate,AR6,DE,2024,Owner,Table,not to be passed on"
)


@pytest.fixture(autouse=True)
def own_user_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "data"))


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "own.csv"
    path.write_text(f"{HEAD}\n{GLUE}\n{PASTE}\n", encoding="utf-8")
    return path


def test_words_are_looked_up_with_and_without_quotes(run):
    assert run("factors", "cold rolled").out == run("factors", "cold", "rolled").out
    assert "us-lci-fy21q3:steel-sheet-cold-rolled" in run("factors", "cold rolled").out


@pytest.mark.parametrize("words", [["show"], ["own"], ["compare", HDPE], ["request"]])
def test_a_verb_without_what_belongs_to_it_is_a_search(run, words):
    assert run("factors", *words).code == 0


def test_the_whole_record_of_a_factor_is_shown(run):
    said = run("factors", "show", HDPE)
    assert "kg_co2e                2.16721" in said.out
    assert "ch4_fossil: 0.00857369 kg x 29.8 = 0.255496" in said.out
    assert run("factors", "show", HDPE, "--json").data["grid_id"] == "epa-2025:egrid-2023-us"


def test_two_factors_are_compared_side_by_side(run):
    said = run("factors", "compare", HDPE, LDPE)
    assert "≠ kg_co2e" in said.out
    assert "  unit" in said.out
    answer = run("factors", "compare", HDPE, LDPE, "--json").data
    assert "kg_co2e" in answer["differs"]
    assert "unit" not in answer["differs"]
    assert [factor["id"] for factor in answer["factors"]] == [HDPE, LDPE]


def test_a_factor_that_is_not_there_is_one_sentence(run):
    said = run("factors", "show", "own:none")
    assert (said.code, said.out) == (2, "")
    assert said.err.startswith("There is no factor “own:none”.")


def test_own_factors_are_read_listed_found_and_removed(run, table):
    assert "There are no own factors yet" in run("factors", "own", "list").out
    assert run("factors", "own", "import", table).out.startswith("2 added, 0 changed")
    assert [f["id"] for f in run("factors", "own", "list", "--json").data] == [
        "own:glue",
        "licensed:paste",
    ]
    assert "own:glue" in run("factors", "structural glue").out
    assert run("factors", "own", "remove", "own:glue").code == 0
    assert "own:glue" not in run("factors", "own", "list").out
    assert run("factors", "own", "remove", "own:glue").code == 2
    again = run("factors", "own", "import", table, "--json").data
    assert (again["unchanged"], again["left_out"]) == (1, 1)
    assert again["findings"] == [{"code": "own.left_out_removed", "id": "own:glue"}]


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_licensed_factors_do_not_leave_by_command(run, table, tmp_path, suffix):
    run("factors", "own", "import", table)
    target = tmp_path / f"out.{suffix}"
    said = run("factors", "own", "export", target)
    assert said.code == 0
    assert "Licensed factors were not exported: 1" in said.out
    assert b"7.654321" not in target.read_bytes()
    fresh = run("factors", "own", "export", target, "--json").data
    assert (fresh["written"], fresh["findings"][0]["count"]) == (1, 1)


def test_a_damaged_library_of_own_factors_is_told_and_the_rest_is_found(run, table, tmp_path):
    run("factors", "own", "import", table)
    (file,) = (tmp_path / "data").rglob("own-factors.json")
    file.write_text("[]", encoding="utf-8")
    said = run("factors", "cold rolled")
    assert said.code == 0
    assert "us-lci-fy21q3:steel-sheet-cold-rolled" in said.out
    assert "is no personal library" in said.err
    assert run("factors", "own", "list").code == 2
    assert file.read_text(encoding="utf-8") == "[]"


def test_a_row_may_be_named_by_its_part_number(run, bracket, tmp_path):
    by_id = run("factors", "ways", bracket, "--row", "m-br-2041-11-1", "--json").data
    assert run("factors", "ways", bracket, "--row", "BR-2041-11", "--json").data == by_id
    out = tmp_path / "out"
    assert run("factors", "request", bracket, "--row", "BR-2041-11", "--out", out).code == 0
    unknown = run("factors", "request", bracket, "--row", "BR-9999", "--out", out)
    assert unknown.code == 2 and "BR-9999" in unknown.err


def test_a_request_is_a_page_and_a_sheet(run, bracket, tmp_path):
    out = tmp_path / "ask"
    row = "m-br-2041-11-1"
    said = run("factors", "request", bracket, "--row", row, "--out", out, "--language", "de")
    assert said.code == 0
    assert sorted(path.suffix for path in out.iterdir()) == [".pdf", ".xlsx"]
    answer = run("factors", "request", bracket, "--row", row, "--out", out, "--json").data
    assert len(answer["files"]) == 2


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "A request needs the row"),
        (["--row", "gone", "--out", "x"], "The study has no row “gone”"),
        (["--row", "oily-sludge", "--out", "x"], "is not bought from anybody"),
        (["--row", "m-br-2041-11-1", "--out", "x", "--due", "soon"], "“soon” is no day"),
        (["--row", "m-br-2041-11-1", "--out", "x", "--due", "2020-01-01"], "is over"),
        (["--row", "m-br-2041-11-1", "--out", "x", "--language", "fr"], "not available in “fr”"),
    ],
)
def test_a_request_that_cannot_be_made_is_one_sentence(run, bracket, options, says):
    said = run("factors", "request", bracket, *options)
    assert said.code == 2
    assert says in said.err
    assert len(said.err.splitlines()) == 1


CHINA = "cn-electricity-footprint:2024-national"
CHALK = "us-lci-fy21q3:calcium-carbonate-20-micron"


def test_the_ways_out_of_a_row_are_told_in_order(run, bracket):
    answer = run("factors", "ways", bracket, "--row", "m-cp-08-pp-1", "--json").data
    assert [way["way"] for way in answer] == [
        "ask_supplier", "own_factor", "composition", "rebase", "spend",
    ]  # fmt: skip
    said = run("factors", "ways", bracket, "--row", "m-cp-08-pp-1")
    assert said.out.startswith("1 open   Ask 余姚塑料制品 for the footprint")
    assert "us-lci-fy21q3:pp" in said.out
    assert run("factors", "ways", bracket).code == 2
    assert "no row “gone”" in run("factors", "ways", bracket, "--row", "gone").err


def test_a_grid_is_exchanged_by_command_and_kept_on_request(run):
    said = run("factors", "rebase", HDPE, CHINA)
    assert "0.400627 kWh x 0.5777 = 0.231442" in said.out
    assert "Not kept" in said.out
    assert run("factors", "own", "list", "--json").data == []
    answer = run("factors", "rebase", HDPE, CHINA, "--keep", "--json").data
    assert answer["factor"]["kg_co2e"] == pytest.approx(2.257745, abs=2e-6)
    assert [f["id"] for f in run("factors", "own", "list", "--json").data] == [
        answer["factor"]["id"]
    ]
    refused = run("factors", "rebase", "us-lci-fy21q3:abs", CHINA)
    assert (refused.code, refused.out) == (1, "")
    assert "does not state how much electricity" in refused.err


def test_a_compound_is_built_by_command(run):
    """(0.7 x 2.16721 + 0.3 x 0.0423099) / 0.98 + 0.5 x 0.5777 = 1.849809."""
    parts = ("compose", f"{HDPE}=70", f"{CHALK}=30")
    facts = ("--name", "PE chalk", "--place", "CN", "--source", "Data sheet", "--yield", "98")
    answer = run("factors", *parts, *facts, "--power", f"{CHINA}=0.5", "--json").data
    assert answer["factor"]["kg_co2e"] == pytest.approx(1.849809, abs=1e-6)
    assert answer["factor"]["id"] == "own:pe-chalk"
    refused = run("factors", "compose", f"{HDPE}=70", *facts)
    assert (refused.code, refused.out) == (1, "")
    assert "The shares sum up to 70 %" in refused.err
    assert run("factors", "compose", f"{HDPE}=much", *facts).code == 2


def test_one_study_becomes_a_factor_of_another(run, bracket, tmp_path):
    """The bracket with its 5.62 kg a piece on a row of a new study, twice: 11.2 kg."""
    other = tmp_path / "assembly.json"
    assembly = {
        "id": "assembly",
        "product": {"name": "Assembly", "mass": {"value": 2, "unit": "kg"}},
        "materials": [{"id": "part", "amount": {"value": 2, "unit": "piece"}}],
    }
    other.write_text(json.dumps(assembly), encoding="utf-8")
    one = run("calculate", bracket, "--json").data["pcf_excluding_biogenic_uptake"]
    said = run("factors", "from-study", other, bracket, "--row", "part", "--json")
    assert (said.code, said.err) == (0, "")
    assert said.data["factor"]["kg_co2e"] == pytest.approx(one)
    two = run("calculate", other, "--json").data
    assert two["pcf_excluding_biogenic_uptake"] == pytest.approx(2 * one)


def test_a_study_that_is_not_complete_is_refused_as_a_factor(run, bracket, tmp_path):
    empty = tmp_path / "empty.json"
    empty.write_text('{"id": "e", "product": {"name": "Nothing"}}', encoding="utf-8")
    said = run("factors", "from-study", bracket, empty)
    assert said.code == 1
    assert "“Nothing” is not complete" in said.err
