"""`supplier-pcf collect` writes a sheet and reads it back."""

import json

from supplier_pcf.cli.main import main
from supplier_pcf.domain.units import Quantity
from supplier_pcf.project.file import read
from tests.app.test_collecting import filled


def test_a_sheet_goes_out_and_comes_back(tmp_path, capsys):
    study = tmp_path / "b.spcf"
    assert main(["new", "--sample", "stamped-bracket", "--out", str(study)]) == 0
    call = ["collect", str(study), "--team", "logistics", "--person", "Ann", "--due", "2027-01-31"]
    assert main([*call, "--out", str(tmp_path / "out")]) == 0
    (path,) = (tmp_path / "out").glob("*.xlsx")
    leg = read(study).study.transports[0]
    filled(path, {f"transports/{leg.id}/distance": "77 km"})
    capsys.readouterr()
    assert main(["collect", str(study), "--read", str(path), "--json"]) == 0
    rows = {row["path"]: row for row in json.loads(capsys.readouterr().out)["rows"]}
    assert rows[f"transports/{leg.id}/distance"]["status"] == "new"
    project = read(study).study
    assert project.transports[0].distance == Quantity(77.0, "km")
    assert project.collections[0].answered == 1


def test_without_team_or_file_it_says_what_to_say(tmp_path, capsys):
    study = tmp_path / "b.spcf"
    main(["new", "--sample", "stamped-bracket", "--out", str(study)])
    assert main(["collect", str(study)]) != 0
    assert "--team" in capsys.readouterr().err
