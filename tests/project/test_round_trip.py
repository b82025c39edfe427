from hypothesis import HealthCheck, given, settings

from supplier_pcf.project import codec
from tests.project.studies import factors, studies

some = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


@some
@given(study=studies)
def test_any_study_comes_back_as_it_was(study):
    data = codec.encode_study(study)
    assert codec.decode_study(data, "any") == study
    assert codec.encode_study(codec.decode_study(data, "any")) == data


@some
@given(rows=factors)
def test_any_factors_come_back_as_they_were(rows):
    assert codec.decode_factors(codec.encode_factors(rows), "any") == rows


@some
@given(study=studies)
def test_equal_studies_have_equal_fingerprints(study):
    again = codec.decode_study(codec.encode_study(study), "any")
    assert codec.fingerprint(again) == codec.fingerprint(study)
