"""`import-bom` and `import-energy` where the table does not say enough itself, and a second time."""

import pytest

ODD = "Werk 3;;\nTeilchen;Zeug;Gew.\nA1;DC01;12,5\nA2;DC01;3,5\n"


@pytest.fixture
def study(tmp_path):
    return tmp_path / "part.spcf"


def odd(tmp_path, text=ODD):
    path = tmp_path / "odd.csv"
    path.write_text(text, encoding="utf-8")
    return path


TOLD = ("--header-row", 2, "--column", "part_number=A", "--column", "material=B",
        "--column", "unit_mass=C", "--unit", "c=Gramm")  # fmt: skip


def test_headings_columns_and_units_can_be_told(run, study, tmp_path):
    said = run("import-bom", odd(tmp_path), "--into", study, *TOLD)
    assert said.code == 0
    assert "2 matched, 0 to choose" in said.out


def test_without_them_it_says_what_is_missing(run, study, tmp_path):
    said = run("import-bom", odd(tmp_path), "--into", study)
    assert said.code != 0
    assert "No row of headings was found in odd.csv" in said.err
    assert not study.exists()


def test_an_unknown_unit_is_refused_by_its_name(run, study, tmp_path):
    said = run("import-bom", odd(tmp_path), "--into", study, *TOLD[:-1], "C=VPE")
    assert said.code != 0
    assert "VPE" in said.err


def test_a_second_import_says_what_changed(run, study, tmp_path):
    run("import-bom", odd(tmp_path), "--into", study, *TOLD)
    newer = ODD.replace("3,5", "4,5") + "A3;DC01;9\n"
    said = run("import-bom", odd(tmp_path, newer), "--into", study, *TOLD)
    assert "changed: A2" in said.out
    assert "new: A3" in said.out
    assert "odd.csv: 1 changed, 1 new" in said.out
    again = run("import-bom", odd(tmp_path, newer), "--into", study, *TOLD)
    assert "changed:" not in again.out
