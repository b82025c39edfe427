"""The birth certificate of a factor: all that a verifier asks of it, on one panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from supplier_pcf.app.choosing import FactorRow
from supplier_pcf.app.fitting import why
from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.page import SPACE
from supplier_pcf.gui.widgets.factor_words import (
    boundary_title,
    gwp_title,
    layer_title,
    scrap_title,
    spread_title,
    value_title,
    years_title,
)
from supplier_pcf.gui.widgets.place_words import place_title
from supplier_pcf.words import sentence

_ROWS = 5
"""Facts under each other before the second column begins."""


class FactorDetails(QScrollArea):
    """What one factor says about itself; what speaks against it stands first."""

    def __init__(self, context: Context, flow_name: str, site: str) -> None:
        super().__init__()
        self._context, self._flow_name, self._site = context, flow_name, site
        self.setObjectName("factor-details")
        self.setAccessibleName(context.translate("What this factor says about itself"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_row(self, row: FactorRow | None) -> None:
        """Show this factor, or nothing."""
        panel = QWidget()
        column = QVBoxLayout(panel)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE)
        if row is not None:
            column.addWidget(_label(f"{row.name}  ·  {self._value(row)}", "strong"))
            reasons = why(row.factor, row.reasons, self._site, self._context.translate, place_title)
            if reasons and not row.blocked:
                column.addWidget(_label(reasons, "quiet"))
            for text in self._doubts(row):
                column.addWidget(_label(text, "problem"))
            column.addLayout(self._facts(row))
        column.addStretch()
        self.setWidget(panel)

    def _value(self, row: FactorRow) -> str:
        return value_title(row.factor, self._context.language)

    def _doubts(self, row: FactorRow) -> list[str]:
        codes = [row.blocked] if row.blocked else list(row.warnings)
        params = {"factor": row.name, "name": self._flow_name}
        return [sentence(code, params, self._context.translate) for code in codes]

    def _facts(self, row: FactorRow) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        for number, (title, text) in enumerate(self._pairs(row)):
            at, side = number % _ROWS, 2 * (number // _ROWS)
            grid.addWidget(_label(title, "quiet", wrap=False), at, side)
            grid.addWidget(_label(text or NOTHING), at, side + 1)
        if row.factor.note:
            grid.addWidget(_label(self._context.translate("Note"), "quiet", wrap=False), _ROWS, 0)
            grid.addWidget(_label(row.factor.note), _ROWS, 1, 1, 3)
        return grid

    def _pairs(self, row: FactorRow) -> list[tuple[str, str]]:
        _, factor = self._context.translate, row.factor
        document = ", ".join(p for p in (factor.document, factor.edition, factor.table) if p)
        place = f"{place_title(factor.place, _)}, {years_title(factor)}"
        forming = _("yes") if factor.includes_forming else _("no")
        layer = layer_title(factor.layer, _)
        return [
            (_("Publisher"), factor.publisher),
            (_("Document"), document),
            (_("Licence"), f"{factor.licence} ({layer})" if factor.licence else layer),
            (_("Place and years"), place),
            (_("Technology"), factor.technology),
            (_("Covers"), boundary_title(factor.boundary, _)),
            (_("Global warming potentials"), gwp_title(factor.gwp_set, _)),
            (_("Scrap"), scrap_title(factor.scrap_convention, _)),
            (_("Forming included"), forming),
            (_("Spread"), spread_title(factor, self._context.language, _)),
        ]


def _label(text: str, role: str = "", *, wrap: bool = True) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label
