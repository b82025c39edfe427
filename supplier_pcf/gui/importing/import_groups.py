"""The materials of a table in groups: choose one factor for all rows of a material at once."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QTableView, QVBoxLayout, QWidget

from supplier_pcf.app.choosing import library_with_own
from supplier_pcf.app.import_groups import GroupKey, GroupState, MaterialGroup, material_groups
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.flows import Material
from supplier_pcf.domain.numbers import significant
from supplier_pcf.domain.study import Study
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.factors.factor_words import value_title
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label, show_plainly
from supplier_pcf.gui.widgets.titled_model import TextModel

MATERIAL, ROWS, MASS, STATE, FACTOR = range(5)


class ImportGroups(QWidget):
    """Material, rows, mass and factor of each group; nothing is in the study before the import."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.chosen: dict[GroupKey, str | None] = {}
        """The factor of each group the user settled."""
        self.groups: tuple[MaterialGroup, ...] = ()
        self._rows: tuple[Material, ...] = ()
        _ = context.translate
        titles = (_("Material"), _("Rows"), _("Net mass, kg"), _("State"), _("Factor"))
        self.model = TextModel(titles, right={ROWS, MASS})
        self.table = QTableView()
        self.table.setObjectName("import-groups")
        self.table.setAccessibleName(_("Materials and their factors"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        show_plainly(self.table, self.model, dict(enumerate((250, 60, 110, 130))), FACTOR)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer())
        self.table.doubleClicked.connect(lambda _index: self._choose())
        self._build()

    def _build(self) -> None:
        _ = self._context.translate
        self.said = plain_label("import-groups-said")
        self.choose = plain_button("import-choose-factor", _("&Choose factor…"), self._choose)
        self.confirm = plain_button("import-take-proposal", _("Take the &proposal"), self._confirm)
        self.confirm_all = plain_button(
            "import-take-proposals", _("Take &all proposals"), self._confirm_all
        )
        foot = QHBoxLayout()
        foot.setSpacing(SPACE)
        for button in (self.choose, self.confirm, self.confirm_all):
            foot.addWidget(button)
        foot.addWidget(self.said, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, SPACE, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def show_groups(self, rows: tuple[Material, ...]) -> None:
        """Show the groups of a table's rows as they would stand in the study; choices stay."""
        self._rows = rows
        self._show()

    def begin_anew(self) -> None:
        """Another table comes."""
        self.chosen.clear()

    def _show(self) -> None:
        at = self.table.currentIndex().row()
        self.groups = material_groups(self._rows, self.chosen)
        self.model.show_rows([self._texts(group) for group in self.groups])
        if self.groups:
            self.table.setCurrentIndex(self.model.index(at if at >= 0 else self._first_open(), 0))
        self._say()
        self._offer()

    def _first_open(self) -> int:
        waiting = (n for n, g in enumerate(self.groups) if g.state is GroupState.OPEN)
        return next(waiting, 0)

    def _texts(self, group: MaterialGroup) -> tuple[str, ...]:
        _, language = self._context.translate, self._context.language
        factor = library_with_own(self._context.session).get(group.factor_id or "")
        told = (
            ""
            if factor is None
            else f"{name_in(factor, language)}, {value_title(factor, language)}"
        )
        states = {
            GroupState.OPEN: _("! to choose"),
            GroupState.PROPOSED: _("proposed"),
            GroupState.CHOSEN: _("✓ chosen"),
            GroupState.MIXED: _("several"),
        }
        return (
            group.name, str(group.rows), significant(group.kg, language), states[group.state], told,
        )  # fmt: skip

    def count(self, state: GroupState) -> int:
        """How many groups are in this state."""
        return sum(group.state is state for group in self.groups)

    def _say(self) -> None:
        _ = self._context.translate
        told = _("Without a factor: {open}, proposed: {proposed}. You can also choose later.")
        open_groups, proposed = self.count(GroupState.OPEN), self.count(GroupState.PROPOSED)
        self.said.setText(told.format(open=open_groups, proposed=proposed))

    def current(self) -> MaterialGroup | None:
        """The group the cursor is on."""
        at = self.table.currentIndex().row()
        return self.groups[at] if 0 <= at < len(self.groups) else None

    def _offer(self) -> None:
        group = self.current()
        self.choose.setEnabled(group is not None)
        self.confirm.setEnabled(group is not None and group.state is GroupState.PROPOSED)
        self.confirm_all.setEnabled(self.count(GroupState.PROPOSED) > 0)

    def _choose(self) -> None:
        """Open the picker for the group; what is chosen there is kept here until the import."""
        from supplier_pcf.gui.factors.factor_picker import FactorPicker

        group = self.current()
        if group is None:
            return

        def keep(study: Study, factor_id: str | None) -> Study:
            self.chosen[group.key] = factor_id
            return study

        role: Bound[str | None] = Bound(
            name="import-group-factor_id", get=lambda _study: group.factor_id, put=keep, label=""
        )
        picker = FactorPicker(self._context, group.first, self, role)
        picker.exec()
        picker.deleteLater()
        self._settle()

    def _confirm(self) -> None:
        group = self.current()
        if group is not None and group.state is GroupState.PROPOSED:
            self.chosen[group.key] = group.factor_id
            self._settle()

    def _confirm_all(self) -> None:
        for group in self.groups:
            if group.state is GroupState.PROPOSED:
                self.chosen[group.key] = group.factor_id
        self._settle()

    def _settle(self) -> None:
        self._show()
        self.changed.emit()
