"""Where no factor fits a row: the ways out in order, each with what it does or why it is closed here."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.choosing import flow_of, need_of, own_factor_edit, put_own
from supplier_pcf.app.making import keep_made
from supplier_pcf.app.own_factors import add_own
from supplier_pcf.app.receiving import ReceivedFile
from supplier_pcf.app.ways_out import Way, WayOut, ways_out
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.words import sentence

_ACCEPTED = QDialog.DialogCode.Accepted
Translate = Callable[[str], str]


def _titles(_: Translate) -> dict[Way, str]:
    return {
        Way.ASK_SUPPLIER: _("&1  Ask the supplier…"),
        Way.OWN_FACTOR: _("&2  Own factor…"),
        Way.COMPOSITION: _("&3  Build it from its parts…"),
        Way.REBASE: _("&4  Exchange the electricity…"),
        Way.SPEND: _("&5  Count by money…"),
    }


class WaysOut(QScrollArea):
    """The five ways of one row; `done` tells that the row has a factor now."""

    done = Signal()

    def __init__(self, context: Context, flow_id: str) -> None:
        super().__init__()
        self._context, self._flow_id = context, flow_id
        self.for_all: Callable[[], bool] = lambda: False
        """Whether all rows of the material are meant."""
        self.setObjectName("ways-out")
        self.setAccessibleName(context.translate("Ways out where no factor fits"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_ways(self, words: str = "") -> None:
        """Show them for what was searched for, else for the row's own words."""
        session = self._context.session
        panel = QWidget()
        grid = QGridLayout(panel)
        grid.setContentsMargins(0, SPACE, SPACE, 0)
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(1, 1)
        ways = ways_out(self._context.study, self._flow_id, session.choice, words)
        for row, way in enumerate(ways):
            grid.addWidget(self._button(way), 2 * row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._said(way), 2 * row, 1)
        if ways and ways[0].is_open:
            grid.addWidget(self._take_button(), 1, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(self._take_said(), 1, 1)
        grid.setRowStretch(2 * len(ways), 1)
        self.setWidget(panel)

    def _button(self, way: WayOut) -> QPushButton:
        button = QPushButton(_titles(self._context.translate)[way.way])
        button.setObjectName(f"way-{way.way.value}")
        button.setAutoDefault(False)
        button.setEnabled(way.is_open)
        button.setStyleSheet("text-align: left; padding: 4px 10px;")
        button.clicked.connect(partial(self._go, way))
        return button

    def _take_button(self) -> QPushButton:
        """Beside asking the supplier: what he has answered."""
        button = QPushButton(self._context.translate("Supplier's file…"))
        button.setObjectName("way-received")
        button.setAutoDefault(False)
        button.setStyleSheet("text-align: left; padding: 4px 10px;")
        button.clicked.connect(self.take_file)
        return button

    def _take_said(self) -> QLabel:
        said = self._context.translate(
            "The supplier has sent a footprint as a file: look at what it says and take its figure."
        )
        label = QLabel(said)
        label.setWordWrap(True)
        return label

    def _said(self, way: WayOut) -> QLabel:
        label = QLabel(way.text(self._context.translate))
        label.setObjectName(f"way-{way.way.value}-said")
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        label.setWordWrap(True)
        label.setProperty("role", "" if way.is_open else "quiet")
        return label

    def _go(self, way: WayOut) -> None:
        does = {
            Way.ASK_SUPPLIER: self._ask,
            Way.OWN_FACTOR: lambda _way: self.enter_own(),
            Way.COMPOSITION: self._compose,
            Way.REBASE: self._rebase,
            Way.SPEND: self._count_money,
        }[way.way]
        try:
            does(way)
        except Refusal as refusal:
            ask.tell(self, sentence(refusal.code, refusal.params, self._context.translate))

    def _ask(self, _way: WayOut) -> None:
        from supplier_pcf.gui.factors.ask_supplier import AskSupplierDialog

        AskSupplierDialog(self._context, self._flow_id, self).exec()

    def enter_own(self) -> None:
        """Enter a factor; it goes into the personal library and, as a copy, into the study."""
        from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm

        session, flow = self._context.session, flow_of(self._context.study, self._flow_id)
        if flow is None:
            return
        form = OwnFactorForm(self._context, need_of(session, flow), self)
        if form.exec() != _ACCEPTED:
            return
        label = self._context.translate("Add an own factor")
        try:
            made = add_own(session.personal_file, form.draft, session.choice, form.layer)
        except Refusal as refusal:
            # The personal library is out of reach: the study keeps the factor alone.
            ask.tell(self, sentence(refusal.code, refusal.params, self._context.translate))
            study = own_factor_edit(
                self._context.study, self._flow_id, form.draft, for_all=self.for_all()
            )
            if isinstance(study, Study):
                self._context.edit(lambda _before: study, label)
                self.done.emit()
            return
        if made.factor is not None:
            self._put(made.factor, label)

    def take_file(self) -> None:
        """Look at a footprint that the supplier has sent, and put its figure on the row."""
        from supplier_pcf.gui.factors.received_file import choose_received

        self._take(choose_received(self._context, self))

    def take_dropped(self, path: Path) -> None:
        """The same with a file that was dropped."""
        from supplier_pcf.gui.factors.received_file import read_received

        self._take(read_received(self._context, path, self))

    def _take(self, file: ReceivedFile | None) -> None:
        from supplier_pcf.gui.factors.received_file import take_received

        for_all = self.for_all()
        if file and take_received(self._context, file, self._flow_id, self, for_all=for_all):
            self.done.emit()

    def _compose(self, way: WayOut) -> None:
        from supplier_pcf.gui.factors.compose_factor import CompositionDialog

        dialog = CompositionDialog(self._context, way.params.get("name", ""), self)
        if dialog.exec() == _ACCEPTED and dialog.made is not None:
            made = keep_made(self._context.session, dialog.made)
            self._put(made, self._context.translate("Add a composition"))

    def _rebase(self, way: WayOut) -> None:
        from supplier_pcf.gui.factors.rebase_factor import RebaseDialog

        grid = way.grids[0].id if way.grids else ""
        dialog = RebaseDialog(self._context, way.factors, grid, self)
        if dialog.exec() == _ACCEPTED and dialog.made is not None:
            made = keep_made(self._context.session, dialog.made)
            self._put(made, self._context.translate("Exchange the electricity inside a factor"))

    def _count_money(self, way: WayOut) -> None:
        from supplier_pcf.gui.factors.count_by_money import MoneyDialog

        dialog = MoneyDialog(self._context, self._flow_id, way.factors, self)
        if dialog.exec() == _ACCEPTED and dialog.study is not None:
            study = dialog.study
            self._context.edit(lambda _before: study, self._context.translate("Count by money"))
            self.done.emit()

    def _put(self, factor: EmissionFactor, label: str) -> None:
        """A copy into the study and on the row, as one step of undo."""
        flow_id, for_all = self._flow_id, self.for_all()
        self._context.edit(lambda study: put_own(study, flow_id, factor, for_all=for_all), label)
        self.done.emit()


class WaysOutDialog(QDialog):
    """The ways out of one row by themselves."""

    def __init__(self, context: Context, flow_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        flow = flow_of(context.study, flow_id)
        name = need_of(context.session, flow).name if flow else ""
        self.setObjectName("ways-out-dialog")
        self.setWindowTitle(_("No factor fits “{name}”").format(name=name))
        open_at(self, 820, 420)
        self.ways = WaysOut(context, flow_id)
        self.ways.done.connect(self.accept)
        self.ways.show_ways()
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(self.ways, 1)
        buttons = QDialogButtonBox()
        close = buttons.addButton(_("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.setObjectName("ways-out-close")
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
