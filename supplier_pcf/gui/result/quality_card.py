"""How good the data behind a result is, what is left out, and whether the masses add up."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel

from supplier_pcf.app.quality_view import LegacyQuality, QualityView
from supplier_pcf.app.views import ResultView, kg_text
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.domain.numbers import percent, percent_in_digits, significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import Card, label

Fact = tuple[str, str, str]
"""Object name, what it is, value."""


class FactsCard(Card):
    """Labels with their values, and sentences under them; values are right-aligned."""

    def __init__(self, title: str, name: str, room: int = 0) -> None:
        """`room` is what is left free beside the values, in widths of the labels."""
        super().__init__(title, name)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(2, room)
        self.column.addLayout(self._grid)
        self._values: dict[str, tuple[QLabel, QLabel]] = {}
        self.notes = label(role="quiet", name=f"{name}-notes")
        self.column.addWidget(self.notes)
        self.column.addStretch()

    def show_facts(self, facts: Iterator[Fact], notes: Iterator[str]) -> None:
        """Show these; a fact that is not among them is hidden."""
        shown = list(facts)
        for name, title, value in shown:
            words, number = self._values.get(name) or self._new(name)
            words.setText(title)
            number.setText(value)
            number.setAccessibleName(f"{title}: {value}")
        for name, labels in self._values.items():
            for each in labels:
                each.setVisible(any(name == fact[0] for fact in shown))
        text = "\n".join(notes)
        self.notes.setText(text)
        self.notes.setVisible(bool(text))

    def _new(self, name: str) -> tuple[QLabel, QLabel]:
        words, number = label(), QLabel()
        number.setObjectName(name)
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        number.setProperty("role", "strong")
        row = self._grid.rowCount()
        self._grid.addWidget(words, row, 0)
        self._grid.addWidget(number, row, 1)
        self._values[name] = (words, number)
        return words, number


def quality_facts(context: Context, view: QualityView) -> Iterator[Fact]:
    """Primary data share and ratings on the base that leads and on the other, and shares of the chain."""
    _, language = context.translate, context.language
    yield "primary-share", _("Primary data share"), percent(view.leading.primary_percent, language)
    if view.legacy is None:
        yield from _ratings(context, view.leading.ratings)
    else:
        yield from _legacy(context, view.legacy)
    if view.other is not None:
        share, rated = percent(view.other.primary_percent, language), view.other.ratings
        title = (
            _("Primary data share with biogenic uptake")
            if view.other.with_uptake
            else _("Primary data share without biogenic uptake")
        )
        yield "primary-share-other", title, share
        if rated is not None and view.legacy is None:
            three = (rated.technology, rated.time, rated.geography)
            values = " · ".join(significant(value, language, 2) for value in three)
            yield "ratings-other", _("The three ratings on that base"), values
    if view.shares is not None:
        shares = view.shares
        yield "verified", _("Verified along the chain"), percent(shares.verified, language)
        yield "certified", _("Under a certified program"), percent(shares.certified, language)


def _ratings(context: Context, ratings: Ratings | None) -> Iterator[Fact]:
    _, language = context.translate, context.language
    three = (ratings.technology, ratings.time, ratings.geography) if ratings else (None,) * 3
    names = ("rating-technology", "rating-time", "rating-geography")
    titles = (_("Technology"), _("Time"), _("Place"))
    for name, title, value in zip(names, titles, three, strict=True):
        yield name, title, significant(value, language, 2)


def _legacy(context: Context, legacy: LegacyQuality) -> Iterator[Fact]:
    """The five ratings from 1 to 3, their mean, and how much of the footprint was rated."""
    _, language, rated = context.translate, context.language, legacy.ratings
    titles = {
        "technology": _("Technology"),
        "time": _("Time"),
        "geography": _("Place"),
        "completeness": _("Completeness of the data"),
        "reliability": _("Reliability"),
        "mean": _("Mean of the five"),
    }
    for name, title in titles.items():
        value = None if rated is None else getattr(rated, name)
        yield f"legacy-{name}", title, significant(value, language, 2)
    yield (
        "legacy-coverage",
        _("Part of the footprint rated"),
        percent(legacy.coverage_percent, language),
    )


def quality_notes(context: Context, view: ResultView, quality: QualityView) -> Iterator[str]:
    """On which base the figures are, and why measured amounts alone are not primary."""
    _ = context.translate
    if quality.legacy is not None:
        yield _(
            "Base: the footprint without biogenic uptake. Ratings: 1 is best, 3 is worst; rows above 5 % of the "
            "footprint are rated."
        )
    elif view.leads_with_uptake:
        yield _("Base: the footprint with biogenic uptake. Ratings: 1 is best, 5 is worst.")
    else:
        yield _("Base: the footprint without biogenic uptake. Ratings: 1 is best, 5 is worst.")
    yield _(
        "Primary are only figures whose emissions come from your own process or from the supplier "
        "himself. A measured kWh times a published factor stays secondary: the amount is yours, "
        "the factor is an average."
    )
    if view.certificate_is_primary:
        yield _(
            "Under this rule set your own measured fuel counts as primary, and so does electricity "
            "matched by certificates."
        )
    elif view.combustion_is_primary:
        yield _("Under this rule set your own measured fuel counts as primary.")


def completeness_facts(context: Context, view: ResultView) -> Iterator[Fact]:
    """Both figures, transport to the customer, rows, cut-off and masses."""
    _, language = context.translate, context.language
    unit = _("{kg} kg CO₂e")
    if view.has_uptake:
        without, uptake = (kg_text(kg, language) for kg in (view.excluding, view.including))
        yield "excluding", _("Without biogenic uptake"), unit.format(kg=without)
        yield "including", _("With biogenic uptake"), unit.format(kg=uptake)
    if view.outbound is not None:
        title = _("Transport to the customer (apart)")
        yield "outbound", title, unit.format(kg=kg_text(view.outbound, language))
    left_out, limit = _("Left out on purpose"), view.cut_off_percent
    if limit is not None:
        decimals = 0 if limit == round(limit) else 1
        text = _("Left out on purpose (allowed: less than {limit})")
        left_out = text.format(limit=percent(limit, language, decimals))
    yield "exempted", left_out, percent_in_digits(view.exempted_percent, language, 2)
    balance = view.mass_balance
    gap = percent_in_digits(100 * balance.relative, language, 2) if balance else significant(None)
    yield "mass-balance", _("Mass not accounted for"), gap


def completeness_notes(context: Context, view: ResultView) -> Iterator[str]:
    """The mass balance in words."""
    _, balance = context.translate, view.mass_balance
    if balance is None:
        yield _("The masses cannot be compared yet: the product or a material has no mass.")
        return
    kg = (
        significant(value, context.language)
        for value in (balance.inputs, balance.product, balance.co_products, balance.wastes)
    )
    names = ("inputs", "product", "co_products", "wastes")
    text = _(
        "{inputs} kg of material go in; {product} kg are product, {co_products} kg co-products, "
        "{wastes} kg waste."
    )
    yield text.format(**dict(zip(names, kg, strict=True)))
