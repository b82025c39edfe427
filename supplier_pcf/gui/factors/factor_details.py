"""The birth certificate of a factor: all that a verifier asks of it, on one panel."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from supplier_pcf.app.choosing import FactorRow
from supplier_pcf.app.fitting import why
from supplier_pcf.domain.numbers import NOTHING
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.factors.factor_words import (
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
        self._shown: FactorRow | None = None
        self._build()

    def show_row(self, row: FactorRow | None) -> None:
        """Show this factor, or nothing; the labels are made once and say something else each time."""
        if row == self._shown:
            return
        self._shown = row
        if row is None:
            self._panel.hide()
            return
        _ = self._context.translate
        reasons = why(row.factor, row.reasons, self._site, _, place_title)
        self._say(self._title, f"{row.name}  ·  {self._value(row)}")
        self._say(self._why, "" if row.blocked else reasons)
        self._say(self._doubt, "\n".join(self._doubts(row)))
        for (name, words), (title, text) in zip(self._cells, self._pairs(row), strict=True):
            name.setText(title)
            words.setText(text or NOTHING)
        self._say(self._note_title, _("Note") if row.factor.note else "")
        self._say(self._note, row.factor.note)
        self._panel.show()
        self.verticalScrollBar().setValue(0)

    def _build(self) -> None:
        self._panel = QWidget()
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(SPACE)
        self._title, self._why, self._doubt = (
            _label(role) for role in ("strong", "quiet", "problem")
        )
        for each in (self._title, self._why, self._doubt):
            column.addWidget(each)
        column.addLayout(self._facts())
        column.addStretch()
        self._panel.hide()
        self.setWidget(self._panel)

    def _facts(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE // 2)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(3, 1)
        self._cells = [(_label("quiet", wrap=False), _label()) for _cell in range(2 * _ROWS)]
        for number, pair in enumerate(self._cells):
            for side, widget in enumerate(pair):
                grid.addWidget(widget, number % _ROWS, 2 * (number // _ROWS) + side)
        self._note_title, self._note = _label("quiet", wrap=False), _label()
        grid.addWidget(self._note_title, _ROWS, 0)
        grid.addWidget(self._note, _ROWS, 1, 1, 3)
        return grid

    @staticmethod
    def _say(label: QLabel, text: str) -> None:
        label.setText(text)
        label.setVisible(bool(text))

    def _value(self, row: FactorRow) -> str:
        return value_title(row.factor, self._context.language)

    def _doubts(self, row: FactorRow) -> list[str]:
        codes = [row.blocked] if row.blocked else list(row.warnings)
        params = {"factor": row.name, "name": self._flow_name}
        return [sentence(code, params, self._context.translate) for code in codes]

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


def _label(role: str = "", *, wrap: bool = True) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role:
        label.setProperty("role", role)
    return label
