"""Every factor to find, read, compare and choose, and where the study uses it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.fitting import gap_sentence
from supplier_pcf.app.library_view import Wanted, browse, choices, everything, uses
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.factors.compare_factors import CompareDialog
from supplier_pcf.gui.factors.library_filters import CategoryTree, LibraryFilters
from supplier_pcf.gui.factors.library_table import LibraryTable
from supplier_pcf.gui.factors.library_words import kind_title
from supplier_pcf.gui.factors.record_view import RecordView
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.words import sentence

WAIT_MS = 100
"""How long a pause in typing starts the search."""
_MOST_USES = 4
"""Rows of the list of uses before it scrolls."""
_SHORT = 28
_PLACE = Qt.ItemDataRole.UserRole


class LibraryBrowser(QDialog):
    """Categories on the left, factors in the middle, the full record on the right."""

    chosen = Signal(str)
    """The place of a row of the study the user wants to see."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        pick: Callable[[EmissionFactor], bool] | None = None,
    ) -> None:
        """With `pick` one factor is chosen, among those for which it holds."""
        super().__init__(parent)
        self._context, self._pick = context, pick
        self._aside: EmissionFactor | None = None
        self.setObjectName("factor-library")
        self.setWindowTitle(context.translate("Factor library"))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        open_at(self, 1260, 680)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.look)
        self._build()
        self.renew()
        self.search.setFocus()
        context.bridge.changed.connect(self._study_changed)
        self.finished.connect(lambda _r: context.bridge.changed.disconnect(self._study_changed))

    # what it looks like

    def _build(self) -> None:
        self.search = self._search_field()
        self.filters = LibraryFilters(self._context)
        self.filters.changed.connect(self.look)
        self.said = plain_label("library-said")
        self.problem = plain_label("library-problem", "problem")
        self.tree = CategoryTree(self._context)
        self.tree.chosen.connect(self.look)
        self.table = LibraryTable(self._context)
        self.table.selectionModel().currentRowChanged.connect(lambda _n, _b: self._show_record())
        self.table.rows.modelReset.connect(self._show_record)
        self.table.activated.connect(lambda _index: self._take())
        parts = QSplitter(Qt.Orientation.Horizontal)
        for part, width in ((self.tree, 176), (self._middle(), 682), (self._right(), 370)):
            parts.addWidget(part)
            parts.setStretchFactor(parts.count() - 1, 1 if width == 682 else 0)
        parts.setSizes([176, 682, 370])
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addLayout(self._top())
        column.addWidget(self.filters)
        column.addWidget(self.problem)
        column.addWidget(parts, 1)
        column.addLayout(self._foot())

    def _search_field(self) -> QLineEdit:
        _ = self._context.translate
        field = QLineEdit()
        field.setObjectName("library-search")
        field.setAccessibleName(_("Search the factors"))
        field.setPlaceholderText(
            _("Material, standard number or process: steel, 1.4301, PA66-GF30")
        )
        field.setClearButtonEnabled(True)
        field.textChanged.connect(lambda _text: self._timer.start())
        field.installEventFilter(self)
        return field

    def _top(self) -> QHBoxLayout:
        _ = self._context.translate
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.search, 1)
        self.reset = plain_button("library-reset", _("Show &all"), self._reset)
        row.addWidget(self.reset)
        return row

    def _middle(self) -> QWidget:
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.said)
        column.addWidget(self.table, 1)
        return half

    def _right(self) -> QWidget:
        self.record = RecordView(self._context)
        self.used = plain_label("library-used")
        self.uses = QListWidget()
        self.uses.setObjectName("library-uses")
        self.uses.setAccessibleName(self._context.translate("Rows of this study that use it"))
        self.uses.itemActivated.connect(self._go)
        self.go = plain_button("library-go", self._context.translate("&Go there"), self._go)
        half = QWidget()
        column = QVBoxLayout(half)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE // 2)
        column.addWidget(self.record, 1)
        row = QHBoxLayout()
        row.addWidget(self.used, 1)
        row.addWidget(self.go)
        column.addLayout(row)
        column.addWidget(self.uses)
        return half

    def _foot(self) -> QHBoxLayout:
        _ = self._context.translate
        self.set_aside = plain_button("library-aside", _("&Keep to compare"), self._set_aside)
        self.compare = plain_button("library-compare", "", self._compare)
        self.compare.hide()
        close = plain_button("library-close", _("&Close"), self.reject)
        self.take = plain_button("library-take", _("C&hoose"), self._take)
        self.take.setVisible(self._pick is not None)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.set_aside)
        row.addWidget(self.compare)
        for more in self._more_buttons():
            row.addWidget(more)
        row.addStretch()
        row.addWidget(self.take)
        row.addWidget(close)
        return row

    def _more_buttons(self) -> tuple[QPushButton, ...]:
        """What else can be done, between comparing and closing."""
        return ()

    # what is shown

    def renew(self) -> None:
        """Offer and show what the library holds now."""
        session, _ = self._context.session, self._context.translate
        damaged = session.personal_problem
        self.problem.setVisible(damaged is not None)
        if damaged is not None:
            self.problem.setText(sentence(damaged.code, damaged.params, _))
        self.filters.offer(choices(session))
        self.look()

    def look(self) -> None:
        """Show what is wanted now."""
        self._timer.stop()
        category, subcategory = self.tree.category()
        words = self.search.text()
        wanted = Wanted(words=words, category=category, subcategory=subcategory)
        shown = browse(self._context.session, self.filters.apply(wanted))
        self.tree.show_counts(shown)
        self.table.show_factors(shown.factors)
        _ = self._context.translate
        text = _("{count} of {total} factors").format(
            count=len(shown.factors), total=len(everything(self._context.session))
        )
        lacking = gap_sentence(words, self._context.language, _)
        self.said.setText(f"{text}. {lacking}" if lacking else text)

    def _reset(self) -> None:
        self.search.clear()
        self.filters.clear()
        self.tree.choose_all()
        self.search.setFocus()

    def _show_record(self) -> None:
        factor = self.table.current()
        self.record.show_factor(factor)
        self.set_aside.setEnabled(factor is not None)
        self.take.setEnabled(factor is not None and self._pick is not None and self._pick(factor))
        self._follow(factor)
        self._offer_compare()
        self._show_uses(factor)

    def _follow(self, factor: EmissionFactor | None) -> None:
        """Another factor is under the cursor."""

    def _show_uses(self, factor: EmissionFactor | None) -> None:
        _ = self._context.translate
        found = uses(self._context.study, factor.id) if factor else ()
        self.uses.clear()
        for use in found:
            item = QListWidgetItem(f"{kind_title(use.kind, _)}: {use.name}")
            item.setData(_PLACE, use.where)
            self.uses.addItem(item)
        self.uses.setCurrentRow(0)
        self.uses.setVisible(bool(found))
        self.go.setVisible(bool(found))
        line = self.uses.sizeHintForRow(0) if found else 0
        self.uses.setFixedHeight(line * min(len(found), _MOST_USES) + SPACE)
        text = _("Used in this study: {count}") if found else _("Not used in this study.")
        self.used.setText(text.format(count=len(found)) if factor else "")

    def _study_changed(self, _before: Study, _after: Study) -> None:
        self.renew()

    # what can be done

    def _take(self) -> None:
        """The factor under the cursor is the one."""
        if self.take.isEnabled():
            self.accept()

    def picked(self) -> EmissionFactor | None:
        """The factor that was chosen."""
        return self.table.current() if self.result() == QDialog.DialogCode.Accepted else None

    def show_factor(self, factor_id: str) -> None:
        """Show everything there is now, with the cursor on this factor."""
        self._reset()
        self.renew()
        self.table.go_to(factor_id)
        self.table.setFocus()

    def _go(self) -> None:
        item = self.uses.currentItem()
        if item is not None:
            place = str(item.data(_PLACE))
            self.accept()
            self.chosen.emit(place)

    def _set_aside(self) -> None:
        self._aside = self.table.current()
        self._offer_compare()
        self.table.setFocus()

    def _offer_compare(self) -> None:
        """Once one is kept, comparing waits for another one under the cursor."""
        current = self.table.current()
        self.compare.setVisible(self._aside is not None)
        if self._aside is None:
            return
        name = name_in(self._aside, self._context.language)
        short = name if len(name) <= _SHORT else f"{name[:_SHORT].rstrip()}…"
        text = self._context.translate("Co&mpare with “{name}”").format(
            name=short.replace("&", "&&")
        )
        self.compare.setText(text)
        self.compare.setToolTip(name)
        self.compare.setEnabled(current is not None and current.id != self._aside.id)

    def _compare(self) -> None:
        current = self.table.current()
        if self._aside is not None and current is not None:
            CompareDialog(self._context, (self._aside, current), self).exec()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field move in the table; Enter searches at once."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self._move(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                return self._entered()
        return super().eventFilter(watched, event)

    def _entered(self) -> bool:
        """Enter never takes what is not shown yet."""
        if self._timer.isActive():
            self.look()
        elif self._pick is not None:
            self._take()
        return True

    def _move(self, by: int) -> None:
        last = self.table.rows.rowCount() - 1
        if last >= 0:
            row = min(max(self.table.currentIndex().row() + by, 0), last)
            self.table.setCurrentIndex(self.table.rows.index(row, 0))


def pick_factor(
    context: Context, parent: QWidget, fits: Callable[[EmissionFactor], bool]
) -> EmissionFactor | None:
    """Let the user choose one factor of the library for which this holds."""
    dialog = LibraryBrowser(context, parent, pick=fits)
    dialog.exec()
    dialog.deleteLater()
    return dialog.picked()
