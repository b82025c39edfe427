"""Samples: every one opens, calculates and says what it is."""

import pytest

from supplier_pcf.app.calculation import calculated
from supplier_pcf.app.samples import all_samples, find_sample, sample_study
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.factors.library import bundled_library
from supplier_pcf.i18n import LANGUAGES
from tests.build import AS_OF


@pytest.mark.parametrize("sample", all_samples(), ids=lambda s: s.id)
def test_every_sample_is_complete(sample):
    done = calculated(sample_study(sample.id), bundled_library(), AS_OF)
    assert done.result.complete
    assert sample.title
    for language in LANGUAGES:
        assert (sample.title_in(language) == sample.title) == (language == "en")


def test_the_bracket_has_no_error_at_all():
    done = calculated(sample_study("stamped-bracket"), bundled_library(), AS_OF)
    done.require_no_errors()


def test_choices_name_rows_that_exist():
    sample = find_sample("stamped-bracket")
    numbers = {m.part_number for m in sample_study(sample.id).materials}
    assert set(sample.about["choices"]["materials"]) <= numbers


def test_an_unknown_sample_is_refused_with_the_known_ones():
    with pytest.raises(Refusal) as refused:
        find_sample("spaceship")
    assert "diesel-rail" in refused.value.params["known"]
