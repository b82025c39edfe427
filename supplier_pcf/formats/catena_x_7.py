"""Catena-X product carbon footprint of older applications: aspect model io.catenax.pcf, data model 7.0.0.

Specification: standard CX-0136 with the aspect model io.catenax.pcf 7.0.0 of the Catena-X association,
https://catenax-ev.github.io, and its PCF Rulebook v3. A file for Catena-X, which says nothing about
conformity with it. `FIELDS` is the mapping, in the order written.

All amounts are for ONE declared unit, as JSON numbers without exponent; the declared amount stands beside
them. Aircraft emissions are a summand beside the fossil ones. Uptake and carbon are those of the product
without its packaging. The share of primary data is weighed without uptake, the ratings from 1 to 3 are
worked out from the facts of the largest lines. Transport to the customer is told where we pay for it.

Not carried: uncertainty, evidence, planned production, verification, results of single stages but packaging and
distribution, product classes (Catena-X asks for one code for all), legal statements.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.finding import Finding, errors
from supplier_pcf.engine.legacy_quality import legacy_quality
from supplier_pcf.formats.shared import catena_x as cx
from supplier_pcf.formats.shared import catena_x_reading as reading
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.catena_x_nested import Field, picked
from supplier_pcf.formats.shared.descriptions import (
    allocation_text,
    boundary_text,
    comment_text,
    exempted_text,
)
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.json_numbers import json_bytes
from supplier_pcf.formats.shared.received import Received
from supplier_pcf.formats.shared.times import utc_text
from supplier_pcf.formats.shared.urns import product_urns
from supplier_pcf.formats.validation import catena_x as validation
from supplier_pcf.formats.validation import catena_x_7_model as model
from supplier_pcf.formats.validation.catena_x_7_model import SEVEN
from supplier_pcf.formats.validation.catena_x_lacks import find_lacks
from supplier_pcf.formats.validation.catena_x_model import SPEC

ID, TITLE, SUFFIX = "catena-x-7", "File for Catena-X, data model 7.0.0", ".json"

_WASTE = "cut-off"


class OneUnit(NamedTuple):
    """The footprint of one declared unit in the positions of data model 7, as they are written."""

    fossil: Decimal
    biogenic_non_co2: Decimal
    direct_land_use_change: Decimal
    land_use: Decimal
    aircraft: Decimal
    uptake: Decimal

    @property
    def excluding(self) -> Decimal:
        """1 + 2 + 4 + 5 of the PCF Rulebook v3, section 4.1."""
        return sum(self[:-1], Decimal(0))

    @property
    def including(self) -> Decimal:
        """The same with the uptake."""
        return self.excluding + self.uptake


def one_unit(buckets: Buckets, issue: Issue) -> OneUnit:
    """The buckets of the whole declared unit, for one of it."""
    each = buckets.times(1 / _amount(issue))
    land = cx.kilograms(each.land_management) + cx.kilograms(each.land_removals)
    first = (each.fossil, each.biogenic_non_co2, each.land_use_change)
    last = (each.aircraft, each.uptake_product)
    return OneUnit._make([*map(cx.kilograms, first), land, *map(cx.kilograms, last)])


def _amount(issue: Issue) -> float:
    """The declared amount in the unit that is written.

    Raises:
        ValueError: there is none; `lacks` was not asked.
    """
    amount = pact.declared_in(issue)[0]
    if not amount:
        raise ValueError("no declared amount")
    return amount


def _each(value: float | None, issue: Issue) -> Decimal | None:
    return None if value is None else cx.kilograms(value / _amount(issue))


def _mass(issue: Issue) -> float | None:
    mass = pact.mass(issue)
    return None if mass is None else mass / _amount(issue)


def _production(issue: Issue) -> OneUnit:
    return one_unit(issue.result.buckets, issue)


def _distribution(issue: Issue) -> OneUnit | None:
    paid = issue.paid_outbound()
    return None if paid is None else one_unit(paid, issue)


def _carbon(issue: Issue) -> Decimal | None:
    known = issue.result.carbon
    parts = [_each(known.fossil, issue), _each(known.biogenic, issue)]
    return None if None in parts else sum(filter(None, parts), Decimal(0))


def _rated(issue: Issue) -> dict[str, Decimal | None]:
    """Coverage and ratings from 1 to 3; coverage alone where nothing is large enough to be rated."""
    found = legacy_quality(issue.study, issue.result, issue.factor)
    coverage = {"coveragePercent": cx.rate(found.coverage_percent)}
    if found.ratings is None:
        return coverage
    names = ("technology", "time", "geography", "completeness", "reliability")
    scores = (cx.rate(getattr(found.ratings, name)) for name in names)
    titles = (path.rpartition("/")[2] for path in model.SCORES)
    return coverage | dict(zip(titles, scores, strict=True))


def _rules(issue: Issue) -> list[dict[str, Any]]:
    names = [{model.RULE: name} for name in cx.rule_names(issue)]
    if not names:
        return []
    operator = {model.OPERATOR: "Other", model.OPERATOR_NAME: issue.rules.operator}
    return [{**operator, "productOrSectorSpecificRules": names}]


def _stage(
    names: tuple[str, ...], of: Callable[[Issue], OneUnit | None], rule: str
) -> Iterator[Field]:
    picks: tuple[tuple[Callable[[OneUnit], Decimal], str], ...] = (
        (lambda u: u.excluding, "1 + 2 + 4 + 5"),
        (lambda u: u.including, "1 + 3 + 4 + 5"),
        (lambda u: u.fossil, "1, without aircraft"),
        (lambda u: u.biogenic_non_co2, "2"),
        (lambda u: u.direct_land_use_change, "4, direct land use change"),
        (lambda u: u.land_use, "4, land use: emissions less removals"),
        (lambda u: u.aircraft, "5, in the sum"),
        (lambda u: u.uptake, "3 less 2: uptake of the product"),
    )
    for name, (pick, said) in zip(names, picks, strict=True):
        yield Field(name, picked(of, pick), f"{said}; {rule}")


def _names(stage: str) -> tuple[str, ...]:
    found = SEVEN.stages[stage]
    return (found.excluding, found.including, *found.parts, found.uptake)


FIELDS: tuple[Field, ...] = (
    Field("id", lambda i: i.release.id, "a new one for every release"),
    Field("specVersion", lambda _: SPEC.format("7.0.0"), "of this mapping"),
    Field("partialFullPcf", lambda _: "Cradle-to-gate", "all our studies end there"),
    Field("precedingPfIds", lambda i: [{"id": one} for one in cx.preceding(i)], "newest first"),
    Field("version", lambda _: 0, "default of Catena-X"),
    Field("created", lambda i: i.created, "when released"),
    Field("extWBCSD_pfStatus", lambda _: "Active", "default of Catena-X"),
    Field("validityPeriodStart", lambda i: pact.valid(i).start, "from release, not before"),
    Field("validityPeriodEnd", lambda i: pact.valid(i).end, "the rule set's years"),
    Field("comment", comment_text, "comment, limitations, older GWP values"),
    Field("companyName", lambda i: i.study.company.name.strip(), "data owner"),
    Field("companyIds", cx.company_ids_7, "urn:bpn:id:BPNL…, and other numbers"),
    Field("productDescription", lambda i: i.study.product.description.strip(), "text"),
    Field("productIds", lambda i: product_urns(i.study.company, i.study.product), "URNs"),
    Field("extWBCSD_productCodeCpc", lambda _: model.CPC, "default of Catena-X"),
    Field("productName", lambda i: i.study.product.name.strip(), "trade name"),
    Field("pcf/declaredUnit", lambda i: pact.declared_in(i)[1], "list of units"),
    Field("pcf/unitaryProductAmount", lambda i: pact.declared_in(i)[0], "declared amount"),
    Field("pcf/productMassPerDeclaredUnit", _mass, "net kg of ONE unit"),
    Field("pcf/exemptedEmissionsPercent", lambda i: cx.rate(i.result.exempted_percent), "screened"),
    Field("pcf/exemptedEmissionsDescription", exempted_text, "the reasons"),
    Field("pcf/boundaryProcessesDescription", boundary_text, "processes by stage"),
    Field("pcf/geographyRegionOrSubregion", cx.region, "UN region, Several or Global"),
    Field("pcf/geographyCountry", cx.country, "that all sites share"),
    Field("pcf/geographyCountrySubdivision", cx.subdivision, "that all sites share"),
    Field("pcf/referencePeriodStart", lambda i: pact.period(i).start, "inclusive"),
    Field("pcf/referencePeriodEnd", lambda i: pact.period(i).end, "exclusive: next midnight"),
    Field(
        "pcf/crossSectoralStandardsUsed",
        lambda i: [{model.STANDARD: name} for name in cx.standards_7(i)],
        "of the rule set",
    ),
    Field("pcf/productOrSectorSpecificRules", _rules, "where the rule set has one"),
    Field("pcf/extWBCSD_characterizationFactors", cx.oldest_gwp, "the oldest set used"),
    Field("pcf/extWBCSD_allocationRulesDescription", allocation_text, "of the foreground"),
    Field("pcf/extTFS_allocationWasteIncineration", lambda _: _WASTE, "what the rulebook asks"),
    Field(
        "pcf/primaryDataShare",
        lambda i: cx.rate(i.result.primary_data_share_excluding),
        "percent, weighed without uptake",
    ),
    Field(
        "pcf/secondaryEmissionFactorSources",
        lambda i: [{model.SOURCE: name} for name in cx.sources(i)],
        "name and version",
    ),
    Field(model.RATED, _rated, "1 to 3, of lines above 5 % of the whole"),
    *_stage(_names("production"), _production, "packaging inside, distribution not"),
    Field("pcf/extWBCSD_packagingEmissionsIncluded", pact.packed, "from the study's scope"),
    Field(
        "pcf/extWBCSD_packagingGhgEmissions",
        lambda i: _each(pact.packaging(i), i),
        "part of the sum, without uptake",
    ),
    *_stage(_names("distribution"), _distribution, "apart; only what we pay"),
    Field("pcf/carbonContentTotal", _carbon, "fossil and biogenic"),
    Field(
        "pcf/extWBCSD_fossilCarbonContent",
        lambda i: _each(i.result.carbon.fossil, i),
        "kg C in product",
    ),
    Field(
        "pcf/carbonContentBiogenic", lambda i: _each(i.result.carbon.biogenic, i), "kg C in product"
    ),
)

_LISTS_THAT_STAY = ("pcf/productOrSectorSpecificRules", "pcf/secondaryEmissionFactorSources")


def footprint(issue: Issue) -> dict[str, Any]:
    """The file as a JSON object: every field of the mapping that has a value."""
    root: dict[str, Any] = {}
    for path, value, _ in FIELDS:
        found = value(issue)
        if found is None or found == "" or (found == [] and path not in _LISTS_THAT_STAY):
            continue
        *parents, name = path.split("/")
        place = root
        for parent in parents:
            place = place.setdefault(parent, {})
        place[name] = utc_text(found) if isinstance(found, datetime) else found
    return root


def render(issue: Issue) -> bytes:
    """The file: one footprint as UTF-8 JSON."""
    return json_bytes(footprint(issue))


def lacks(issue: Issue) -> tuple[Finding, ...]:
    """What the study still owes this format; in the end its own rules are tried on the file."""
    found = tuple(find_lacks(issue, SEVEN))
    return found if errors(found) else (*found, *errors(check(footprint(issue))))


def knows(document: object) -> bool:
    """Whether a parsed document says that it is of data model 7."""
    return SEVEN.knows(document)


def check(document: object) -> tuple[Finding, ...]:
    """Everything that is wrong with a parsed document of this data model."""
    return validation.check(document, SEVEN)


def read(document: object) -> Received:
    """What a footprint of this data model says.

    Raises:
        Refusal: it has no amount, no unit of ours, or no total.
    """
    return reading.received(document, SEVEN, ID)
