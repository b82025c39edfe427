"""Our own check of a Catena-X product carbon footprint, for what the official schemas let pass.

Data models 7.0.0, 9.0.0 and 10.0.0 of io.catenax.pcf; the rules C03 to C23 are the sentences between
their properties, those of the PCF Rulebook v4 (v3 for 7.0.0) and of standard CX-0136. One rule serves all
three models, which say where its properties stand. The form of a file is judged in `catena_x_shape`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from decimal import Decimal

from supplier_pcf.domain.finding import Finding, Severity
from supplier_pcf.formats.validation import catena_x_7_model as seven
from supplier_pcf.formats.validation import catena_x_9_model as nine
from supplier_pcf.formats.validation.catena_x_model import (
    ABSENT,
    KINDS_OF_PCF,
    RETROSPECTIVE,
    SPEC,
    Document,
    Kind,
    Model,
    as_object,
    is_utc,
)
from supplier_pcf.formats.validation.catena_x_shape import SHAPE, found, shown
from supplier_pcf.formats.validation.sums import allowed
from supplier_pcf.rules.validity import add_years

Rule = Callable[[Document, Model], Iterator[Finding]]

_EXEMPTED_LIMIT = 3
_LONGEST_REFERENCE = timedelta(days=1096)
_ONE_YEAR = timedelta(days=366)
_WITHOUT_MASS = ("kilowatt hour", "megajoule", "ton kilometer", "hour", "megabit second")
_NOT_APPLICABLE = "not applicable"
W = Severity.WARNING


def check(document: object, model: Model) -> tuple[Finding, ...]:
    """Everything that is wrong with one parsed file, held against one data model."""
    opened = model.of(document)
    return tuple(finding for rule in RULES for finding in rule(opened, model))


def model_is_named(document: Document, model: Model) -> Iterator[Finding]:
    """C03: the file says which data model it follows, to the letter."""
    where, expected = model.at["spec"], SPEC.format(model.version)
    said = document.text(where)
    if said and said != expected:
        yield found("c03", where, model, value=shown(said), expected=expected)


def company_has_a_partner_number(document: Document, model: Model) -> Iterator[Finding]:
    """C04: one of the company's ids is its business partner number, written as this model does."""
    names = document.texts(model.at["company_ids"])
    if not any(model.bpnl.fullmatch(name) for name in names):
        example = model.bpnl.pattern.partition("[")[0]
        said = shown(", ".join(names))
        yield found("c04", model.at["company_ids"], model, value=said, expected=f"{example}…")


def defaults_are_kept(document: Document, model: Model) -> Iterator[Finding]:
    """C05: what Catena-X does not use stands at its default: version 0, Active, cradle to gate.

    A version that is told again as superseded is told so on purpose: a doubt only.
    """
    version = document.number(model.at["version"])
    if version is not None and version != 0:
        yield found("c05", model.at["version"], model, value=str(version), expected="0")
    defaults = {"status": "Active", "scope": "Cradle-to-gate", "cpc": seven.CPC}
    for name, expected in defaults.items():
        said = document.text(model.at.get(name, ""))
        if said and said != expected:
            yield found("c05", model.at[name], model, W, value=said, expected=expected)


def times_are_utc(document: Document, model: Model) -> Iterator[Finding]:
    """C06: every time says that it is UTC."""
    for asked in model.properties:
        if asked.kind is Kind.TIME and document.time(asked.path) is not None:
            value = document.value(asked.path)
            if not is_utc(value):
                yield found("c06", asked.path, model, value=shown(value))


def period_runs_forward(document: Document, model: Model) -> Iterator[Finding]:
    """C07: the reference period ends after it starts; three years at most, of a plan one year."""
    start, end = (document.time(model.at[name]) for name in ("start", "end"))
    if start is None or end is None:
        return
    longest = _ONE_YEAR if is_prospective(document, model) else _LONGEST_REFERENCE
    if end <= start:
        yield found("c07", model.at["end"], model)
    elif end - start > longest:
        yield found("c07", model.at["end"], model, W)


def validity_is_in_bounds(document: Document, model: Model) -> Iterator[Finding]:
    """C08: made and valid after the reference period, for a year or more; a plan ends with its period."""
    over = document.time(model.at["end"])
    if over is None:
        return
    if is_prospective(document, model):
        end = document.time(model.at["valid_end"])
        if end is not None and end != over:
            yield found(
                "c08", model.at["valid_end"], model, value=_said(document, "valid_end", model)
            )
        return
    created, start = (document.time(model.at[name]) for name in ("created", "valid_start"))
    for name, moment in (("created", created), ("valid_start", start)):
        if moment is not None and moment < over:
            yield found("c08", model.at[name], model, value=_said(document, name, model))
    yield from _validity_ends(document, model, start or created)


def _validity_ends(document: Document, model: Model, start: datetime | None) -> Iterator[Finding]:
    end = document.time(model.at["valid_end"])
    if start is None or end is None:
        return
    said = _said(document, "valid_end", model)
    if end <= start:
        yield found("c08", model.at["valid_end"], model, value=said)
    elif end + timedelta(days=1) < add_years(start, 1):
        yield found("c08", model.at["valid_end"], model, W, value=said)


def _said(document: Document, name: str, model: Model) -> str:
    return shown(document.value(model.at[name]))


def little_is_exempted(document: Document, model: Model) -> Iterator[Finding]:
    """C09: no more than 3 % are left out, and what is left out is explained."""
    percent = document.number(model.at["exempted"])
    if percent is None or percent <= 0:
        return
    if percent > _EXEMPTED_LIMIT:
        yield found("c09", model.at["exempted"], model, value=str(percent))
    if not document.text(model.at["exempted_text"]):
        yield found("c09", model.at["exempted_text"], model, W, value=str(percent))


def newest_gwp_is_used(document: Document, model: Model) -> Iterator[Finding]:
    """C10: the GWP values are those of AR6; older ones are a doubt."""
    said = document.text(model.at["gwp"])
    if said and said != "AR6":
        yield found("c10", model.at["gwp"], model, W, value=said)


def waste_is_shared_by_the_rulebook(document: Document, model: Model) -> Iterator[Finding]:
    """C11: burning of waste is shared as the rulebook of this model wants it."""
    said = document.text(model.at["waste"])
    if said and said != model.waste:
        yield found("c11", model.at["waste"], model, W, value=said, expected=model.waste)


def mass_balance_is_explained(document: Document, model: Model) -> Iterator[Finding]:
    """C12: mass balancing names its certificate and whether attribution was free."""
    if "balanced" not in model.at or document.value(model.at["balanced"]) is not True:
        return
    if document.text(model.at["scheme"]) in ("", _NOT_APPLICABLE):
        yield found("c12", model.at["scheme"], model)
    if document.value(model.at["free"]) in (ABSENT, "", None, _NOT_APPLICABLE):
        yield found("c12", model.at["free"], model)


def quality_is_told(document: Document, model: Model) -> Iterator[Finding]:
    """C13: shares and ratings of measured production are told; planned production has none."""
    planned = is_prospective(document, model)
    for path in model.owed:
        if not _holder(document, path):
            continue
        value = document.value(path)
        if planned and document.number(path) and path in (model.at["primary"], *nine.RATINGS):
            yield found("c13", path, model, value=shown(value))
        elif not planned and value is ABSENT:
            yield found("c13", path, model, model.owed_now, value="")


def sources_are_named(document: Document, model: Model) -> Iterator[Finding]:
    """C14: the sources of secondary data are named, unless all data are primary."""
    where = model.at["sources"]
    named = document.texts(where, "" if model.nested else seven.SOURCE)
    primary = document.number(model.at["primary"])
    is_open = _holder(document, where) and document.value(where) in (ABSENT, [])
    if not named and primary != 100 and is_open:
        yield found("c14", where, model)


def excluding_is_the_sum(document: Document, model: Model) -> Iterator[Finding]:
    """C15: the total without uptake is the sum of its parts, in every stage."""
    for stage in model.stages.values():
        parts = [document.number(path) for path in stage.parts]
        if parts and parts[0] is not None:
            known = [part for part in parts if part is not None]
            total = document.number(stage.excluding)
            yield from _compared("c15", document, model, stage.excluding, total, known)


def including_is_the_sum(document: Document, model: Model) -> Iterator[Finding]:
    """C16: the total with uptake is the one without it and the uptake, in every stage."""
    for stage in model.stages.values():
        total, excluding = document.number(stage.including), document.number(stage.excluding)
        if total is not None and excluding is not None:
            uptake = document.number(stage.uptake) or Decimal(0)
            yield from _compared(
                "c16", document, model, stage.including, total, [excluding, uptake]
            )


def stages_left_out_have_no_figures(document: Document, model: Model) -> Iterator[Finding]:
    """C17: a stage that is said to be left out has no figures."""
    for name, stage in model.stages.items():
        if not stage.told or document.value(stage.told) is not False:
            continue
        for path in (stage.excluding, stage.including, *stage.parts, stage.uptake):
            if document.number(path):
                severity = Severity.ERROR if name == "packaging" else W
                yield found("c17", path, model, severity, value=shown(document.value(path)))


def packaging_is_in_the_total(document: Document, model: Model) -> Iterator[Finding]:
    """C18: packaging is a part of production, in every figure, and so is its carbon."""
    whole, part = model.stages["production"], model.stages["packaging"]
    pairs = [(part.excluding, whole.excluding), (part.uptake, whole.uptake)]
    pairs += list(zip(part.parts, whole.parts, strict=False))
    if "packaging_carbon" in model.at:
        pairs.append((model.at["packaging_carbon"], model.at["biogenic_carbon"]))
    for inner, outer in pairs:
        yield from _inside("c18", document, model, inner, outer)


def carbon_is_the_sum(document: Document, model: Model) -> Iterator[Finding]:
    """C19: the carbon content is the fossil and the biogenic one."""
    total, fossil, biogenic = (
        document.number(model.at[name]) for name in ("carbon", "fossil_carbon", "biogenic_carbon")
    )
    if total is not None and fossil is not None and biogenic is not None:
        yield from _compared("c19", document, model, model.at["carbon"], total, [fossil, biogenic])


def mass_goes_with_the_unit(document: Document, model: Model) -> Iterator[Finding]:
    """C20: the amount is above zero, a kilogram weighs itself, goods weigh something."""
    amount, mass = (document.number(model.at[name]) for name in ("amount", "mass"))
    unit = document.text(model.at["unit"])
    if amount == 0:
        yield found("c20", model.at["amount"], model, value="0", expected="> 0")
    if mass is None or amount is None or not unit:
        return
    if unit == "kilogram":
        expected = amount if model.nested else Decimal(1)
        yield from _compared("c20", document, model, model.at["mass"], mass, [expected])
    elif mass == 0 and unit not in _WITHOUT_MASS:
        yield found("c20", model.at["mass"], model, value="0", expected="> 0")


def other_operators_have_a_name(document: Document, model: Model) -> Iterator[Finding]:
    """C21: in data model 7 the operator of a rule is Other, and has a name."""
    if model.nested:
        return
    for item in document.objects(model.at["rules"]):
        rule = as_object(item)
        if rule.get(seven.OPERATOR) != "Other" or not rule.get(seven.OPERATOR_NAME):
            yield found("c21", model.at["rules"], model, value=shown(rule.get(seven.OPERATOR)))


def does_not_precede_itself(document: Document, model: Model) -> Iterator[Finding]:
    """C22: a footprint is not among its own predecessors."""
    inside = "" if model.version == nine.TEN.version else "id"
    if document.text(model.at["id"]) in document.texts(model.at["preceding"], inside):
        yield found("c22", model.at["preceding"], model)


def carbon_is_in_the_mass(document: Document, model: Model) -> Iterator[Finding]:
    """C23: fossil carbon weighs no more than the product, recycled carbon no more than all of it."""
    if document.number(model.at["mass"]):
        yield from _inside("c23", document, model, model.at["fossil_carbon"], model.at["mass"])
    recycled = model.at.get("recycled_carbon")
    if recycled:
        yield from _inside("c23", document, model, recycled, model.at["carbon"])


RULES: tuple[Rule, ...] = (
    *SHAPE,
    *(model_is_named, company_has_a_partner_number, defaults_are_kept, times_are_utc),
    *(period_runs_forward, validity_is_in_bounds, little_is_exempted, newest_gwp_is_used),
    *(waste_is_shared_by_the_rulebook, mass_balance_is_explained, quality_is_told),
    *(sources_are_named, excluding_is_the_sum, including_is_the_sum),
    *(stages_left_out_have_no_figures, packaging_is_in_the_total, carbon_is_the_sum),
    *(mass_goes_with_the_unit, other_operators_have_a_name, does_not_precede_itself),
    carbon_is_in_the_mass,
)


def is_prospective(document: Document, model: Model) -> bool:
    """Whether the file is about planned production."""
    said = document.text(model.at.get("kind", ""))
    return said in KINDS_OF_PCF and said != RETROSPECTIVE


def _holder(document: Document, path: str) -> bool:
    """Whether the object is there in which a property stands; a missing one is told by itself."""
    parent = path.rpartition("/")[0]
    return isinstance(document.value(parent), dict | list) and document.value(parent) != []


def _compared(
    rule: str,
    document: Document,
    model: Model,
    where: str,
    total: Decimal | None,
    parts: list[Decimal],
) -> Iterator[Finding]:
    if total is None:
        return
    expected = sum(parts, Decimal(0))
    if abs(total - expected) > allowed(total, *parts):
        said = shown(document.value(where))
        yield found(rule, where, model, value=said, expected=str(expected))


def _inside(
    rule: str, document: Document, model: Model, part: str, whole: str
) -> Iterator[Finding]:
    inner, outer = document.number(part), document.number(whole)
    if inner is None or outer is None:
        return
    if abs(inner) > abs(outer) + allowed(outer, inner):
        yield found(rule, part, model, value=str(inner), expected=str(outer))
