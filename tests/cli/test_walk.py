"""A year's work by command alone: every command on a whole study, an empty and a half-done one."""

import csv
import json
import zipfile
from pathlib import Path

import pytest

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"
KINDS = ("whole", "empty", "half")
READING = (
    "calculate",
    "checklist",
    "rules",
    "screen",
    "plant",
    "uncertainty",
    "sensitivity",
    "scenarios",
    "evidence",
)
SENT = ("pact-3", "pact-2", "aas-json", "inventory-csv")
NOT_FOR_THE_SAMPLE = ("catena-x-7", "catena-x-9", "catena-x-10", "cx-0136-csv")


@pytest.fixture
def studies(run, bracket, tmp_path):
    """A whole study, one with nothing in it, and one of tables without the answers to their questions."""
    empty, half = tmp_path / "empty.json", tmp_path / "half.spcf"
    empty.write_text("{}")
    assert run("import-bom", SAMPLE / "bom.xlsx", "--into", half).code == 0
    assert run("import-energy", SAMPLE / "energy-2025.csv", "--into", half).code == 0
    return {"whole": bracket, "empty": empty, "half": half}


@pytest.mark.parametrize("kind", KINDS)
def test_reading_a_study_always_answers_in_words_and_as_data(run, studies, kind):
    for name in READING:
        said = run(name, studies[kind])
        assert (name, said.code, said.err) == (name, 0, "")
        assert said.out.strip(), name
        answer = run(name, studies[kind], "--json")
        assert (name, answer.code) == (name, 0)
        assert answer.data or kind == "empty", name


@pytest.mark.parametrize(("kind", "code"), [("whole", 0), ("empty", 1), ("half", 1)])
def test_check_report_and_exports_end_as_the_findings_say(run, studies, kind, code, tmp_path):
    study, out = studies[kind], tmp_path / "out"
    assert run("check", study).code == code
    assert run("check", study, "--json").code == code
    for call in (("report",), *(("export", "--format", name) for name in SENT)):
        said = run(call[0], study, *call[1:], "--out", out)
        assert (call, said.code) == (call, code)
        assert out.exists() == (code == 0)
        assert bool(said.err) == (code == 1)
        out.unlink(missing_ok=True)
    for name in NOT_FOR_THE_SAMPLE:
        said = run("export", study, "--format", name, "--out", out)
        assert (name, said.code, out.exists()) == (name, 1, False)
        assert said.err.startswith("error: ")


@pytest.mark.parametrize("kind", KINDS)
def test_every_table_is_written_and_can_be_read(run, studies, kind, tmp_path):
    other = studies["whole"]
    for call in (
        ("checklist", studies[kind]),
        ("scenarios", studies[kind]),
        ("evidence", studies[kind]),
        ("uncertainty", studies[kind]),
        ("compare", studies[kind], other),
    ):
        out = tmp_path / f"{call[0]}.csv"
        said = run(*call, "--csv", out)
        assert (call[0], said.code, said.err) == (call[0], 0, "")
        if out.exists():
            with out.open(encoding="utf-8-sig", newline="") as table:
                assert len(list(csv.reader(table))) >= 1, call[0]
        else:
            assert (call[0], kind) in {("compare", "empty"), ("uncertainty", "empty")}


@pytest.mark.parametrize("kind", KINDS)
def test_the_verifiers_pack_and_a_drill_never_fail(run, studies, kind, tmp_path):
    pack = tmp_path / "pack.zip"
    for more in (("--pack", pack), ("--remarks", tmp_path / "remarks.csv"), ("--drill", 7)):
        said = run("evidence", studies[kind], *more)
        assert (more[0], said.code, said.err) == (more[0], 0, "")
    assert (tmp_path / "remarks.csv").exists()
    if pack.exists():
        with zipfile.ZipFile(pack) as files:
            assert files.testzip() is None
            assert files.namelist()


@pytest.mark.parametrize("kind", KINDS)
def test_sheets_go_out_only_where_there_is_something_to_ask(run, studies, kind, tmp_path):
    for team in ("purchasing", "production", "facility", "logistics"):
        said = run("collect", studies[kind], "--team", team, "--out", tmp_path / "o", "--json")
        if said.code == 0:
            assert Path(said.data["wrote"]).exists()
            assert said.data["asked"] > 0
        else:
            assert said.code == 2
            assert len(said.err.strip().splitlines()) == 1
        if kind == "whole":
            assert (team, said.code) == (team, 0)


def test_the_next_year_begins_with_questions_and_the_same_method(run, studies, tmp_path):
    target = tmp_path / "next.spcf"
    assert run("next-year", studies["whole"], target).code == 0
    assert run("check", target).code == 1
    assert "carried" in json.dumps(run("check", target, "--json").data)
    compared = run("compare", target, studies["whole"], "--json")
    assert compared.code == 0
    assert compared.data
    empty = run("next-year", studies["empty"], tmp_path / "no.spcf")
    assert (empty.code, (tmp_path / "no.spcf").exists()) == (2, False)
    assert len(empty.err.strip().splitlines()) == 1


def test_the_number_is_the_same_in_every_command_and_file(run, bracket, tmp_path):
    figure = run("calculate", bracket, "--json").data["pcf_excluding_biogenic_uptake"]
    assert figure == pytest.approx(5.6245520995, rel=1e-9)
    out = tmp_path / "pact.json"
    run("export", bracket, "--format", "pact-3", "--out", out)
    pact = json.loads(out.read_bytes())["pcf"]
    assert float(pact["pcfExcludingBiogenicUptake"]) == pytest.approx(figure, rel=1e-3)
    kinds = list(flattened(run("scenarios", bracket, "--json").data))
    assert any(number == pytest.approx(figure, rel=1e-12) for number in kinds)
    spread = run("uncertainty", bracket, "--json").data
    assert spread["low"] < figure < spread["high"]


def flattened(data):
    """Every number in plain data."""
    if isinstance(data, dict | list):
        for each in data.values() if isinstance(data, dict) else data:
            yield from flattened(each)
    elif isinstance(data, float):
        yield data
