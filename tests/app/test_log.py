"""The log tells us where it stopped, and nobody what the study holds."""

import pytest

from supplier_pcf.app import log


@pytest.fixture(autouse=True)
def own_user_data(tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("APPDATA", str(tmp_path))


def told():
    return log.log_file().read_text(encoding="utf-8")


def test_a_fault_leaves_its_kind_and_its_way_but_not_its_words():
    customer = "Kunde 汽车厂"
    try:
        try:
            {}[customer]
        except KeyError as error:
            raise ValueError(f"{customer} has no name") from error
    except ValueError as error:
        log.note_fault(error)
    assert "ValueError" in told() and "KeyError" in told()
    assert "test_log.py:" in told()
    assert "Supplier PCF 0." in told()
    assert customer not in told()


def test_paths_of_this_computer_do_not_get_into_it(tmp_path):
    from supplier_pcf.guard.json_text import MAX_BYTES
    from supplier_pcf.project.whole import read_at_most

    try:
        read_at_most(None, MAX_BYTES)
    except AttributeError as error:
        log.note_fault(error)
    assert "supplier_pcf/project/whole.py:" in told()
    assert str(tmp_path) not in told()


def test_a_long_log_begins_anew_and_keeps_what_came_before():
    for number in range(40):
        log.note(f"{number} " + "x" * 50_000)
    names = sorted(path.name for path in log.log_file().parent.iterdir())
    assert names == ["supplier-pcf.log", *(f"supplier-pcf.log.{n}" for n in (1, 2, 3))]
    assert all(path.stat().st_size <= 256 * 1024 for path in log.log_file().parent.iterdir())
    assert " 39 x" in told()


def test_letters_of_every_script_are_written():
    log.note("铝 \udc80")
    assert "铝" in told()


def test_a_folder_that_cannot_be_written_stops_nobody(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "file"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "file"))
    log.note("nothing")
