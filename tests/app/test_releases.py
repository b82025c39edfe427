"""Releases: one identity for one content."""

from dataclasses import replace
from datetime import UTC, datetime

from supplier_pcf.app.releases import release_for, with_release
from supplier_pcf.domain.record import ReleaseStatus
from supplier_pcf.domain.study import Product
from tests.build import a_study

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def test_the_same_content_keeps_its_release():
    study = a_study()
    first = release_for(study, NOW)
    assert first.created == "2026-03-01T12:00:00Z"
    assert release_for(with_release(study, first), NOW.replace(year=2027)) == first


def test_other_content_gets_a_new_one_that_names_the_old():
    study = a_study()
    first = release_for(study, NOW)
    changed = replace(with_release(study, first), product=Product(name="Other"))
    second = release_for(changed, NOW)
    assert second.id != first.id
    assert (second.version, second.preceding) == (2, (first.id,))


def test_the_old_release_is_superseded():
    study = a_study()
    one = with_release(study, release_for(study, NOW))
    other = replace(one, product=Product(name="Other"))
    both = with_release(other, release_for(other, NOW)).releases
    assert [r.status for r in both] == [ReleaseStatus.DEPRECATED, ReleaseStatus.ACTIVE]


def test_a_release_is_recorded_once():
    study = a_study()
    once = with_release(study, release_for(study, NOW))
    assert with_release(once, once.releases[0]) is once
