"""One file of every version is kept, and all of them open for ever."""

import re

from supplier_pcf.project import migrations
from supplier_pcf.project.file import read, write
from tests.project_files.make_v1 import BILL, BILL_TEXT, BUNDLED, HERE, NOW, make, study

KEPT = sorted(HERE.glob("v*.spcf"))


def test_there_is_a_file_of_every_version():
    numbers = sorted(int(re.fullmatch(r"v(\d+)", path.stem).group(1)) for path in KEPT)
    assert numbers == list(range(1, migrations.VERSION + 1))


def test_version_1_opens_as_the_study_it_was():
    project = read(HERE / "v1.spcf")
    assert project.study == study()
    assert project.factors == BUNDLED
    assert {name: a.read() for name, a in project.attachments.items()} == {BILL: BILL_TEXT}
    assert not project.read_only


def test_every_kept_file_can_be_saved_and_opened_again(tmp_path):
    for path in KEPT:
        project = read(path)
        assert write(tmp_path / path.name, project, now=NOW).study == project.study


def test_the_script_still_makes_the_kept_study(tmp_path):
    assert make(tmp_path / "v1.spcf").study == read(HERE / "v1.spcf").study
