"""Preferences: kept, limited, and harmless when damaged."""

from pathlib import Path

import pytest

from supplier_pcf.app.settings import Settings, read_settings, write_settings


def test_what_was_written_is_read(tmp_path):
    settings = Settings(language="de").with_recent(Path("/a/b.spcf"))
    write_settings(tmp_path / "new" / "settings.json", settings)
    assert read_settings(tmp_path / "new" / "settings.json") == settings


def test_the_newest_file_comes_first_and_once():
    settings = Settings()
    for name in ("a", "b", "a"):
        settings = settings.with_recent(Path(name))
    assert settings.recent == ("a", "b")


def test_only_the_last_eight_are_kept():
    settings = Settings()
    for number in range(20):
        settings = settings.with_recent(Path(str(number)))
    assert len(settings.recent) == 8
    assert settings.recent[0] == "19"


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[1]", b'{"language": 7, "recent": "x"}', b"\xff\xfe", b"[" * 100_000]
)
def test_a_damaged_file_counts_as_none(tmp_path, content):
    path = tmp_path / "settings.json"
    path.write_bytes(content)
    assert read_settings(path) == Settings()


def test_a_place_that_cannot_be_written_stops_nobody(tmp_path):
    (tmp_path / "file").write_text("")
    write_settings(tmp_path / "file" / "settings.json", Settings())
