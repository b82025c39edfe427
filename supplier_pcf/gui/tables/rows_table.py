"""A table like Excel for rows of the study: typing, copy, paste, fill, find, each edit one step of undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.base.worked_in import WISHES
from supplier_pcf.gui.tables import cell_block, table_paste
from supplier_pcf.gui.tables.cell_block import Block
from supplier_pcf.gui.tables.cells import Column, value_in_full
from supplier_pcf.gui.tables.clipboard_block import block_on, put_on_clipboard
from supplier_pcf.gui.tables.flow_table_model import FlowTableModel
from supplier_pcf.gui.tables.flow_table_view import FlowTableView
from supplier_pcf.gui.tables.table_fill import TableFill
from supplier_pcf.gui.tables.table_finder import TableFinder
from supplier_pcf.gui.tables.table_names import table_name
from supplier_pcf.gui.tables.table_rows import Rows, brought, shifted, with_new_rows

__all__ = ["Rows", "RowsTable"]


class RowsTable(QWidget):
    """The rows with Excel's keys; buttons where rows can come and go, sentences under them."""

    selected = Signal(str)
    """Id of the current row, or an empty text."""

    def __init__(
        self,
        context: Context,
        rows: Rows,
        columns: Sequence[Column],
        words: tuple[str, str, str] = ("", "", ""),
    ) -> None:
        """`words` are the texts of Add, of Remove, and of the empty table."""
        super().__init__()
        self.context, self.source, self.kind = context, rows, rows.name
        # an attribute: Qt for Python stumbles over a method of this name
        self._ = context.translate
        self.model = FlowTableModel(context, rows, columns, self)
        self.problem = self._label("problem")
        self.order = self._label("quiet", "order")
        self.view = FlowTableView(self.model, words[2])
        self.view.setObjectName(f"{rows.name}-table")
        self.view.setAccessibleName(table_name(rows.name, self._) or words[2])
        self.finder = TableFinder(context, self.model, self.view)
        self.fill = TableFill(self)
        self.bar = QHBoxLayout()
        """The row of buttons; a page may insert its own."""
        self._buttons: dict[str, QPushButton] = {}
        self._put_together(words)
        names = [name for _words, name, _keys in self._entries()]
        self.view.setProperty(WISHES, [*names, "select-all"])
        self._connect()
        self._enable()

    def _label(self, role: str, name: str = "") -> QLabel:
        label = QLabel()
        label.setObjectName(f"{self.kind}-{name or role}")
        label.setProperty("role", role)
        label.setWordWrap(True)
        label.hide()
        return label

    def _put_together(self, words: tuple[str, str, str]) -> None:
        self.bar.setSpacing(SPACE)
        self._add_buttons(words)
        self.bar.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(self.bar)
        column.addWidget(self.finder)
        column.addWidget(self.view, 1)
        column.addWidget(self.order)
        column.addWidget(self.problem)

    def _add_buttons(self, words: tuple[str, str, str]) -> None:
        self._button("add", words[0], self.add_row)
        self._button("remove", words[1], self.remove_rows)

    def _button(self, name: str, words: str, pressed: Callable[[], None], keys: str = "") -> None:
        if not words:
            return
        button = QPushButton(words)
        button.setObjectName(f"{self.kind}-{name}")
        button.setAccessibleName(words.replace("&", ""))
        button.setToolTip(keys)
        button.setAutoDefault(False)
        button.clicked.connect(pressed)
        self._buttons[name] = button
        self.bar.addWidget(button)

    def _connect(self) -> None:
        view = self.view
        view.row_selected.connect(self.selected)
        view.asked.connect(lambda name: self.does()[name]())
        view.move_asked.connect(self.move_rows)
        view.row_dragged.connect(self._dragged)
        view.menu_asked.connect(self._menu)
        view.selectionModel().selectionChanged.connect(self._enable)
        self.model.modelReset.connect(self._enable)
        self.model.problem_changed.connect(lambda: self._say(self.model.problem()))
        self.model.order_changed.connect(self._tell_order)

    def does(self) -> dict[str, Callable[[], None]]:
        """What each wish of the view and of the Edit menu does."""
        return {
            "copy": self.copy,
            "copy-headings": lambda: self.copy(headings=True),
            "cut": self.cut,
            "paste": self.paste,
            "clear": self.clear,
            "fill-down": self.fill.down,
            "insert-row": self.insert_rows,
            "delete-row": self.remove_rows,
            "select-all": self.view.selectAll,
            "find": self.finder.open,
            "find-next": self.finder.go_on,
            "find-previous": self.finder.go_back,
            "restore": self.restore_order,
        }

    # rows

    def current_id(self) -> str:
        """The id of the current row; empty where there is none."""
        return self.model.id_at(self.view.currentIndex().row())

    def select(self, row_id: str, key: str = "") -> None:
        """Go to a row, and to one of its columns; a row that was not picked out is shown again."""
        if self.model.row_of(row_id) < 0 and self.model.number_of(row_id):
            self.restore_order()
        row, column = self.model.row_of(row_id), self.model.column_of(key)
        if row < 0:
            self._buttons.get("add", self.view).setFocus()
            return
        if column >= 0:
            self.view.setColumnHidden(column, False)
        self.view.go(self.model.index(row, column if column >= 0 else self._first_editable()))
        self.view.setFocus()

    def add_row(self) -> None:
        """A new row at the end, ready to be typed into."""
        self._add(1, "", self._("Add a row"))

    def insert_rows(self) -> None:
        """As many new rows as are selected, above them; at the end where the order is given."""
        ids = self._selected_ids()
        self._add(max(len(ids), 1), ids[0] if ids else "", self._("Insert rows"))

    def _add(self, count: int, before: str, label: str) -> None:
        if self.source.add is None:
            return
        known = frozenset(self.source.ids(self.context.study))
        self.context.edit(lambda s: with_new_rows(s, self.source, count, before), label)
        new = [i for i in self.source.ids(self.context.study) if i not in known]
        if new:
            self.select(new[0])

    def remove_rows(self) -> None:
        """Take out the rows of the selection; undo brings them back."""
        ids, remove = self._selected_ids(), self.source.remove
        if not ids or remove is None:
            return
        at = self.view.currentIndex()
        row, column = at.row(), at.column()
        self.context.edit(lambda study: remove(study, ids), self._("Remove rows"))
        left = self.model.index(min(row, self.model.rowCount() - 1), column)
        self.view.go(left)

    def move_rows(self, by: int) -> None:
        """Move the rows of the selection one up (-1) or down (1)."""
        chosen = frozenset(self._selected_ids())
        label = self._("Move rows up") if by < 0 else self._("Move rows down")
        self._reorder(lambda ids: shifted(ids, chosen, by), label)
        self.view.scrollTo(self.view.currentIndex())

    def _dragged(self, row: int, to: int) -> None:
        """A row was dragged by its number; where it is selected, the selection comes along."""
        dragged = self.model.id_at(row)
        chosen = frozenset(self._selected_ids())
        chosen = chosen if dragged in chosen else frozenset([dragged])
        ids = self.source.ids(self.context.study)
        above = ids[: to + 1] if to > row else ids[:to]
        place = len([row_id for row_id in above if row_id not in chosen])
        self._reorder(lambda ids: brought(ids, chosen, place), self._("Move rows"))

    def _reorder(self, change: Callable[[list[str]], list[str]], label: str) -> None:
        reorder = self.source.reorder
        if reorder is None:
            return
        if not self.model.order.is_plain:
            self._say(
                self._("Rows can be moved in the study's order only. Press Esc, then move them.")
            )
            return
        self.context.edit(lambda s: reorder(s, change(self.source.ids(s))), label)

    def restore_order(self) -> None:
        """All rows in the study's order."""
        current, at = self.current_id(), self.view.currentIndex().column()
        self.finder.close_it()
        self.model.show_only("")
        self.view.sortByColumn(-1, self.view.horizontalHeader().sortIndicatorOrder())
        self.model.sort(-1)
        if current and self.current_id() != current:
            self.view.go(self.model.index(self.model.row_of(current), at))

    def _tell_order(self) -> None:
        """Say why the rows stand otherwise than in the study."""
        order, model = self.model.order, self.model
        told = []
        if order.sorted_by:
            title = model.columns[model.column_of(order.sorted_by)].title
            words = self._("Sorted by {column}. Esc restores the study's order.")
            told.append(words.format(column=title or self._("Counted")))
        if order.words:
            words = self._("Rows with “{words}”: {shown} of {all}. Esc shows all.")
            numbers = {"shown": model.rowCount(), "all": len(self.source.get(self.context.study))}
            told.append(words.format(words=order.words, **numbers))
        self.order.setText(" ".join(told))
        self.order.setVisible(bool(told))
        self.view.let_rows_be_dragged(order.is_plain and self.source.reorder is not None)
        self._say(model.problem())

    # the clipboard

    def copy(self, *, headings: bool = False) -> None:
        """The selected block to the clipboard, as Excel takes it; with its headings if asked."""
        rows, columns = self.block()
        if not rows or not self.is_whole():
            return
        block = self._texts(rows, columns, cell_block.cell_for_excel)
        exact = None if headings else self._texts(rows, columns, value_in_full)
        if headings:
            block = [[cell_block.heading_for_excel(c, self._) for c in columns], *block]
        put_on_clipboard(block, exact)

    def _texts(
        self, rows: Sequence[int], columns: Sequence[Column], text: Callable[..., str]
    ) -> Block:
        return [
            [text(column, self.model.row_at(row), self.context) for column in columns]
            for row in rows
        ]

    def cut(self) -> None:
        """To the clipboard, and out of the cells."""
        rows, _columns = self.block()
        if rows and self.is_whole():
            self.copy()
            self._empty(self._("Cut cells"))

    def paste(self) -> None:
        """The clipboard's block from the current cell on; one cell fills the whole selection."""
        block, is_own = block_on(QGuiApplication.clipboard().mimeData())
        rows, columns = self.block()
        if not block:
            self._say(self._("There is no text on the clipboard that could be pasted."))
        if not block or not (rows or self.source.add):
            return
        if self.source.add is None and len(block) == 1 and self._is_last(columns):
            block = [[text] for text in block[0]]
        is_one = len(block) == len(block[0]) == 1 and bool(rows)
        if is_one and not self.is_whole():
            return
        if is_one:
            block = [block[0] * len(columns) for _row in rows]
        self._put(block, self.context.decimal if is_own else "", rows if is_one else [])

    def _is_last(self, columns: Sequence[Column]) -> bool:
        """Whether nothing to be filled stands right of them: values in a row belong below."""
        at = self.model.column_of(columns[0].key)
        return not any(c.is_editable for c in self.model.columns[at + 1 :])

    def clear(self) -> None:
        """Whole rows go where rows can; of a block of cells only the content."""
        if self.source.remove is not None and self.view.whole_rows_selected():
            self.remove_rows()
        else:
            self._empty(self._("Clear cells"))

    def _empty(self, label: str) -> None:
        """Take the content out of the selected cells, wherever they stand."""
        cells = [
            (index.row(), self.model.columns[index.column()])
            for index in self.view.selectionModel().selectedIndexes()
        ]
        study = self.context.study
        emptied = table_paste.emptied(cells, self.model.row_at, self.context)
        done = self.source.put(study, list(emptied.rows.values()))
        self.context.edit(lambda _study: done, label)
        self.model.take_pasted(emptied.cells, study, self.context.study)
        self._say(self.model.problem())

    def _put(self, block: Block, decimal: str, only: Sequence[int]) -> None:
        """A pasted block, from the first selected row on or into `only` these."""
        rows, columns = self.block()
        first = self.model.column_of(columns[0].key) if columns else self._first_editable()
        from_row = rows[0] if rows else self.model.rowCount()
        target = table_paste.Target(
            rows=self.source,
            columns=self._shown_columns(first, len(self.model.columns) - 1),
            ids=[self.model.id_at(r) for r in only or range(from_row, self.model.rowCount())],
            decimal=decimal,
        )
        pasted = table_paste.paste(self.context.study, block, target, self.context)
        self.take(pasted, self._("Paste cells"))

    def take(self, pasted: table_paste.Pasted, label: str) -> None:
        """One step of undo for a block; what of it was not taken is said."""
        study = self.context.study
        self.context.edit(lambda _study: pasted.study, label)
        self.model.take_pasted(pasted.cells, study, self.context.study)
        self._say(table_paste.not_taken(pasted, self.context, self.model.problem()))

    # the menu

    def _menu(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(self.view.viewport().mapToGlobal(at))
        menu.deleteLater()

    def menu(self) -> QMenu:
        """What can be done with the selection."""
        menu = QMenu(self)
        for words, name, keys in self._entries():
            held = QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
            action = menu.addAction(f"{words}\t{held}")
            action.setObjectName(f"do-{name}")
            action.triggered.connect(self.does()[name])
        return menu

    def _entries(self) -> list[tuple[str, str, str]]:
        """Words, wish and keys of what every table can do."""
        _ = self._
        entries = [
            (_("Cut"), "cut", "Ctrl+X"),
            (_("Copy"), "copy", "Ctrl+C"),
            (_("Copy with headings"), "copy-headings", "Ctrl+Shift+C"),
            (_("Paste"), "paste", "Ctrl+V"),
            (_("Fill down"), "fill-down", "Ctrl+D"),
            (_("Find"), "find", "Ctrl+F"),
        ]
        if self.source.add is not None:
            entries.append((_("Insert row above"), "insert-row", "Ctrl++"))
        if self.source.remove is not None:
            entries.append((_("Delete rows"), "delete-row", "Ctrl+-"))
        return entries

    # inside

    def _first_editable(self) -> int:
        return next((i for i, c in enumerate(self.model.columns) if c.is_editable), 0)

    def _shown_columns(self, first: int, last: int) -> list[Column]:
        places = range(first, last + 1)
        return [self.model.columns[i] for i in places if not self.view.isColumnHidden(i)]

    def block(self) -> tuple[list[int], list[Column]]:
        """The rows of the selection and the columns it reaches over; the current cell where there is none."""
        picked = self.view.ranges()
        if not picked:
            current = self.view.currentIndex()
            if not current.isValid():
                return [], []
            return [current.row()], [self.model.columns[current.column()]]
        rows = {row for r in picked for row in range(r.top(), r.bottom() + 1)}
        left, right = min(r.left() for r in picked), max(r.right() for r in picked)
        return sorted(rows), self._shown_columns(left, right)

    def is_whole(self) -> bool:
        """Whether all rows of the selection have the same columns; else it is said."""
        if not self.view.is_one_block():
            self._say(self._("The selection is in pieces. Select the same columns in all rows."))
        return self.view.is_one_block()

    def _selected_ids(self) -> list[str]:
        rows = {row for r in self.view.ranges() for row in range(r.top(), r.bottom() + 1)}
        return [self.model.id_at(row) for row in sorted(rows)]

    def _enable(self) -> None:
        """There is something to remove and to move once a cell is selected."""
        some = bool(self.view.selectionModel().hasSelection())
        for name, button in self._buttons.items():
            button.setEnabled(some or name == "add")

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
