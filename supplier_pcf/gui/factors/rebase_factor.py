"""Re-basing: exchange the electricity inside a factor, with the sum shown before anything is kept."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.making import can_be_rebased, grids, rebase
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.factors.factor_words import value_title
from supplier_pcf.gui.factors.recipe_words import recipe_table
from supplier_pcf.gui.widgets.dialog_parts import take_or_cancel
from supplier_pcf.gui.widgets.place_words import place_title
from supplier_pcf.words import sentence

_LETTERS = 60


class RebaseDialog(QDialog):
    """Which factor, which grid instead; `made` is what came of it."""

    def __init__(
        self,
        context: Context,
        factors: Sequence[EmissionFactor],
        chosen_grid: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context = context
        self.made: EmissionFactor | None = None
        self.setObjectName("rebase-factor")
        self.setWindowTitle(_("Exchange the electricity inside a factor"))
        open_at(self, 820, 460)
        ready = [f for f in factors if can_be_rebased(f, context.session.choice)]
        self.factor = self._choice("rebase-factor-choice", _("&Factor"), [*map(self._named, ready)])
        electricity = [(self._of_grid(g), g.id) for g in grids(context.session, context.language)]
        self.grid = self._choice("rebase-grid", _("&Electricity instead"), electricity)
        self.grid.setCurrentIndex(max(self.grid.findData(chosen_grid), 0))
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        form.addRow(_("&Factor"), self.factor)
        form.addRow(_("&Electricity instead"), self.grid)
        self.sum = QTextBrowser()
        self.sum.setObjectName("rebase-sum")
        self.sum.setAccessibleName(_("How the new figure is worked out"))
        self.sum.setTabChangesFocus(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addLayout(form)
        column.addWidget(self.sum, 1)
        column.addWidget(self._buttons())
        for box in (self.factor, self.grid):
            box.currentIndexChanged.connect(lambda _index: self._work_out())
        self._work_out()

    def _choice(self, name: str, title: str, rows: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        box.setAccessibleName(title.replace("&", ""))
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(_LETTERS)
        for words, value in rows:
            box.addItem(words, value)
        return box

    def _named(self, factor: EmissionFactor) -> tuple[str, str]:
        language = self._context.language
        return f"{name_in(factor, language)}  ·  {value_title(factor, language)}", factor.id

    def _of_grid(self, grid: EmissionFactor) -> str:
        place = place_title(grid.place, self._context.translate)
        return f"{place}  ·  {self._named(grid)[0]}"

    def _buttons(self) -> QDialogButtonBox:
        _ = self._context.translate
        buttons, self.keep = take_or_cancel(self, _, "rebase", _("&Keep"), "keep")
        return buttons

    def _work_out(self) -> None:
        _ = self._context.translate
        done = rebase(
            self._context.session, self.factor.currentData() or "", self.grid.currentData() or ""
        )
        self.made = done.factor
        said = "".join(
            f"<p>{escape(sentence(found.code, found.params, _))}</p>" for found in done.findings
        )
        table = recipe_table(done.factor, self._context) if done.factor else ""
        self.sum.setHtml(table + said)
        self.keep.setEnabled(done.factor is not None)
