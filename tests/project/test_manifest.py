from datetime import UTC, datetime, timedelta, timezone

import pytest

from supplier_pcf.domain.finding import Refusal
from supplier_pcf.project import migrations
from supplier_pcf.project.manifest import (
    Listed,
    header_from,
    manifest_from,
    new_manifest,
    newer,
    utc,
)

NOW = datetime(2026, 1, 31, 12, 0, 0, tzinfo=UTC)


def test_moments_are_told_in_utc():
    assert utc(NOW) == "2026-01-31T12:00:00Z"
    assert utc(NOW.astimezone(timezone(timedelta(hours=8)))) == "2026-01-31T12:00:00Z"


def test_a_manifest_comes_back_as_it_was():
    made = new_manifest(NOW, {"b.pdf": Listed(sha256="00", size=3)})
    assert manifest_from(made.as_data(), "a.spcf") == made
    assert "attachments" not in new_manifest(NOW, {}).as_data()


def test_a_header_is_taken_out_of_the_study():
    tree = {"$schema": "x", "format_version": 1, "format_revision": 99, "title": "x"}
    manifest = header_from(tree, "study.json")
    assert tree == {"title": "x"}
    assert manifest.is_newer_revision
    assert manifest.version == migrations.VERSION


def test_a_program_name_is_shown_without_tricks():
    assert newer("a.spcf", "9\n\u202e" + "x" * 100).params["app"] == "9" + "x" * 37
    assert newer("a.spcf", "\n").code == "file.newer_by"


def test_a_newer_version_is_refused_whatever_else_it_holds():
    tree = {"format": "supplier-pcf", "version": 99, "app": "9.0", "attachments": "elsewhere"}
    with pytest.raises(Refusal) as caught:
        manifest_from(tree, "a.spcf")
    assert caught.value.code == "file.newer"
