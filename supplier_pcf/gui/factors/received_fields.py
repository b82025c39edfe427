"""What the sender of a footprint tells with it: shares, ratings, rules, validity and what stands apart."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from supplier_pcf.app.choosing import FactorDraft
from supplier_pcf.app.entering import Unreadable, entered_number, shown_number
from supplier_pcf.domain.factor import Ratings
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.card import label
from supplier_pcf.words import sentence

_SHARES = ("primary_share", "verified_share", "certified_share")
_NUMBERS = ("exempted_percent", "outbound", "uptake", "biogenic_carbon")
_RATINGS = ("technology", "time", "geography")
_TEXTS = ("rule_set", "valid_until")


class ReceivedFields(QWidget):
    """Fields in two columns; what is left empty was not told, which never counts in one's favour."""

    def __init__(self, context: Context, draft: FactorDraft) -> None:
        super().__init__()
        self._context = context
        self._lines: dict[str, QLineEdit] = {}
        _ = context.translate
        hint = _(
            "As the supplier tells it. What he does not tell counts as zero, or as the worst rating."
        )
        columns = QHBoxLayout()
        columns.setSpacing(3 * SPACE)
        for fields in (self._left(), self._right()):
            form = QFormLayout()
            form.setHorizontalSpacing(2 * SPACE)
            form.setVerticalSpacing(SPACE)
            for name, title, example in fields:
                form.addRow(title, self._line(name, title, example))
            columns.addLayout(form)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE)
        whole.addWidget(label(hint, "quiet"))
        whole.addLayout(columns)
        self._show(draft)

    def _left(self) -> tuple[tuple[str, str, str], ...]:
        _ = self._context.translate
        return (
            ("rule_set", _("Made by the rules"), "Catena-X PCF Rulebook v4"),
            ("valid_until", _("Valid until"), "2027-12-31"),
            ("primary_share", _("Primary data share, %"), "36"),
            ("verified_share", _("Verified share, %"), "95"),
            ("certified_share", _("Certified share, %"), "60"),
            ("exempted_percent", _("Left out, %"), "1.5"),
        )

    def _right(self) -> tuple[tuple[str, str, str], ...]:
        _ = self._context.translate
        return (
            ("technology", _("Rating of technology"), "2"),
            ("time", _("Rating of time"), "1"),
            ("geography", _("Rating of place"), "2"),
            ("uptake", _("Biogenic uptake, kg CO₂"), "−0.5"),
            ("biogenic_carbon", _("Biogenic carbon, kg"), "0.136"),
            ("outbound", _("Delivery apart, kg CO₂e"), "0.05"),
        )

    def _line(self, name: str, title: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setObjectName(f"received-{name}")
        field.setAccessibleName(title)
        field.setPlaceholderText(example.replace(".", self._context.decimal))
        self._lines[name] = field
        return field

    def _show(self, draft: FactorDraft) -> None:
        decimal = self._context.decimal
        for name in _TEXTS:
            self._lines[name].setText(getattr(draft, name))
        for name in _SHARES:
            share = getattr(draft, name)
            told = share is not None and (share or name != "primary_share")
            self._lines[name].setText(shown_number(100 * share, decimal) if told else "")
        for name in _NUMBERS:
            self._lines[name].setText(shown_number(getattr(draft, name), decimal))
        for name in _RATINGS if draft.ratings else ():
            self._lines[name].setText(shown_number(getattr(draft.ratings, name), decimal))
        # The uptake of a figure in parts is one of its parts.
        self._lines["uptake"].setEnabled(draft.buckets is None)

    def read(self, draft: FactorDraft) -> FactorDraft | str:
        """The draft with the answers, or the sentence of what cannot be read."""
        found: dict[str, float | None] = {}
        for name in (*_SHARES, *_NUMBERS, *_RATINGS):
            number = entered_number(self._lines[name].text(), self._context.decimal)
            if isinstance(number, Unreadable):
                self._lines[name].setFocus()
                return sentence(number.code, number.params, self._context.translate)
            found[name] = number
        ratings = self._ratings(found)
        if isinstance(ratings, str):
            return ratings
        answers: dict[str, Any] = {name: self._lines[name].text().strip() for name in _TEXTS}
        answers |= {name: found[name] for name in _NUMBERS}
        answers |= {name: _hundredth(found[name]) for name in _SHARES}
        answers["primary_share"] = answers["primary_share"] or 0.0
        return replace(draft, ratings=ratings, **answers)

    def _ratings(self, found: dict[str, float | None]) -> Ratings | str | None:
        scores = {name: found[name] for name in _RATINGS}
        told = {name: score for name, score in scores.items() if score is not None}
        if not told:
            return None
        if len(told) < len(scores):
            first = next(name for name in _RATINGS if name not in told)
            self._lines[first].setFocus()
            return self._context.translate("Enter all three ratings, or none of them.")
        return Ratings(**told)


def _hundredth(percent: float | None) -> float | None:
    return None if percent is None else percent / 100
