"""What could be otherwise, in words: the name of each variation, of each alternative, and its sentence."""

from __future__ import annotations

from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.numbers import MINUS, percent, significant
from supplier_pcf.domain.study import Study
from supplier_pcf.engine.sensitivity import Option, Variation, Varied
from supplier_pcf.factors.library import Find
from supplier_pcf.report.labels import Translate
from supplier_pcf.words import Params, Said


def subject_name(study: Study, find: Find, variation: Variation, language: str) -> str:
    """The site, material, factor or amount by its name; empty where the whole study is meant."""
    subject = variation.subject
    if variation.varied is Varied.ALLOCATION:
        site = study.site(subject)
        return (site.name if site else "") or subject
    if variation.varied is Varied.FACTOR:
        factor = find(subject)
        return name_in(factor, language) if factor else subject
    names = {flow.id: flow.name for flow in study.flows()}
    if variation.varied is Varied.AMOUNT:
        kind, _, number = subject.partition("/")
        meter = study.meter(number) if kind == "meter" else None
        name = names.get(number) if meter is None else meter.name
        return " ".join((name or number).split())
    return " ".join((names.get(subject) or subject).split())


def variation_title(variation: Variation, name: str, _: Translate) -> str:
    """What is otherwise, in a few words."""
    titles = {
        Varied.ALLOCATION: _("Sharing: {name}"),
        Varied.CO_PRODUCTS: _("Sharing with co-products"),
        Varied.ELECTRICITY: _("Power without a contract"),
        Varied.RECYCLED: _("Recycled input: {name}"),
        Varied.SCRAP: _("Credit for sold scrap (information)"),
        Varied.FACTOR: _("Factor: {name}"),
        Varied.AMOUNT: _("Amount: {name}"),
    }
    return titles[variation.varied].format(name=name)


def end_title(variation: Variation, kg: float, language: str, _: Translate) -> str:
    """The alternative at one end of a variation, in a word or two; the present state by its own word."""
    option = next((o for o in variation.options if o.kg == kg), None)
    if option is None or kg == variation.base:
        return _("as it is")
    if option.code == "share":
        return percent(100 * (option.value or 0.0), language, 0)
    return {
        "mass": _("by mass"),
        "pieces": _("by pieces"),
        "machine_hours": _("by machine hours"),
        "value": _("by value"),
        "physical": _("by mass"),
        "economic": _("by value"),
        "consumption": _("average mix"),
        "residual": _("residual mix"),
        "fossil": _("fossil power"),
        "location": _("all by place"),
        "none": _("none"),
        "credit": _("with credit"),
        "low": _("lower end"),
        "high": _("upper end"),
    }[option.code]


def option_said(variation: Variation, option: Option, name: str, language: str) -> Said:
    """What an alternative makes of the footprint, as a sentence."""
    code = f"sensitivity.{variation.varied.value}.{option.code}"
    said: Params = {
        "name": name,
        "kg": significant(option.kg, language),
        "change": change_text(option.kg, variation.base, language),
    }
    if option.code == "share":
        said["share"] = percent(100 * (option.value or 0.0), language, 0)
    return code, said


def change_text(kg: float, base: float, language: str) -> str:
    """How much more or less it is, in percent with its sign."""
    change = 100 * (kg - base) / abs(base) if base else 0.0
    text = percent(abs(change), language, 1)
    return f"+{text}" if change > 0 else f"{MINUS}{text}"
