"""Our tables of the data models, held against the official schemas where those are here."""

import pytest

from supplier_pcf.formats.validation.catena_x_7_model import SEVEN
from supplier_pcf.formats.validation.catena_x_9_model import NINE, TEN
from supplier_pcf.formats.validation.catena_x_model import Kind
from tests.formats.official import catena_x_schema

MODELS = (SEVEN, NINE, TEN)
INSIDE_LISTS = ("precedingPfIds/", "StandardsUsed/", "SpecificRules/", "FactorSources/")
"""Objects in lists of the flat model, which its table tells by what they hold."""

MAXIMUM_FORGOTTEN = "distributionStageBiogenicCO2Uptake"
"""An uptake is zero or below everywhere; the schemas of 9 and 10 do not say so here."""


def walked(schema, whole, path=""):
    """Every property of a schema with its path and what is said of it."""
    schema = resolved(schema, whole)
    if schema.get("type") == "array":
        items = resolved(schema["items"], whole)
        if items.get("type") == "object":
            yield from walked(items, whole, path)
        return
    for part in (schema, *(resolved(s, whole) for s in schema.get("allOf", ()))):
        for name, said in part.get("properties", {}).items():
            where = f"{path}/{name}" if path else name
            yield where, resolved(said, whole), name in part.get("required", ())
            yield from walked(said, whole, where)


def resolved(schema, whole):
    while "$ref" in schema:
        schema = whole["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    return schema


def official(model):
    whole = catena_x_schema(model.version)
    return {
        path: (said, must)
        for path, said, must in walked(whole, whole)
        if model.nested or not any(part in path for part in INSIDE_LISTS)
    }


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.version)
def test_the_table_holds_the_properties_of_the_schema(model):
    ours = {p.path for p in model.properties} | {*model.nodes}
    assert ours == official(model).keys()


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.version)
def test_what_the_schema_requires_is_asked_for_here_too(model):
    asked = {p.path for p in model.properties if p.must}
    asked |= {path for path, must in model.nodes.items() if must}
    assert {path for path, (_, must) in official(model).items() if must} <= asked


@pytest.mark.parametrize("model", MODELS, ids=lambda m: m.version)
def test_list_values_and_ranges_are_those_of_the_schema(model):
    said = official(model)
    for asked in model.properties:
        schema = said[asked.path][0]
        if not asked.inside:
            assert set(asked.allowed) == set(schema.get("enum", ())), asked.path
        if asked.kind is Kind.NUMBER:
            assert asked.lowest == schema.get("minimum", float("-inf")), asked.path
            forgotten = 0 if asked.path.endswith(MAXIMUM_FORGOTTEN) else float("inf")
            assert asked.highest == schema.get("maximum", forgotten), asked.path
