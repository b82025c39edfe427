"""Choose the factor of a row: search, compare, read its birth certificate, choose."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSplitter,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.choosing import (
    FactorRow,
    choose_for_all,
    chosen_row,
    find_factors,
    flow_of,
    lying_near,
    named_same,
    need_of_role,
    suggest,
    takes_footprint,
    words_for,
)
from supplier_pcf.app.favoured import (
    BELONGING,
    SAME_SUPPLIER,
    favoured,
    lately,
    lately_file,
    remember,
)
from supplier_pcf.app.fitting import gap_sentence
from supplier_pcf.domain.edits import choose_factor as choose
from supplier_pcf.domain.flows import Flow
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.factors.dropped_file import DialogDrop
from supplier_pcf.gui.factors.factor_details import FactorDetails
from supplier_pcf.gui.factors.factor_narrow import FactorNarrow
from supplier_pcf.gui.factors.factor_table import NAME, SOURCE, FactorTableModel
from supplier_pcf.gui.factors.factor_words import value_title
from supplier_pcf.gui.factors.ways_out import WaysOut
from supplier_pcf.gui.widgets.dialog_parts import plain_button, show_plainly

_MOST_FOUND, _MOST_SHOWN = 400, 60
_MOST_NAMED = 6
"""Rows of the same material that are named; the others are counted."""
_WIDTHS = (255, 165, 125, 80, 208, 270)
_MOVES: dict[int, int] = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -8,
    Qt.Key.Key_PageDown: 8,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def choose_factor(
    context: Context,
    flow_id: str,
    parent: QWidget | None,
    role: Bound[str | None] | None = None,
) -> None:
    """Let the user choose the factor of this row; the edit is applied when he does.

    With a `role` it is another factor of the row, such as the one of its grid losses.
    """
    flow = flow_of(context.study, flow_id)
    if flow is None:
        return
    if role is not None:
        flow = replace(flow, factor_id=role.get(context.study))
    FactorPicker(context, flow, parent, role).exec()


class FactorPicker(QDialog):
    """A search field, the factors found with the reason of their place, and the details of one."""

    def __init__(
        self,
        context: Context,
        flow: Flow,
        parent: QWidget | None = None,
        role: Bound[str | None] | None = None,
    ) -> None:
        super().__init__(parent)
        self._context, self._flow, self._role = context, flow, role
        field = "" if role is None else role.name.rpartition("-")[2]
        self._need = need_of_role(context.session, flow, field)
        self._near = favoured(context.study, flow, context.session.choice, lately(lately_file()))
        self._rows: tuple[FactorRow, ...] = ()
        _ = context.translate
        self.setObjectName("factor-picker")
        self.setWindowTitle(_("Emission factor for “{name}”").format(name=self._need.name))
        open_at(self, 1240, 640)
        self.model = FactorTableModel(context, self._need.place)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)  # as soon as the keys that wait are taken in
        self._timer.timeout.connect(self._search)
        self._build()
        self._begin()

    def _build(self) -> None:
        self.search = self._search_field()
        self.narrow = FactorNarrow(self._context)
        self.narrow.changed.connect(lambda: self._show(self._rows, self.search.text()))
        self.table = self._table()
        self.details = FactorDetails(self._context, self._need.name, self._need.place)
        self.ways = WaysOut(self._context, self._flow.id)
        self.ways.done.connect(lambda: self.done(QDialog.DialogCode.Accepted))
        self.below = QStackedWidget()
        self.below.addWidget(self.details)
        self.below.addWidget(self.ways)
        self._said = QLabel()
        self._said.setObjectName("factor-said")
        self._said.setWordWrap(True)
        self._said.setProperty("role", "quiet")
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.addWidget(self.table)
        halves.addWidget(self.below)
        halves.setSizes([270, 270])
        halves.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addWidget(self._heading())
        column.addWidget(self.search)
        column.addLayout(self._narrowing())
        column.addWidget(self._said)
        column.addWidget(halves, 1)
        foot = self._foot()
        column.addWidget(self.which)
        column.addLayout(foot)

    def _heading(self) -> QLabel:
        _, flow = self._context.translate, self._flow
        now = chosen_row(self._context.session, flow, self._context.language)
        parts = [getattr(flow, "designation", ""), *([flow.supplier] if flow.supplier else [])]
        if now is not None:
            value = value_title(now.factor, self._context.language)
            parts.append(_("now: {factor}, {value}").format(factor=now.name, value=value))
        label = QLabel("  ·  ".join(part for part in parts if part))
        label.setObjectName("factor-now")
        label.setProperty("role", "quiet")
        label.setVisible(bool(label.text()))
        return label

    def _search_field(self) -> QLineEdit:
        _ = self._context.translate
        field = QLineEdit()
        field.setObjectName("factor-search")
        field.setAccessibleName(_("Search the factors"))
        field.setPlaceholderText(
            _("Material, standard number or process: steel, 1.4301, PA66-GF30")
        )
        field.setClearButtonEnabled(True)
        field.textEdited.connect(lambda _text: self._timer.start())
        field.textChanged.connect(lambda text: self._timer.start() if not text else None)
        field.installEventFilter(self)
        return field

    def _narrowing(self) -> QHBoxLayout:
        """What narrows the list, and what is done with the factors that are marked in it."""
        _ = self._context.translate
        self.mark = plain_button("factor-mark", _("Mar&k (F6)"), self._mark)
        self.mark.setToolTip(_("Mark this factor to compare it with others"))
        self.compare = plain_button("factor-compare", "", self._compare)
        self.model.marks_changed.connect(self._tell_marks)
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.narrow)
        row.addStretch()
        row.addWidget(self.mark)
        row.addWidget(self.compare)
        self._tell_marks()
        return row

    def _mark(self) -> None:
        self.model.mark(self.table.currentIndex().row())

    def _tell_marks(self) -> None:
        _, count = self._context.translate, len(self.model.marked)
        self.compare.setText(_("Co&mpare {count} marked (F7)…").format(count=count))
        self.compare.setEnabled(count > 1)
        self.compare.setToolTip("\n".join(row.name for row in self.model.marked.values()))

    def _compare(self) -> None:
        """The marked factors side by side."""
        from supplier_pcf.gui.factors.compare_factors import CompareDialog

        factors = [row.factor for row in self.model.marked.values()]
        if len(factors) > 1:
            CompareDialog(self._context, factors, self).exec()

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("factor-table")
        table.setAccessibleName(self._context.translate("Factors found"))
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(table, self.model, dict(enumerate(_WIDTHS, start=NAME)), SOURCE)
        table.selectionModel().currentRowChanged.connect(self._current_changed)
        table.doubleClicked.connect(lambda _index: self.accept())
        table.installEventFilter(self)
        return table

    def _foot(self) -> QHBoxLayout:
        _ = self._context.translate
        same = named_same(self._context.study, self._flow.id)
        count = len(same) + 1
        self.for_all = QCheckBox(
            _("&Use for all rows of this material ({count})").format(count=count)
        )
        self.for_all.setObjectName("factor-for-all")
        self.ways.for_all = self.for_all.isChecked
        self.for_all.setVisible(count > 1 and self._role is None)
        self.which = self._which(same)
        self.which.setVisible(not self.for_all.isHidden())
        self.for_all.setAccessibleDescription(self.which.text())
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.for_all)
        row.addStretch()
        self.nothing = plain_button("factor-ways", _("Nothing &fits"), self._show_ways)
        self.nothing.setCheckable(True)
        self.own = plain_button("factor-own", _("&Own factor…"), self.ways.enter_own)
        self.received = plain_button("factor-received", _("&Supplier's file…"), self.ways.take_file)
        self.none = plain_button("factor-none", _("&No factor"), self._none)
        self.cancel = plain_button("factor-cancel", _("Cancel"), self.reject)
        self.choose = plain_button("factor-choose", _("&Choose"), self.accept)
        self.choose.setDefault(True)
        for button in (self.nothing, self.own):
            button.setVisible(self._role is None)
        fits = self._role is None and takes_footprint(self._need)
        self.received.setVisible(fits)
        if fits:
            DialogDrop(self, self.ways.take_dropped)
        for button in (self.nothing, self.received, self.own, self.none, self.cancel, self.choose):
            row.addWidget(button)
        return row

    def _which(self, same: tuple[str, ...]) -> QLabel:
        """The other rows of the material by number and name."""
        _, more = self._context.translate, len(same) - _MOST_NAMED
        text = _("Rows of this material besides this one: {rows}")
        if more > 0:
            text = _("Rows of this material besides this one: {rows} and {count} more")
        label = QLabel(text.format(rows=", ".join(same[:_MOST_NAMED]), count=more))
        label.setObjectName("factor-same-rows")
        label.setProperty("role", "quiet")
        label.setWordWrap(True)
        label.setToolTip("\n".join(same))
        return label

    def _begin(self) -> None:
        """Search for the row's own words; where they find nothing, what comes near."""
        session, language = self._context.session, self._context.language
        words = words_for(session, self._flow)
        self.search.setText(words)
        self.search.selectAll()
        self._timer.stop()
        found = self._found(words) or suggest(session, self._flow, language)
        reasons = (SAME_SUPPLIER,) if found else BELONGING
        own = lying_near(session, self._need, self._near, reasons, language=language)
        known = {row.id for row in own}
        self._offer((*own, *(row for row in found if row.id not in known)))
        self._show(self._rows, words, at=self._flow.factor_id)
        self.search.setFocus()

    def _search(self) -> None:
        words = self.search.text()
        self._offer(self._found(words))
        self._show(self._rows, words)

    def _offer(self, rows: tuple[FactorRow, ...]) -> None:
        self._rows = rows
        self.narrow.offer(rows)

    def _found(self, words: str) -> tuple[FactorRow, ...]:
        session, language = self._context.session, self._context.language
        return find_factors(
            session, words, self._need, language=language, limit=_MOST_FOUND, near=self._near
        )

    def _show(self, rows: tuple[FactorRow, ...], words: str, at: str | None = None) -> None:
        """Show what was found, with the cursor on this factor or else on the best one."""
        is_narrow, all_of_it = self.narrow.is_narrow, rows
        rows = tuple(row for row in rows if self.narrow.admits(row))[:_MOST_SHOWN]
        self.model.show_rows(rows)
        _ = self._context.translate
        usable = sum(not row.blocked for row in rows)
        if is_narrow and all_of_it and not usable:
            text = _("None of those found is of this place, year and set. Set them to “any”.")
        elif not rows:
            text = _(
                "No factor says “{words}”. Try one plain word, such as steel, PP or rubber, "
                "or enter the supplier's figure as your own factor."
            )
        elif not usable:
            text = _(
                "None of these may be used for this row; each says why. "
                "Try a plainer word, such as steel, PP or rubber."
            )
        elif all(row.reasons and row.reasons[0] in BELONGING for row in rows):
            text = _("What this row, its material or its supplier has already: {count}.")
        else:
            text = _("Found: {count}. The best fit stands first.")
        lacking = gap_sentence(words, self._context.language, _)
        said = text.format(words=words.strip(), count=usable)
        self._said.setText(f"{lacking} {said}" if lacking and usable else lacking or said)
        self.nothing.setChecked(not usable and not is_narrow and self._role is None)
        self._show_ways()
        number = self.model.number_of(at)
        if number >= 0:
            self.table.setCurrentIndex(self.model.index(number, NAME))
        else:
            self._show_details(None)

    def _show_ways(self) -> None:
        """The ways out in place of the details, where nothing fits or the user says so."""
        wanted = self.nothing.isChecked()
        if wanted:
            self.ways.show_ways(self.search.text())
        self.below.setCurrentWidget(self.ways if wanted else self.details)

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self._show_details(self.model.row(current.row()))

    def _show_details(self, row: FactorRow | None) -> None:
        self.details.show_row(row)
        self.choose.setEnabled(row is not None and not row.blocked)

    def current(self) -> FactorRow | None:
        """The factor the cursor is on."""
        return self.model.row(self.table.currentIndex().row())

    def accept(self) -> None:
        """Put the factor under the cursor on the row, or on all rows of its material."""
        row = self.current()
        if row is not None and not row.blocked:
            self._put(row.id, self._context.translate("Choose the factor"))
            remember(lately_file(), row.id)
            super().accept()

    def _none(self) -> None:
        self._put(None, self._context.translate("Take the factor away"))
        super().accept()

    def _put(self, factor_id: str | None, label: str) -> None:
        flow_id, put = self._flow.id, choose_for_all if self.for_all.isChecked() else choose

        role = self._role

        def change(study: Study) -> Study:
            return role.put(study, factor_id) if role else put(study, flow_id, factor_id)

        self._context.edit(change, label)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows in the search field move in the table; Enter never chooses what is not shown yet."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.search and event.key() in _MOVES:
                self._move(_MOVES[event.key()])
                return True
            if event.key() in _ENTER:
                return self._entered()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {Qt.Key.Key_F6: self._mark, Qt.Key.Key_F7: self._compare}.get(Qt.Key(event.key()))
        act() if act else super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        last = self.model.rowCount() - 1
        if last >= 0:
            row = min(max(self.table.currentIndex().row() + by, 0), last)
            self.table.setCurrentIndex(self.model.index(row, NAME))

    def _entered(self) -> bool:
        if self._timer.isActive():
            self._timer.stop()
            self._search()
        else:
            self.accept()
        return True
