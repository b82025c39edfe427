import hashlib
import json
import math
from dataclasses import replace
from datetime import date

import jsonschema
import pytest

from supplier_pcf.domain.delivery import CustomerRequest, Delivery
from supplier_pcf.domain.energy import EnergyUse
from supplier_pcf.domain.factor import EmissionFactor, Gases
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.flows import Exclusion, Material, Origin
from supplier_pcf.domain.record import Evidence, Release
from supplier_pcf.domain.site import Meter, Reading, Site
from supplier_pcf.domain.study import Period, Product, Study
from supplier_pcf.domain.units import Quantity
from supplier_pcf.project import codec
from tests.project_files.make_v1 import study as full_study

STEEL = Material(id="steel", name="钢 „Ü“", amount=Quantity(2.5, "kg"), origin=Origin.MEASURED)


def refusal(text, decode=codec.decode_study):
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(Refusal) as caught:
        decode(data, "study.json")
    assert caught.value.params["file"] == "study.json"
    return caught.value.code, caught.value.params.get("path")


def unsaveable(study):
    with pytest.raises(Refusal) as caught:
        codec.encode_study(study)
    return caught.value.code, caught.value.params["path"]


def test_a_file_holds_what_was_entered_and_no_more():
    study = Study(title="Träger", period=Period(start=date(2025, 1, 1)), materials=(STEEL,))
    assert json.loads(codec.encode_study(study)) == {
        "title": "Träger",
        "period": {"start": "2025-01-01"},
        "materials": [
            {
                "id": "steel",
                "name": "钢 „Ü“",
                "amount": {"value": 2.5, "unit": "kg"},
                "origin": "measured",
            }
        ],
    }


def test_a_file_is_readable_lines_of_utf8():
    data = codec.encode_study(Study(title="钢", product=Product(volume=5.0)))
    assert data.decode() == '{\n  "title": "钢",\n  "product": {\n    "volume": 5.0\n  }\n}\n'


def test_an_empty_study_is_an_empty_object():
    assert codec.encode_study(Study()) == b"{}\n"
    assert codec.decode_study(b"{}", "study.json") == Study()
    assert codec.decode_study(b'{"id": "x"}', "study.json") == Study(id="x")


def test_gases_are_named_in_the_file():
    rows = (EmissionFactor(id="f", gases=Gases(co2_fossil=2.0, n2o=0.5)),)
    data = codec.encode_factors(rows)
    assert json.loads(data) == [{"id": "f", "gases": {"co2_fossil": 2.0, "n2o": 0.5}}]
    assert codec.decode_factors(data, "x") == rows


def test_a_whole_number_is_written_like_any_other_number():
    one, other = Study(product=Product(volume=5)), Study(product=Product(volume=5.0))
    assert codec.encode_study(one) == codec.encode_study(other)
    assert codec.fingerprint(one) == codec.fingerprint(other)


def test_the_fingerprint_ignores_what_was_asked_for_and_sent():
    study = full_study()
    asked = (CustomerRequest(id="q", customer="OEM", due="2026-05-01"),)
    sent = (Delivery(when="2026-01-31T12:00:00Z", file="a.json"),)
    same = codec.fingerprint(replace(study, requests=(), deliveries=()))
    assert codec.fingerprint(replace(study, requests=asked, deliveries=sent)) == same


def test_the_fingerprint_ignores_releases_and_nothing_else_of_the_content():
    study = full_study()
    released = replace(study, releases=(Release(id="r", created="2026-01-31T12:00:00Z"),))
    assert codec.fingerprint(released) == codec.fingerprint(replace(study, releases=()))
    assert codec.fingerprint(replace(study, title="other")) != codec.fingerprint(study)


def test_the_fingerprint_stays_the_same_for_ever():
    study = Study(title="x", materials=(Material(id="a", amount=Quantity(2, "kg")),))
    text = b'{"materials":[{"amount":{"unit":"kg","value":2.0},"id":"a"}],"title":"x"}'
    assert codec.fingerprint(study) == hashlib.sha256(text).hexdigest()
    assert codec.fingerprint(Study()) == hashlib.sha256(b"{}").hexdigest()


@pytest.mark.parametrize(
    ("text", "code", "path"),
    [
        ('{"titel": "x", "language": "de"}', "file.unknown_key_similar", "titel"),
        ('{"language": "de", "zzz": 1}', "file.unknown_key", "zzz"),
        ('{"materials": [{"id": "M4", "amount": {"unit": "kg", "value": 1, "x": 2}}]}',
         "file.unknown_key", "materials/M4/amount/x"),
        ('{"sites": [{"id": "a"}, {"id": "", "foo": 1}]}', "file.unknown_key", "sites/#2/foo"),
        ('{"title": 5}', "file.expected_text", "title"),
        ('{"title": null}', "file.expected_text", "title"),
        ('{"product": {"volume": "5"}}', "file.expected_number", "product/volume"),
        ('{"product": {"volume": true}}', "file.expected_number", "product/volume"),
        ('{"product": 5}', "file.expected_object", "product"),
        ('{"product": []}', "file.expected_object", "product"),
        ('{"materials": {}}', "file.expected_list", "materials"),
        ('{"materials": [5]}', "file.expected_object", "materials/#1"),
        ('{"materials": [{"name": "x"}]}', "file.missing_key", "materials/#1/id"),
        ('{"materials": [{"id": "a", "amount": {"value": 1}}]}', "file.missing_key",
         "materials/a/amount/unit"),
        ('{"materials": [{"id": "a", "is_auxiliary": "no"}]}', "file.expected_yes_no",
         "materials/a/is_auxiliary"),
        ('{"materials": [{"id": "a", "evidence": [1]}]}', "file.expected_text",
         "materials/a/evidence/#1"),
        ('{"materials": [{"id": "a", "basis": "per_year"}]}', "file.expected_choice",
         "materials/a/basis"),
        ('{"materials": [{"id": "a", "origin": 1}]}', "file.expected_choice",
         "materials/a/origin"),
        ('{"period": {"start": "2025-02-30"}}', "file.expected_date", "period/start"),
        ('{"period": {"start": "2025-02-03T00:00:00"}}', "file.expected_date", "period/start"),
        ('{"co_products": [{"id": "a", "price_years": 1.5}]}', "file.expected_whole_number",
         "co_products/a/price_years"),
        ('{"factors": [{"id": "f", "gases": [1, 2]}]}', "file.expected_object",
         "factors/f/gases"),
        ('{"factors": [{"id": "f", "gases": {"n2o": "1"}}]}', "file.expected_number",
         "factors/f/gases/n2o"),
        ('{"factors": [{"id": "f", "gases": {"sf6": 1}}]}', "file.unknown_key",
         "factors/f/gases/sf6"),
        ("[]", "file.not_a_study", None),
        ('"study"', "file.not_a_study", None),
        ('{"specVersion": "3.0.0", "id": "x"}', "file.not_a_study", None),
    ],
)  # fmt: skip
def test_what_is_no_study_is_refused_with_its_place(text, code, path):
    assert refusal(text) == (code, path)


def test_a_wrong_choice_names_the_right_ones():
    with pytest.raises(Refusal) as caught:
        codec.decode_study(b'{"materials": [{"id": "a", "basis": "x"}]}', "study.json")
    assert caught.value.params["choices"] == "per_unit, per_period"


def test_a_wrong_factor_is_named_with_its_file():
    text = '[{"id": "a"}, {"id": "b", "unit": 5}]'
    assert refusal(text, codec.decode_factors) == ("file.expected_text", "factors.json/b/unit")
    assert refusal("{}", codec.decode_factors) == ("file.expected_list", "factors.json")


def test_two_flows_of_any_kind_may_not_share_an_id():
    text = '{"materials": [{"id": "a"}], "energy_uses": [{"id": "a"}]}'
    assert refusal(text) == ("file.same_id", "materials/a")
    study = Study(materials=(STEEL,), energy_uses=(EnergyUse(id="steel"),))
    assert unsaveable(study) == ("study.same_id", "materials/steel")


def test_a_flow_needs_an_id():
    assert refusal('{"materials": [{"id": "a"}, {"id": ""}]}') == ("file.no_id", "materials/#2")
    assert unsaveable(Study(materials=(Material(id=""),))) == ("study.no_id", "materials/#1")


@pytest.mark.parametrize(
    "study",
    [
        Study(sites=(Site(id="a"), Site(id="a"))),
        Study(meters=(Meter(id="a"), Meter(id="a"))),
        Study(evidence=(Evidence(id="a"), Evidence(id="a"))),
        Study(requests=(CustomerRequest(id="a"), CustomerRequest(id="a"))),
    ],
)
def test_records_that_are_looked_up_may_not_share_an_id(study):
    assert unsaveable(study)[0] == "study.same_id"


def test_a_site_may_be_called_like_a_flow():
    study = Study(sites=(Site(id="steel"),), materials=(STEEL,))
    assert codec.decode_study(codec.encode_study(study), "x") == study


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf, 10**400])
def test_a_number_no_file_can_hold_is_not_saved(number):
    material = replace(STEEL, exclusion=Exclusion(estimate=number))
    study = Study(materials=(replace(STEEL, id="first"), material))
    assert unsaveable(study) == ("study.bad_number", "materials/steel/exclusion/estimate")


def test_a_whole_number_nobody_could_read_is_not_saved():
    study = Study(factors=(EmissionFactor(id="f", version=10**18),))
    assert unsaveable(study) == ("study.bad_number", "factors/f/version")


def test_half_a_character_is_not_saved():
    study = Study(materials=(replace(STEEL, note="a\ud83d"),))
    assert unsaveable(study) == ("study.bad_text", "materials/steel/note")


def test_a_newer_revision_may_hold_fields_we_do_not_know():
    tree = {"title": "x", "colour": {"deep": [1]}, "materials": [{"id": "a", "smell": "oil"}]}
    study = codec.study_from(tree, "study.json", newer=True)
    assert study == Study(title="x", materials=(Material(id="a"),))


def test_the_schema_accepts_what_we_write_and_nothing_unknown():
    schema = codec.schema()
    validator = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    jsonschema.Draft202012Validator.check_schema(schema)
    tree = json.loads(codec.encode_study(full_study()))
    assert list(validator.iter_errors(tree)) == []
    assert list(validator.iter_errors(tree | {"format_version": 1, "$schema": "x"})) == []
    assert list(validator.iter_errors(tree | {"colour": "red"})) != []
    assert list(validator.iter_errors({"factors": [{"id": "f", "gases": {"sf6": 1}}]})) != []
    assert list(validator.iter_errors({"period": {"start": "yesterday"}})) != []


def test_the_schema_describes_every_record():
    schema = codec.schema()
    assert schema["description"] == Study.__doc__
    closed = [part for part in schema["$defs"].values() if part.get("type") == "object"]
    assert closed
    assert all(part["additionalProperties"] is False for part in closed)


def test_our_own_files_are_read_the_quick_way():
    readings = (Reading(start=date(2025, 1, 1), end=date(2025, 1, 31), amount=1e-7),)
    study = replace(full_study(), meters=(Meter(id="m", readings=readings, note='\\ "\n\x01/'),))
    assert codec._parse_quickly(codec.encode_study(study)) is not None
