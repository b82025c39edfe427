"""The self-test passes on a sound program and notices one that is not."""

import pytest

from supplier_pcf.app import selftest as module
from supplier_pcf.app.selftest import LOG, STEPS, Failed, selftest
from supplier_pcf.cli.main import main
from supplier_pcf.domain.finding import Refusal


@pytest.fixture(autouse=True)
def own_user_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "data"))


def test_every_step_passes_and_leaves_its_files(tmp_path, capsys):
    assert main(["selftest", str(tmp_path / "Geräte 工具")]) == 0
    made = {path.name for path in (tmp_path / "Geräte 工具").iterdir()}
    assert made == {
        *("report-en.pdf", "report-de.pdf", "report-zh_CN.pdf"),
        *("footprint.pact.json", module.STUDY, LOG),
        *(f"PCF request 支架本体 Bracket body{kind}" for kind in (".pdf", ".xlsx")),
    }
    told = (tmp_path / "Geräte 工具" / LOG).read_text(encoding="utf-8")
    assert told in capsys.readouterr().out
    assert told.splitlines()[-1] == "passed"
    assert told.count(": ok, ") == len(STEPS)


def test_another_result_than_the_known_one_fails(tmp_path, monkeypatch):
    def other(sample_id):
        sample = find(sample_id)
        return type(sample)(
            sample.id, sample.title, sample.folder, sample.about | {"known_answer": 5.7}
        )

    find = module.find_sample
    monkeypatch.setattr(module, "find_sample", other)
    said = []
    assert not selftest(tmp_path, said.append)
    assert next(line for line in said if "failed" in line).startswith("result: failed, 5.62455")
    assert said[-1] == "FAILED"


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (Failed("no such font"), "no such font"),
        (Refusal("file.disk_full", file="a.pdf"), "a.pdf was not saved: the drive is full"),
        (ZeroDivisionError("division"), "ZeroDivisionError: division"),
    ],
)
def test_a_step_that_fails_is_told_and_the_others_go_on(tmp_path, error, words):
    def fail(folder):
        raise error

    said = []
    more = (("window", fail), ("after it", lambda folder: "done"))
    assert not selftest(tmp_path, said.append, more)
    assert said[-3].startswith(f"window: failed, {words}")
    assert said[-2] == "after it: ok, done"


def test_a_folder_that_cannot_be_made_is_one_sentence(tmp_path, capsys):
    (tmp_path / "file").write_text("")
    assert main(["selftest", str(tmp_path / "file" / "in")]) == 2
    assert capsys.readouterr().err.count("\n") == 1
