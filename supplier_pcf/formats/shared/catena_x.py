"""Values as the Catena-X data models write them, from an issue.

Kilograms are written to the femtogram, so that no total carries more digits than anybody can read, and
percentages and ratings to six decimals. Totals are the sums of their parts as written.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import NamedTuple
from urllib.parse import quote

from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.flows import Stage
from supplier_pcf.domain.numbers import exact
from supplier_pcf.domain.study import Company, PlannedAs, Product
from supplier_pcf.engine.chain import ChainShares, chain_shares
from supplier_pcf.engine.weighted import with_uptake
from supplier_pcf.formats.shared import pact
from supplier_pcf.formats.shared.geography import common_place
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.sources import secondary_sources
from supplier_pcf.formats.shared.times import midnight
from supplier_pcf.formats.shared.urns import company_urn, company_urns, encoded, product_urns
from supplier_pcf.rules.rule_set import Recycling

OUR_UNITS = {
    "kilogram": "kg",
    "piece": "piece",
    "liter": "l",
    "cubic meter": "m3",
    "kilowatt hour": "kWh",
    "megajoule": "MJ",
    "ton kilometer": "t.km",
    "square meter": "m2",
    "hour": "h",
    "megabit second": "Mbit/s",
}
"""Our own unit for each declared unit of the data models."""
RETROSPECTIVE = "Retrospective PCF"
_PLANNED = {
    PlannedAs.NEW_PRODUCT: "Prospective PCF without forerunner",
    PlannedAs.SUCCESSOR: "Prospective PCF of further developed product with forerunner",
    PlannedAs.LATER_PRODUCTION: "Prospective PCF for current product for future production date",
}
_OLDEST_FIRST = ("AR4", "AR5", "AR6")
_STANDARDS = {"ISO14067": "ISO 14067", "ISO14040-44": "ISO 14040-44"}
_STANDARDS_7 = {"ISO14067": "ISO Standard 14067", "PACT-2.0": "Pathfinder v2", "PEF": "PEF"}
_WIDE = Context(prec=800)
_KILOGRAMS, _RATES = Decimal("1e-15"), Decimal("1e-6")


class Emissions(NamedTuple):
    """The positions A, C, E, F, G, H and D of the PCF Rulebook, as they are written."""

    fossil: Decimal
    biogenic_non_co2: Decimal
    land_use_change: Decimal
    land_management: Decimal
    land_removals: Decimal
    aircraft: Decimal
    uptake: Decimal

    @property
    def excluding(self) -> Decimal:
        """T2 = A + C + E + F + G + H."""
        return sum(self[:-1], Decimal(0))

    @property
    def including(self) -> Decimal:
        """T1 = T2 + D."""
        return self.excluding + self.uptake


def kilograms(value: float) -> Decimal:
    """Kg CO2e or kg of carbon to the femtogram."""
    return exact(value).quantize(_KILOGRAMS, ROUND_HALF_EVEN, _WIDE)


def rate(value: float | None) -> Decimal | None:
    """A percentage or a rating to six decimals; nothing where there is none."""
    return None if value is None else exact(value).quantize(_RATES, ROUND_HALF_EVEN, _WIDE)


def positions(buckets: Buckets) -> Emissions:
    """The buckets as positions; the uptake is that of the product and of its packaging."""
    *parts, product, packaging = map(kilograms, buckets)
    return Emissions._make([*parts, product + packaging])


def production(issue: Issue) -> Emissions:
    """The footprint itself, packaging included."""
    return positions(issue.result.buckets)


def packaging(issue: Issue) -> Emissions | None:
    """The part of it that is packaging; nothing where packaging is outside."""
    return positions(issue.result.stages[Stage.PACKAGING]) if pact.packed(issue) else None


def distribution(issue: Issue) -> Emissions | None:
    """Transport to the customer that we pay for, apart from the footprint; nothing without any."""
    paid = issue.paid_outbound()
    return None if paid is None else positions(paid)


def partner_number(company: Company) -> str:
    """The business partner number of the legal entity; empty without one."""
    numbers = (
        i.value.strip().upper() for i in company.identifiers if i.scheme.strip().lower() == "bpn"
    )
    return next((number for number in numbers if number.startswith("BPNL")), "")


def company_ids(issue: Issue) -> list[str]:
    """The business partner number, then the other numbers of the company."""
    company = issue.study.company
    others = [company_urn(i) for i in company.identifiers if i.scheme.strip().lower() != "bpn"]
    number = partner_number(company)
    named = [f"urn:{number}"] if number else []
    return list(dict.fromkeys([*named, *filter(None, others)]))


def company_ids_7(issue: Issue) -> list[str]:
    """The same with the partner number as data model 7 writes it."""
    return company_urns(issue.study.company)


def product_ids(issue: Issue) -> list[str]:
    """The part numbers under the domains of those who gave them, then other numbers."""
    return _product_ids(issue.study.company, issue.study.product)


def _product_ids(company: Company, product: Product) -> list[str]:
    pairs = (
        (company.domain, product.part_number),
        (product.customer_domain, product.customer_part_number),
    )
    named = [
        f"urn:{quote(domain.strip().lower(), safe='')}:product-id:{encoded(number)}"
        for domain, number in pairs
        if domain.strip() and number.strip()
    ]
    others = [urn for urn in product_urns(company, product) if not urn.startswith("urn:pact:")]
    return list(dict.fromkeys([*named, *others]))


def preceding(issue: Issue) -> list[str]:
    """The ids of earlier releases, the newest first."""
    return list(reversed(pact.preceding(issue)))


def kind_of_pcf(issue: Issue) -> str:
    """Of measured production, or of which planned one."""
    scope = issue.study.scope
    planned = _PLANNED[scope.planned_as] if scope.planned_as else ""
    return planned if scope.is_prospective else RETROSPECTIVE


def region(issue: Issue) -> str:
    """The UN region all sites share; Several where they share none, Global where none is known."""
    place = common_place(issue.study.sites)
    if place.region:
        return place.region
    countries = {site.country.strip() for site in issue.study.sites} - {""}
    return "Several" if len(countries) > 1 else "Global"


def country(issue: Issue) -> str:
    """The country all sites share."""
    return common_place(issue.study.sites).country


def subdivision(issue: Issue) -> str:
    """The state or province all sites share."""
    return common_place(issue.study.sites).subdivision


def valid_start(issue: Issue) -> datetime | None:
    """When validity starts; planned production has no start apart from the release."""
    return None if issue.study.scope.is_prospective else pact.valid(issue).start


def valid_end(issue: Issue) -> datetime:
    """When validity ends; that of planned production ends with its period."""
    if issue.study.scope.is_prospective:
        return pact.period(issue).end
    return pact.valid(issue).end


def oldest_gwp(issue: Issue) -> str:
    """The oldest IPCC report behind the factors; where several are, the comment says so."""
    stated = pact.characterisations(issue)
    return next((name for name in _OLDEST_FIRST if name in stated), "unspecified")


def sources(issue: Issue) -> list[str]:
    """The sources of secondary data, each with its version."""
    found = secondary_sources(issue.used_factors())
    return list(dict.fromkeys(f"{name} {version}" for name, version in found))


def standards(issue: Issue) -> list[str]:
    """The standards the rule set stands on, the base standard first."""
    return [_STANDARDS.get(name, name) for name in issue.rules.cross_sectoral_standards]


def standards_7(issue: Issue) -> list[str]:
    """The same by the names of data model 7, which does not know newer ones."""
    found = (_STANDARDS_7.get(name, "") for name in issue.rules.cross_sectoral_standards)
    return [name for name in found if name] or ["Other"]


def follows_catena_x(issue: Issue) -> bool:
    """Whether the footprint was made by the rulebook of Catena-X."""
    return issue.rules.operator == "Catena-X"


def rule_names(issue: Issue) -> list[str]:
    """The rule set of an operator; a cross-sectoral standard alone has none."""
    if follows_catena_x(issue):
        return [f"CX-PCF Rules v{issue.rules.version}"]
    return [issue.rules.title] if issue.rules.operator else []


def waste_incineration(issue: Issue) -> str:
    """Who carries the burning of waste: under Catena-X its producer."""
    return "polluter pays principle" if follows_catena_x(issue) else "cut-off"


def recycled_carbon_rule(issue: Issue) -> str | None:
    """How recycled carbon is counted, where the rule set settles it."""
    return "cut-off" if issue.rules.recycling is Recycling.CUT_OFF else None


def primary_share(issue: Issue) -> Decimal | None:
    """Percent, weighed with uptake; planned production has none."""
    if issue.study.scope.is_prospective:
        return None
    return rate(issue.result.primary_data_share_including)


def rating(issue: Issue, name: str) -> Decimal | None:
    """A data quality rating from 1 to 5, weighed with uptake; planned production has none."""
    ratings = issue.result.ratings_including
    if ratings is None or issue.study.scope.is_prospective:
        return None
    return rate(getattr(ratings, name))


def verified_share(issue: Issue) -> Decimal | None:
    """Percent verified by a third party, where there is a statement."""
    if issue.study.assurance.level is AssuranceLevel.NONE or not is_attested(issue):
        return None
    return rate(_shares(issue).verified)


def certified_share(issue: Issue) -> Decimal | None:
    """Percent made under a certified program, where the maker has one on paper."""
    if not issue.study.assurance.has_certified_program or not is_attested(issue):
        return None
    return rate(_shares(issue).certified)


def _shares(issue: Issue) -> ChainShares:
    return chain_shares(issue.study, issue.result, issue.factor, with_uptake)


def attestations(issue: Issue) -> list[dict[str, str]]:
    """The paper behind a verification or a certified program; nothing while a part of it is open."""
    held = issue.study.assurance
    if not is_attested(issue):
        return []
    is_verified = held.level is not AssuranceLevel.NONE
    kind = "PCF 3rd party verification" if is_verified else "PCF Program certification"
    paper = {
        "attestationType": kind,
        "standardName": next(iter([*rule_names(issue), *standards(issue)]), ""),
        "attestationStandard": held.standard.strip(),
        "attestationOfConformanceId": held.statement.strip(),
        "providerName": held.provider.strip(),
    }
    day = _day(held.day)
    return [{**paper, "completedAt": day} if day else paper]


def claims_assurance(issue: Issue) -> bool:
    """Whether the study says that it is verified, or made under a certified program."""
    held = issue.study.assurance
    return held.level is not AssuranceLevel.NONE or held.has_certified_program


def is_attested(issue: Issue) -> bool:
    """Whether that is on paper: by whom, by which standard, under which number."""
    held = issue.study.assurance
    told = (held.standard, held.statement, held.provider)
    return claims_assurance(issue) and all(text.strip() for text in told)


def _day(text: str) -> str:
    try:
        day = date.fromisoformat(text.strip())
    except ValueError:
        return ""
    return midnight(day).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class CarbonIn(NamedTuple):
    """Kg of carbon as written; None where a part is unknown."""

    total: Decimal | None
    fossil: Decimal | None
    biogenic: Decimal | None
    packaging: Decimal | None
    recycled: Decimal | None


def carbon(issue: Issue) -> CarbonIn:
    """The carbon of the declared unit; the biogenic one holds that of the packaging too."""
    known = issue.result.carbon
    inside = pact.packaging_carbon(issue)
    fossil, product, packed = map(_each, (known.fossil, known.biogenic, inside))
    biogenic = product
    if pact.packed(issue):
        biogenic = None if product is None or packed is None else product + packed
    whole = None if fossil is None or biogenic is None else fossil + biogenic
    return CarbonIn(whole, fossil, biogenic, packed, _each(known.recycled))


def _each(value: float | None) -> Decimal | None:
    return None if value is None else kilograms(value)
