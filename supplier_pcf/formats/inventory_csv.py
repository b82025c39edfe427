"""The inventory as one long table: what went in, by which factor, and what came out of it.

Specification: our own, made for verifiers and for customers who ask for raw data; CSV after RFC 4180
(https://www.rfc-editor.org/rfc/rfc4180): UTF-8 with byte order mark, commas, CRLF, decimal points, a
header. Text that a spreadsheet would take for a formula gets a leading apostrophe.

Every row says in `section` what it is:

- `study`, `site`, `release`: facts; `id` names the field, `value` holds it.
- `result`: figures of the whole; `stage`, `bucket`: the total by stage and by kind of emission.
- `flow`: one line of the footprint. The `kg_co2e` of these rows sum to the total without uptake.
- `outbound`: the same for transport to the customer, which is not in the total.
- `not_counted`: a flow without a part in the total, with the `reason`; what was left out on purpose
  has its estimate in `estimate_kg_co2e`.
- `meter`: what a meter reads in the period (`read`), what of it is not production (`taken_off`, with the
  kind of consumer in `name`) and what is left to be shared (`for_production`).
- `scope`: the same total by scope 1, 2 and 3, and what its factors do not split.
- `conversion`: of a flow whose unit was converted, the amount as entered, then what it was multiplied
  with, step by step; `value` is the heating value, density or formula, `note` its source.
- `leg`: of transport whose amount is worked out, what from: tonnes carried for one unit of the product,
  distance, and where it goes by fuel the fuel of the trip and all that shared it by mass.
- `burnt`: kg of fossil carbon of a waste counted beside its factor; times 44/12 is its `kg_co2e`, which
  is in that of the flow already.
- `power_part`: of a flow of electricity with more than one factor, what each adds to one unit before losses,
  with the losses in `share_percent`; a part with a `reason` is held by the main factor and not counted.
- `location`: of a flow of electricity, the average mix of its place and what it would count by it.
- `input`: how the amount of a material came about, for one of it: `net`, divided by yields and good shares
  of the steps or replaced by `gross`, less `returned`, times `quantity`; then for the declared unit.
- `recycled`: its recycled share in `share_percent` and the factor of that part; `counted` where it is mixed in.
- `co_product`: what shares the burdens; `sharing`: how that was decided, and the share of every output.
- `factor`: every factor used, with its origin; `factor_part`: what one was made of, per unit of it, where
  it was made of others; `source`: the sets they come from, with the line that
  must accompany them in `note`; `evidence`: the documents; `finding`: what the checks say, by code.

Amounts and kg CO2e are per declared unit, losses and shares included; the columns of kinds of
emission (`fossil` to `uptake_packaging`) belong to `kg_co2e` but for the two uptakes.

Of licensed factors only name and source are told: their values, their notes and the amounts they are
multiplied with stay at home, since kg by amount is the value.

Not carried: readings of meters, outputs of plants, changes, spreads.
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from supplier_pcf.domain.buckets import Buckets
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.factor_ids import factor_ids
from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.domain.flows import Flow, Stage
from supplier_pcf.domain.numbers import decimal_string
from supplier_pcf.domain.recipe import Recipe
from supplier_pcf.engine.result import FlowResult
from supplier_pcf.formats.shared.issue import Issue
from supplier_pcf.formats.shared.logistics import logistics_rows
from supplier_pcf.formats.shared.material_rows import input_rows, mix_rows, sharing_rows
from supplier_pcf.formats.shared.plant_rows import meter_rows, scope_rows
from supplier_pcf.formats.shared.power_rows import location_rows, part_rows
from supplier_pcf.guard import spreadsheet

ID, TITLE, SUFFIX = "inventory-csv", "Inventory (CSV)", ".csv"

COLUMNS: tuple[str, ...] = (
    *("section", "id", "name", "kind", "stage", "value", "amount", "unit"),
    *("factor_id", "factor_name", "factor_kg_co2e", "factor_unit", "publisher", "document", "year"),
    *("place", "licence", "origin", "primary_activity", "primary_share", "kg_co2e"),
    *(
        "share_percent",
        *Buckets._fields,
        "counted",
        "reason",
        "estimate_kg_co2e",
        "evidence",
        "note",
    ),
)

Cell = str | float | int | bool | None
Row = dict[str, Cell]

_FACTS = (
    "title",
    *("company/name", "product/name", "product/description", "product/part_number"),
    *("product/customer", "product/customer_part_number", "period/start", "period/end"),
    *("scope/boundary_text", "scope/allocation_text", "scope/limitations", "scope/comment"),
)
_PERCENTAGES = ("primary_data_share_excluding", "primary_data_share_including", "exempted_percent")


def lacks(issue: Issue) -> tuple[Finding, ...]:
    """An inventory may be half done; it says so, and warns of data that belong to others."""
    return tuple(_lacks(issue))


def _lacks(issue: Issue) -> Iterator[Finding]:
    result = issue.result
    if not result.complete:
        yield Finding(
            code="inventory_csv.incomplete",
            severity=Severity.WARNING,
            where="result/complete",
            params={"counted": result.rows_counted, "total": result.rows_total},
        )
    licensed = sum(factor.layer is Layer.LICENSED for factor in issue.used_factors())
    if licensed:
        yield Finding(
            code="inventory_csv.licensed",
            severity=Severity.WARNING,
            where="factors",
            params={"count": licensed},
        )


def render(issue: Issue) -> bytes:
    """The table as CSV."""
    return spreadsheet.csv_bytes([COLUMNS, *(_cells(row) for row in rows(issue))])


def rows(issue: Issue) -> Iterator[Row]:
    """All rows in the order of the file; a missing column is empty."""
    for section in (
        _study,
        _result,
        _totals,
        _flows,
        _conversions,
        _behind,
        _co_products,
        _factors,
        _sources,
        _annex,
    ):
        yield from section(issue)


def _cells(row: Row) -> list[spreadsheet.Cell]:
    values = map(row.get, COLUMNS)
    return [("yes" if v else "no") if isinstance(v, bool) else v for v in values]


def _study(issue: Issue) -> Iterator[Row]:
    study = issue.study
    yield {"section": "study", "id": "rule_set", "value": issue.rules.title}
    yield {"section": "study", "id": "as_of", "value": issue.result.as_of.isoformat()}
    for name in _FACTS:
        value = attrgetter(name.replace("/", "."))(study)
        yield {"section": "study", "id": name, "value": str(value or "")}
    declared = study.declared_unit
    yield _fact("study", "declared_unit", declared.amount, declared.unit)
    yield _fact("study", "mass", issue.result.mass_kg, "kg")
    yield _fact("study", "product/volume", study.product.volume, study.product.counted_in)
    for site in study.sites:
        yield {"section": "site", "id": site.id, "name": site.name, "place": site.place}
    yield {"section": "release", "id": "id", "value": issue.release.id}
    yield {"section": "release", "id": "created", "value": issue.release.created}


def _fact(section: str, name: str, amount: float | None, unit: str) -> Row:
    return {"section": section, "id": name, "amount": amount, "unit": unit}


def _result(issue: Issue) -> Iterator[Row]:
    result = issue.result
    for name in ("excluding", "including", "per_kg", "packaging"):
        yield {"section": "result", "id": name, "kg_co2e": getattr(result, name)}
    yield {"section": "result", "id": "outbound", "kg_co2e": result.outbound.excluding_uptake}
    mixes = [issue.factor(line.factor_id) for line in result.power.lines]
    secret = any(mix is not None and mix.layer is Layer.LICENSED for mix in mixes)
    for name in ("market",) if secret else ("market", "location"):
        whole, power = getattr(result.power, name), getattr(result.power, f"{name}_power")
        yield {"section": "result", "id": f"{name}_based", "kg_co2e": whole}
        yield {"section": "result", "id": f"electricity_{name}_based", "kg_co2e": power}
    for name in _PERCENTAGES:
        yield _fact("result", name, getattr(result, name), "%")
    for base in ("excluding", "including"):
        ratings = getattr(result, f"ratings_{base}")
        for name in ("technology", "time", "geography"):
            rating = None if ratings is None else getattr(ratings, name)
            yield _fact("result", f"rating_{name}_{base}", rating, "1 to 5")
    for name in ("fossil", "biogenic", "recycled", "packaging_biogenic", "packaging_fossil"):
        yield _fact("result", f"carbon_{name}", getattr(result.carbon, name), "kg C")
    yield _fact("result", "co_product_share", result.co_product_share.share, "")
    yield {"section": "result", "id": "complete", "counted": result.complete}
    yield _fact("result", "rows_counted", result.rows_counted, "row")
    yield _fact("result", "rows_total", result.rows_total, "row")


def _totals(issue: Issue) -> Iterator[Row]:
    result = issue.result
    for stage, buckets in result.stages.items():
        yield {"section": "stage", "stage": stage.value, **_kilograms(buckets, result.excluding)}
    for name, kg in zip(Buckets._fields, result.buckets, strict=True):
        yield {"section": "bucket", "id": name, "kg_co2e": kg}


def _kilograms(buckets: Buckets, whole: float | None) -> Row:
    kg = buckets.excluding_uptake
    share = 100 * kg / whole if whole else None
    return {"kg_co2e": kg, "share_percent": share, **buckets._asdict()}


def _flows(issue: Issue) -> Iterator[Row]:
    for flow, line in issue.lines():
        factor = issue.factor(line.factor_id)
        yield {
            "section": _section(line),
            "id": line.id,
            "name": line.name,
            "kind": line.kind,
            "stage": line.stage.value,
            **({} if _is_licensed(issue, flow) else {"amount": line.amount, "unit": line.unit}),
            "factor_id": line.factor_id,
            **(_origin_of(factor) if factor else {}),
            "origin": flow.origin.value if flow.origin else "",
            "primary_activity": flow.activity_is_primary,
            "primary_share": line.primary_share if line.counted else None,
            **_part(issue, line),
            "counted": line.counted,
            "reason": _reason(flow, line),
            "evidence": "; ".join(flow.evidence),
            "note": flow.note,
        }


def _conversions(issue: Issue) -> Iterator[Row]:
    """Of each row that was converted: the amount as entered, then every factor on the way to its unit."""
    for flow, line in issue.lines():
        way = line.conversion
        if way is None or _is_licensed(issue, flow):
            continue
        row: Row = {"section": "conversion", "id": line.id, "name": line.name}
        yield row | {"kind": "entered", "amount": way.amount, "unit": way.unit}
        for step in way.steps:
            told = f"{decimal_string(step.by.value or 0.0)} {step.by.of} / {step.by.per}"
            source = "; ".join(filter(None, (step.by.id, step.by.source)))
            yield row | {
                "kind": "times",
                "value": told,
                "amount": step.times,
                "unit": step.unit,
                "note": source,
            }


def _behind(issue: Issue) -> Iterator[Row]:
    """What stands behind the amounts and factors of rows, but of those whose value is licensed."""
    licensed = {flow.id for flow, _ in issue.lines() if _is_licensed(issue, flow)}
    yield from logistics_rows(issue, licensed)
    yield from input_rows(issue, licensed)
    yield from mix_rows(issue, licensed)
    yield from meter_rows(issue, {u.meter_id for u in issue.study.energy_uses if u.id in licensed})
    yield from scope_rows(issue)
    yield from part_rows(issue, licensed)
    for row, factor in location_rows(issue):
        yield row | (_origin_of(factor) if factor else {})


def _is_licensed(issue: Issue, flow: Flow) -> bool:
    """Whether kg by amount would give away a value that may not be passed on."""
    factors = map(issue.factor, factor_ids(flow))
    return any(factor is not None and factor.layer is Layer.LICENSED for factor in factors)


def _co_products(issue: Issue) -> Iterator[Row]:
    for co_product in issue.study.co_products:
        amount = co_product.amount
        yield {
            "section": "co_product",
            "id": co_product.id,
            "name": co_product.name,
            "amount": amount.value if amount else None,
            "unit": amount.unit if amount else "",
            "note": co_product.legal_proof,
        }
    yield from sharing_rows(issue)


def _section(line: FlowResult) -> str:
    if not line.counted:
        return "not_counted"
    return "outbound" if line.stage is Stage.OUTBOUND_TRANSPORT else "flow"


def _part(issue: Issue, line: FlowResult) -> Row:
    if not line.counted:
        return {"estimate_kg_co2e": line.estimate or None}
    is_inside = line.stage is not Stage.OUTBOUND_TRANSPORT
    return _kilograms(line.buckets, issue.result.excluding if is_inside else None)


def _reason(flow: Flow, line: FlowResult) -> str:
    code = line.reason.value if line.reason else ""
    words = flow.exclusion.reason if flow.exclusion and not line.counted else ""
    return f"{code}: {words}" if words else code


def _origin_of(factor: EmissionFactor) -> Row:
    years = dict.fromkeys(str(y) for y in (factor.year_from, factor.year_to) if y)
    return {
        "factor_name": factor.name,
        "factor_kg_co2e": None if factor.layer is Layer.LICENSED else factor.kg_co2e,
        "factor_unit": factor.unit,
        "publisher": factor.publisher,
        "document": factor.document,
        "year": "/".join(years),
        "place": factor.place,
        "licence": factor.licence,
    }


def _factors(issue: Issue) -> Iterator[Row]:
    for factor in issue.used_factors():
        told = factor.layer is not Layer.LICENSED
        yield {
            "section": "factor",
            "id": factor.id,
            "name": factor.name,
            "kind": factor.layer.value,
            "value": factor.table if told else "",
            "factor_id": factor.id,
            **_origin_of(factor),
            "primary_share": factor.primary_share,
            "note": factor.note if told else "",
        }
        if told and factor.recipe is not None:
            yield from _parts(factor.id, factor.recipe)


def _parts(factor_id: str, recipe: Recipe) -> Iterator[Row]:
    """What a made factor was made of: the `kg_co2e` of its parts sum to the factor."""
    for part in recipe.parts:
        yield {
            "section": "factor_part",
            "id": factor_id,
            "name": part.name,
            "kind": part.role.value,
            "value": f"version {part.version}",
            "amount": part.amount,
            "unit": part.unit,
            "factor_id": part.factor_id,
            "factor_kg_co2e": part.buckets.excluding_uptake,
            "kg_co2e": part.kg_co2e,
        }


def _sources(issue: Issue) -> Iterator[Row]:
    used = issue.used_factors()
    for found in dict.fromkeys(filter(None, map(issue.library.set_of, used))):
        yield {
            "section": "source",
            "id": found.id,
            "name": found.title,
            "publisher": found.publisher,
            "document": found.document,
            "year": found.edition,
            "licence": found.licence,
            "value": found.url,
            "note": found.attribution,
        }


def _annex(issue: Issue) -> Iterator[Row]:
    said = not issue.is_confidential
    for proof in issue.study.evidence:
        yield {
            "section": "evidence",
            "id": proof.id,
            "name": proof.title if said else "",
            "kind": proof.kind if said else "",
            "value": proof.sha256,
            "note": " ".join(filter(None, (proof.file or proof.lies_at, proof.page, proof.period)))
            if said
            else "",
        }
    for finding in issue.findings:
        yield {
            "section": "finding",
            "id": finding.code,
            "kind": finding.severity.value,
            "value": finding.where,
            "reason": finding.clause,
            "note": "; ".join(f"{name}: {value}" for name, value in finding.params.items())
            if said
            else "",
        }
