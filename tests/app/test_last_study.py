"""A new study takes over who makes it and where from the one before; nothing that is of a year."""

from dataclasses import replace

import pytest

from supplier_pcf.app.last_study import company_of_last, with_company_of
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.record import Signature
from supplier_pcf.domain.site import PlantOutput, Site
from supplier_pcf.domain.study import Company, Study
from supplier_pcf.project.codec import encode_study
from tests.build import a_study

PLANT = Site(
    id="s1",
    name="Hall 2",
    country="DE",
    subdivision="DE-BY",
    outputs=(PlantOutput(id="o1", units=5.0),),
)
LAST = Study(
    company=Company(name="Presswerk", contact="Eva"),
    sites=(PLANT,),
    prepared=Signature(name="Eva", day="2025-02-01"),
)


def file(tmp_path, name, study):
    path = tmp_path / name
    path.write_bytes(b'{"format_version": 1, ' + encode_study(study)[1:])
    return path


def test_company_place_and_name_come_over_and_what_was_made_does_not():
    study = with_company_of(Study(), LAST)
    assert study.company == LAST.company
    assert study.sites == (replace(PLANT, outputs=()),)
    assert study.prepared == Signature(name="Eva")


def test_what_is_entered_already_stays():
    mine = Study(
        company=Company(name="Mine"),
        sites=(Site(id="x", country="PL"),),
        prepared=Signature(name="Jan"),
    )
    assert with_company_of(mine, LAST) == mine


def test_a_site_without_a_place_gets_one_and_keeps_what_it_made():
    outputs = (PlantOutput(id="o2", units=7.0),)
    study = with_company_of(Study(sites=(Site(id="x", outputs=outputs),)), LAST)
    assert study.sites == (replace(PLANT, id="x", outputs=outputs),)


def test_the_newest_file_that_names_a_company_counts(tmp_path):
    nameless = file(tmp_path, "a.json", a_study(company=Company()))
    named = file(tmp_path, "b.json", LAST)
    found = company_of_last([tmp_path / "gone.spcf", nameless, named])
    assert found.company == LAST.company


def test_without_any_the_user_is_told(tmp_path):
    with pytest.raises(Refusal, match=r"session\.no_last_company"):
        company_of_last([tmp_path / "gone.spcf"])
