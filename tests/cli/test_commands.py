"""The contract other tools rely on: what commands print, where they write, how they end."""

import json
import zipfile
from pathlib import Path

import pytest
from pypdf import PdfReader

SAMPLE = Path(__file__).parents[2] / "resources" / "samples" / "stamped-bracket"
FIELDS = {
    "declared_unit",
    "pcf_excluding_biogenic_uptake",
    "pcf_including_biogenic_uptake",
    "per_kg",
    "stages",
    "buckets",
    "outbound_transport",
    "packaging",
    "primary_data_share",
    "data_quality",
    "exempted_percent",
    "complete",
    "rows",
    "flows",
    "findings",
    "factor_sets",
}


def test_samples_are_listed_with_id_and_title(run):
    listed = run("samples", "--json").data
    assert {s["id"] for s in listed} >= {"stamped-bracket", "diesel-rail"}
    assert all(s["title"] for s in listed)
    assert [s["id"] for s in listed if s["is_published"]] == ["diesel-rail"]
    assert "turned-part          Turned part. Hydraulic fitting" in run("samples").out


def test_a_sample_is_written_in_the_language_asked_for(run, tmp_path):
    path = tmp_path / "study.json"
    chosen = ("new", "--sample", "turned-part", "--out", path)
    assert run(*chosen, "--language", "de").code == 0
    assert json.loads(path.read_text(encoding="utf-8"))["product"]["name"] == "Verschraubung HF-068"
    assert "xx" in run(*chosen, "--language", "xx").err


def test_a_new_study_takes_no_other_files_place(run, bracket):
    before = bracket.read_bytes()
    answer = run("new", "--sample", "turned-part", "--out", bracket)
    assert answer.code == 2
    assert f"{bracket.name} is there already." in answer.err
    assert bracket.read_bytes() == before


def test_the_published_rail_is_reproduced(run, rail):
    answer = run("calculate", rail, "--json").data
    assert answer["pcf_excluding_biogenic_uptake"] == pytest.approx(5.5427533333, rel=1e-10)
    assert answer["stages"]["materials"] == pytest.approx(5.101394666, abs=0.003)
    assert answer["complete"] is True
    assert answer["rows"] == {"counted": 15, "total": 15}


def test_the_answer_has_the_agreed_fields(run, bracket):
    answer = run("calculate", bracket, "--json").data
    assert answer.keys() >= FIELDS
    assert answer["declared_unit"] == {"unit": "piece", "amount": 1.0}
    assert set(answer["stages"]) == {
        "materials",
        "inbound_transport",
        "production",
        "packaging",
        "waste",
    }
    assert set(answer["flows"][0]) >= {
        "id",
        "name",
        "kind",
        "stage",
        "amount",
        "unit",
        "factor_id",
        "kg_co2e",
        "counted",
    }


def test_the_bracket_is_what_a_pocket_calculator_says(run, bracket):
    """Sheet 1.236 kg and 0.305 kg gross; share of the plant 2600 of 22400 machine hours."""
    answer = run("calculate", bracket, "--json").data
    flows = {f["id"]: f["kg_co2e"] for f in answer["flows"]}
    assert flows["m-br-2041-11-1"] == pytest.approx(1.236 * 2.62442, rel=1e-4)
    assert flows["m-br-2041-12-1"] == pytest.approx(0.305 * 2.71476, rel=1e-4)
    kwh = 1_860_000 * 2600 / 22400 / 180_000
    assert flows["use-meter-electricity"] == pytest.approx(kwh * 0.5777, rel=1e-9)
    litres = 7400 * (180000 * 1.28) / (180000 * 1.28 + 950000 * 0.62 + 400000 * 1.9) / 180000
    assert flows["use-meter-diesel"] == pytest.approx(litres * 3.28564, rel=1e-4)
    assert sum(v for k, v in flows.items() if v and not k.startswith("out-")) == pytest.approx(
        answer["pcf_excluding_biogenic_uptake"], rel=1e-12
    )
    assert answer["per_kg"] == pytest.approx(answer["pcf_excluding_biogenic_uptake"] / 1.28)
    assert answer["complete"] is True


def test_calculate_prints_for_people_too(run, bracket):
    said = run("calculate", bracket)
    assert "kg CO2e per 1 piece" in said.out
    assert "22 of 22 rows counted" in said.out


def test_a_table_alone_makes_a_study_that_says_what_it_lacks(run, tmp_path):
    """The table holds the product itself in row 7, eight parts below it, and two more in rows 19 and 20."""
    study = tmp_path / "new.spcf"
    said = run("import-bom", SAMPLE / "bom.xlsx", "--into", study)
    assert said.code == 0
    assert "11 matched, 0 to choose" in said.out
    answer = run("calculate", study, "--json").data
    assert answer["complete"] is False
    assert answer["rows"]["counted"] < answer["rows"]["total"]
    assert "flow.no_factor" in {f["code"] for f in answer["findings"]}


def test_an_incomplete_study_is_not_exported(run, tmp_path):
    study, out = tmp_path / "new.spcf", tmp_path / "out.json"
    run("import-bom", SAMPLE / "bom.xlsx", "--into", study)
    said = run("export", study, "--format", "pact-3", "--out", out)
    assert (said.code, out.exists()) == (1, False)
    assert "has no emission factor" in said.err
    said = run("report", study, "--out", tmp_path / "out.pdf")
    assert (said.code, (tmp_path / "out.pdf").exists()) == (1, False)


def test_bills_wait_for_the_share_of_the_product(run, tmp_path):
    study = tmp_path / "new.spcf"
    run("import-bom", SAMPLE / "bom.xlsx", "--into", study)
    assert run("import-energy", SAMPLE / "energy-2025.csv", "--into", study).code == 0
    answer = run("calculate", study, "--json").data
    power = next(f for f in answer["flows"] if f["id"] == "use-meter-electricity")
    assert (power["counted"], power["kg_co2e"]) == (False, None)


def test_reading_a_table_again_keeps_what_the_user_chose(run, bracket):
    before = run("calculate", bracket, "--json").data
    assert run("import-bom", SAMPLE / "bom.xlsx", "--into", bracket).code == 0
    after = run("calculate", bracket, "--json").data
    assert after["pcf_excluding_biogenic_uptake"] == before["pcf_excluding_biogenic_uptake"]


def test_check_ends_with_one_while_errors_stand(run, bracket, tmp_path):
    assert run("check", bracket).code == 0
    listed = run("check", bracket, "--json").data
    assert all(f["severity"] != "error" for f in listed)
    study = tmp_path / "new.spcf"
    run("import-bom", SAMPLE / "bom.xlsx", "--into", study)
    assert run("check", study).code == 1


def test_pact_export_is_recorded_and_repeated_alike(run, bracket, tmp_path):
    one, two = tmp_path / "1.json", tmp_path / "2.json"
    assert run("export", bracket, "--format", "pact-3", "--out", one).code == 0
    assert run("export", bracket, "--format", "pact-3", "--out", two).code == 0
    assert one.read_bytes() == two.read_bytes()
    with zipfile.ZipFile(bracket) as project:
        releases = json.loads(project.read("study.json"))["releases"]
    assert [r["id"] for r in releases] == [json.loads(one.read_text())["id"]]


def test_a_changed_study_leaves_under_a_new_id_that_names_the_old(run, rail, bracket, tmp_path):
    out = tmp_path / "1.json"
    plain = tmp_path / "study.json"
    with zipfile.ZipFile(bracket) as project:
        data = json.loads(project.read("study.json"))
    plain.write_text(json.dumps(data))
    run("export", plain, "--format", "pact-3", "--out", out)
    first = json.loads(out.read_text())
    data = json.loads(plain.read_text())
    data["product"]["volume"] = 170000
    plain.write_text(json.dumps(data))
    assert run("export", plain, "--format", "pact-3", "--out", out).code == 0
    second = json.loads(out.read_text())
    assert second["id"] != first["id"]
    assert second["precedingPfIds"] == [first["id"]]


def test_inventory_flows_sum_to_the_total(run, bracket, tmp_path):
    import csv

    out = tmp_path / "out.csv"
    assert run("export", bracket, "--format", "inventory-csv", "--out", out).code == 0
    with out.open(encoding="utf-8-sig", newline="") as table:
        rows = list(csv.DictReader(table))
    whole = sum(float(r["kg_co2e"]) for r in rows if r["section"] == "flow")
    answer = run("calculate", bracket, "--json").data
    assert whole == pytest.approx(answer["pcf_excluding_biogenic_uptake"], rel=1e-9)


@pytest.mark.parametrize(
    ("language", "word"),
    [("en", "Not verified"), ("de", "Nicht verifiziert"), ("zh_CN", "未经核查")],
)
def test_report_speaks_the_customers_language(run, bracket, tmp_path, language, word):
    out = tmp_path / "out.pdf"
    assert run("report", bracket, "--out", out, "--language", language).code == 0
    pages = PdfReader(out).pages
    assert len(pages) > 3
    assert word in "".join(page.extract_text() for page in pages)


def test_formats_are_listed(run):
    said = run("formats").out
    assert "pact-3" in said
    assert "inventory-csv" in said


def test_schema_describes_the_plain_study(run, rail):
    import jsonschema

    schema = run("schema").data
    jsonschema.validate(json.loads(rail.read_text(encoding="utf-8")), schema)


def test_factors_are_found_by_words_in_any_language(run):
    for words in ("cold rolled steel", "冷轧钢板", "Kaltband"):
        hits = run("factors", words, "--unit", "kg", "--place", "CN", "--json").data
        assert hits[0]["id"] == "us-lci-fy21q3:steel-sheet-cold-rolled"
    assert "2.62 kg CO2e/kg" in run("factors", "cold rolled steel").out


def test_no_factor_is_said_plainly(run):
    assert "No factor says this" in run("factors", "unobtainium").out


@pytest.mark.parametrize(
    "call",
    [
        (),
        ("dance",),
        ("calculate",),
        ("calculate", "missing.spcf"),
        ("new", "--sample", "nothing", "--out", "x.spcf"),
        ("import-bom", "missing.xlsx", "--into", "x.spcf"),
        ("import-energy", "missing.csv", "--into", "x.spcf"),
    ],
)
def test_wrong_use_is_one_sentence_and_exit_code_two(run, call, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    said = run(*call)
    assert said.code == 2
    assert said.out == ""
    assert len(said.err.strip().splitlines()) == 1
    assert "Traceback" not in said.err
    assert list(tmp_path.iterdir()) == []


def test_unknown_format_and_language_are_named(run, bracket, tmp_path):
    said = run("export", bracket, "--format", "pact-9", "--out", tmp_path / "o")
    assert (said.code, "pact-3" in said.err) == (2, True)
    said = run("report", bracket, "--out", tmp_path / "o.pdf", "--language", "fr")
    assert (said.code, "zh_CN" in said.err) == (2, True)


def test_an_unknown_factor_is_a_finding_with_its_place(run, rail):
    data = json.loads(rail.read_text(encoding="utf-8"))
    data["materials"][0]["factor_id"] = "nowhere:nothing"
    rail.write_text(json.dumps(data))
    answer = run("calculate", rail, "--json").data
    row = data["materials"][0]["id"]
    assert {
        "code": "flow.unknown_factor",
        "severity": "error",
        "where": f"materials/{row}/factor",
    } in (answer["findings"])
    assert answer["complete"] is False


def test_an_unwritable_target_leaves_everything_as_it_was(run, bracket, tmp_path):
    before = bracket.read_bytes()
    said = run("export", bracket, "--format", "pact-3", "--out", tmp_path / "no" / "out.json")
    assert said.code == 2
    assert bracket.read_bytes() == before


def test_an_export_never_overwrites_its_study(run, bracket):
    before = bracket.read_bytes()
    assert run("export", bracket, "--format", "pact-3", "--out", bracket).code == 2
    assert run("report", bracket, "--out", bracket).code == 2
    assert bracket.read_bytes() == before


def test_an_old_project_keeps_its_number_when_a_factor_set_changes(run, bracket, monkeypatch):
    """The project's copy of a factor wins over the bundled one."""
    before = run("calculate", bracket, "--json").data
    with zipfile.ZipFile(bracket) as project:
        copies = {f["id"] for f in json.loads(project.read("factors.json"))}
    assert "cn-electricity-footprint:2024-national" in copies
    from dataclasses import replace

    from supplier_pcf.app import calculation
    from supplier_pcf.factors.library import bundled_library

    old = bundled_library()
    newer = old.with_factors(
        [replace(old.get("cn-electricity-footprint:2024-national"), fossil=9.9)]
    )
    monkeypatch.setattr(calculation, "bundled_library", lambda: newer)
    assert run("calculate", bracket, "--json").data == before


def test_a_fault_of_ours_is_one_sentence_and_a_log(run, rail, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "data"))
    monkeypatch.setattr(
        "supplier_pcf.cli.calculate.open_project", lambda path: {}["a fault of ours"]
    )
    said = run("calculate", rail)
    assert said.code == 2
    assert len(said.err.strip().splitlines()) == 1
    log = next((tmp_path / "data").rglob("supplier-pcf.log")).read_text(encoding="utf-8")
    assert "KeyError" in log and "supplier_pcf/cli/calculate.py" in log
    assert "a fault of ours" not in log


def test_an_export_with_a_sheet_tells_what_the_file_tells(run, bracket, tmp_path):
    out = tmp_path / "aas.json"
    assert run("export", bracket, "--format", "aas-json", "--out", out, "--sheet").code == 0
    sheet = (tmp_path / "aas-what-leaves.csv").read_text(encoding="utf-8-sig")
    assert "ProductCarbonFootprints 1/PcfCO2eq" in sheet
    said = run("export", bracket, "--format", "aas-json", "--out", out, "--request", "r1")
    assert (said.code, "no request r1" in said.err) == (2, True)


def test_an_older_release_is_written_again_as_out_of_date(run, bracket, tmp_path):
    one, old = tmp_path / "1.json", tmp_path / "old.json"
    assert run("export", bracket, "--format", "pact-3", "--out", one).code == 0
    command = ("reissue", bracket, "--version", 1, "--format", "pact-3", "--out", old)
    assert run(*command).code == 2
    with zipfile.ZipFile(bracket) as project:
        study = json.loads(project.read("study.json"))
    changed = tmp_path / "changed.spcf"
    _with_title(bracket, changed, study)
    out = tmp_path / "2.json"
    said = run("export", changed, "--format", "pact-3", "--out", out, "--reason", "Other title")
    assert said.code == 0, said.err
    command = ("reissue", changed, "--version", 1, "--format", "pact-3", "--out", old)
    assert run(*command).code == 0
    told, first = json.loads(old.read_bytes()), json.loads(one.read_bytes())
    assert (told.pop("status"), first.pop("status")) == ("Deprecated", "Active")
    assert told == first


def _with_title(source, target, study):
    """The same project with another title of the study."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "study.json":
                data = json.dumps({**study, "title": "Other"}).encode()
            new.writestr(name, data)
