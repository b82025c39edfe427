"""The forms about the product: its names, its amounts, and the rules of whoever asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from supplier_pcf.app.rule_choices import rule_choices
from supplier_pcf.domain.study import Period
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, is_large
from supplier_pcf.gui.widgets.day_field import day as day_field
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.gui.widgets.study_bounds import (
    of_period,
    of_product,
    of_scope,
    of_unit,
)

_UNITS = ("piece", "1000 piece", "kg", "t", "m", "m2", "l")


def product_form(context: Context) -> FieldForm:
    """What the product is called, by us and by the customer."""
    _ = context.translate
    form = FieldForm(_("Product"))
    named = of_product("name", _("Rename the product"))
    form.add_text(
        context, _("N&ame"), named, _("Bracket assembly BR-2041"), _("Drawing, title block")
    )
    described = of_product("description", _("Describe the product"))
    form.add(_("Description"), bind.paragraph(context, described, 2))
    own = of_product("part_number", _("Change the part number"))
    form.add_text(context, _("Own part number"), own, "BR-2041-00", _("Drawing or ERP"))
    theirs = of_product("customer_part_number", _("Change the customer's part number"))
    form.add_text(
        context, _("Customer's part number"), theirs, "8E0 721 105 C", _("Order or questionnaire")
    )
    customer = of_product("customer", _("Change the customer"))
    form.add_text(context, _("Customer"), customer, "Example Automotive GmbH")
    domain = of_product("customer_domain", _("Change the customer's domain"))
    form.add_text(
        context,
        _("Customer's domain"),
        domain,
        "example.com",
        _("After the @ in their e-mails"),
    )
    return form


def amounts_form(context: Context) -> FieldForm:
    """Mass, volume, declared unit and period: what the footprint is counted for."""
    _ = context.translate
    form = FieldForm(_("Amounts"))
    mass = of_product("mass", _("Change the mass"))
    units = ("kg", "g", "t")
    form.add(
        _("&Mass of one piece"),
        bind.quantity(context, mass, units),
        _("Weigh ten pieces, or drawing; without packaging"),
    )
    volume = of_product("volume", _("Change the annual volume"))
    form.add(
        _("Annual volume"),
        bind.number(context, volume, _("good pieces"), "piece"),
        _("ERP: good pieces made in the period"),
    )
    form.add(
        _("Declared unit"),
        _declared_unit(context),
        _("One piece, unless the customer asks for more"),
    )
    form.add(
        _("Reference period"),
        _period(context),
        _("Twelve months with energy bills"),
    )
    return form


def _declared_unit(context: Context) -> QWidget:
    _ = context.translate
    amount = of_unit("amount", _("Change the declared unit"))
    field = bind.number(context, amount)
    unit = of_unit("unit", _("Change the declared unit"))
    shown = {"piece": _("piece"), "1000 piece": _("1000 pieces"), "l": _("litre")}
    now = context.study.declared_unit.unit
    options = [(u, shown.get(u, u)) for u in dict.fromkeys((*_UNITS, now))]
    box = bind.choice(context, unit, options)
    box.setAccessibleName(_("Unit"))
    return _beside(field, box)


def _period(context: Context) -> QWidget:
    _ = context.translate
    start = day_field(context, of_period("start", _("Change the first day")))
    end = day_field(context, of_period("end", _("Change the last day")))
    start.setAccessibleName(_("First day"))
    end.setAccessibleName(_("Last day"))
    year = context.session.now().year - 1
    words = _("Calendar year {year}").format(year=year)
    button = QPushButton(words)
    button.setObjectName("period-last-year")
    whole = Period(start=date(year, 1, 1), end=date(year, 12, 31))
    button.clicked.connect(lambda: context.edit(lambda study: replace(study, period=whole), words))
    days = (start, QLabel(_("to")), end)
    lines = (_beside(*days), _beside(button)) if is_large() else (_beside(*days, button),)
    return _under(*lines, start.problem, end.problem)


def _under(line: QWidget, *more: QWidget) -> QWidget:
    """What has no room beside a line, such as what is wrong with its fields, under it."""
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for widget in (line, *more):
        column.addWidget(widget)
    whole.setFocusProxy(line.focusProxy() or line)
    return whole


def rules_form(context: Context) -> FieldForm:
    """By whose rules, and what the study says about itself."""
    _ = context.translate
    form = FieldForm(_("Who asked?"))
    bound = bind.Bound(
        "rule-set",
        lambda study: study.rule_set,
        lambda study, value: replace(study, rule_set=value),
        _("Choose the rule set"),
    )
    form.add(_("&Rules"), bind.choice(context, bound, rule_choices()))
    said = QLabel()
    said.setObjectName("rule-set-explained")
    said.setProperty("role", "quiet")
    said.setWordWrap(True)
    words = _rule_words(context)
    bind.follow(context, said, lambda: said.setText(words.get(context.study.rule_set, "")))
    form.add_wide(said)
    form.add_wide(_beside(_other_rules(context)))
    packed = of_scope("packaging_included", _("Count the packaging or not"))
    form.add_wide(bind.tick(context, packed, _("Count the packaging too")))
    comment = of_scope("comment", _("Change the comment"))
    form.add(
        _("Comment"),
        bind.paragraph(context, comment),
        _("For the customer; stands in the report and in the files"),
    )
    return form


def _other_rules(context: Context) -> QPushButton:
    """What the choice of rules does to the user's own numbers."""
    button = QPushButton(context.translate("What would other rules change?"))
    button.setObjectName("rule-set-compare")
    button.setAutoDefault(False)
    button.clicked.connect(partial(context.show, "compare-rules"))
    return button


def _rule_words(context: Context) -> dict[str, str]:
    _ = context.translate
    return {
        "iso-14067-2018": _("The base standard. Right where the customer names no other."),
        "catena-x-4.0": _("The car industry's rulebook for footprints sent through Catena-X."),
        "pact-3.0": _("For footprints exchanged across industries and countries."),
        "pact-2.0": _("The withdrawn edition; right only for a customer's old form."),
        "gb-t-24067-2024": _("China's national standard, built on ISO 14067."),
    }


def _beside(*widgets: QWidget) -> QWidget:
    """Some widgets in one line; the first takes the focus."""
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SPACE)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch()
    first = widgets[0]
    whole.setFocusProxy(first.focusProxy() or first)
    return whole
