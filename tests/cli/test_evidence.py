"""`evidence`: coverage and register in words and as data, a test of records, the pack."""

import zipfile

from supplier_pcf.app.documents import open_project


def test_a_study_with_proof_says_how_far_it_goes(run, bracket):
    said = run("evidence", bracket)
    assert said.code == 0, said.err
    assert "Documents prove 98 % of the footprint." in said.out
    assert "Register: 3 of 17 items answered." in said.out


def test_a_study_without_documents_says_what_to_attach_first(run, rail):
    said = run("evidence", rail)
    assert said.code == 0, said.err
    assert "Documents prove 0 % of the footprint." in said.out
    assert "Attach the" in said.out


def test_the_lines_of_the_data_add_up_to_the_whole(run, bracket):
    found = run("evidence", bracket, "--json").data
    lines = found["coverage"]["lines"]
    assert abs(sum(line["percent"] for line in lines) - 100) < 1e-9
    proven = sum(x["percent"] for x in lines if x["has_amount"] and x["has_source"])
    assert abs(found["coverage"]["percent"] - proven) < 1e-9
    assert found["coverage"]["marks"]["regular"]["percent"] == 80
    assert len(found["register"]) == 17


def test_a_drill_is_kept_with_its_seed_and_drawn_alike_again(run, bracket):
    first = run("evidence", bracket, "--drill", 7, "--level", "in_depth", "--json").data["drill"]
    again = run("evidence", bracket, "--drill", 7, "--level", "in_depth", "--json").data["drill"]
    assert first["drawn"] == again["drawn"]
    assert first["drawn"]
    kept = open_project(bracket).study.drills
    assert [(d.id, d.seed) for d in kept] == [("drill-1", 7), ("drill-2", 7)]
    assert "seed 7" in run("evidence", bracket, "--drill", 7).out


def test_register_remarks_and_pack_are_written(run, bracket, tmp_path):
    register, remarks, pack = (tmp_path / n for n in ("r.csv", "m.csv", "p.zip"))
    told = ("--csv", register, "--remarks", remarks, "--pack", pack, "--language", "zh_CN")
    said = run("evidence", bracket, *told)
    assert said.code == 0, said.err
    assert register.read_text("utf-8-sig").startswith("document,")
    assert remarks.read_text("utf-8-sig").startswith("round,")
    assert "evidence.pdf" in zipfile.ZipFile(pack).namelist()


def test_nothing_is_written_over_the_study(run, bracket):
    before = bracket.read_bytes()
    assert run("evidence", bracket, "--pack", bracket).code == 2
    assert bracket.read_bytes() == before
