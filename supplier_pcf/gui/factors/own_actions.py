"""What can be done with own factors from the library: new, change, build, exchange, tables, remove."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton

from supplier_pcf.app.making import can_be_rebased, keep_copy_of, keep_made, taken_ids
from supplier_pcf.app.own_factors import add_own, edit_own, export_own, import_own, remove_own
from supplier_pcf.domain.factor import EmissionFactor, Layer
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base import ask
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.waiting import reading
from supplier_pcf.words import sentence

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from supplier_pcf.gui.factors.library_browser import LibraryBrowser

_ACCEPTED = 1


class OwnActions:
    """The menu of own factors; what cannot be done with the factor under the cursor is greyed out."""

    def __init__(self, context: Context, dialog: LibraryBrowser) -> None:
        _ = context.translate
        self._context, self._dialog = context, dialog
        self.button = QPushButton(_("&Own factors"))
        self.button.setObjectName("library-own")
        self.button.setAutoDefault(False)
        self.menu = QMenu(self.button)
        self.actions: dict[str, QAction] = {}
        self._add("new", _("&New own factor…"), self.new)
        self._add("compose", _("&Build an alloy or compound…"), self.compose)
        self._add("from-study", _("From &another study of ours…"), self.from_study)
        self.menu.addSeparator()
        self._add("edit", _("&Change this one…"), self.edit)
        self._add("rebase", _("&Exchange the electricity inside this one…"), self.rebase)
        self._add("copy", _("&Take this one over from the study"), self.copy)
        self._add("remove", _("&Remove this one"), self.remove)
        self.menu.addSeparator()
        self._add("import", _("&Import a table…"), self.take_in)
        self._add("export", _("E&xport as a table…"), self.give_out)
        self.button.setMenu(self.menu)

    def _add(self, name: str, text: str, does: Callable[[], None]) -> None:
        action = self.menu.addAction(text)
        action.setObjectName(f"own-{name}")
        action.triggered.connect(lambda _on=False: self._trying(does))
        self.actions[name] = action

    def _trying(self, does: Callable[[], None]) -> None:
        """What cannot be done is said in one sentence."""
        try:
            does()
        except Refusal as refusal:
            self._say(sentence(refusal.code, refusal.params, self._context.translate))

    def _say(self, text: str) -> None:
        ask.tell(self._dialog, text)

    def follow(self, factor: EmissionFactor | None) -> None:
        """Offer what can be done with this factor."""
        session = self._context.session
        personal = {known.id for known in session.personal}
        is_own = factor is not None and factor.id in personal
        is_made = is_own and factor is not None and factor.recipe is not None
        self.actions["edit"].setEnabled(is_own and not is_made)
        self.actions["remove"].setEnabled(is_own)
        of_study = {known.id for known in self._context.study.factors}
        is_foreign = factor is not None and factor.layer is not Layer.BUNDLED and not is_own
        self.actions["copy"].setEnabled(is_foreign and factor is not None and factor.id in of_study)
        ready = factor is not None and can_be_rebased(factor, session.choice)
        self.actions["rebase"].setEnabled(ready)
        self.actions["export"].setEnabled(bool(personal))

    def new(self) -> None:
        """Enter a factor into the personal library."""
        from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm

        session = self._context.session
        form = OwnFactorForm(self._context, None, self._dialog)
        if form.exec() == _ACCEPTED:
            made = add_own(session.personal_file, form.draft, session.choice, form.layer)
            self._show(made.factor)

    def edit(self) -> None:
        """Change the one under the cursor: its next version; studies keep the one they have."""
        from supplier_pcf.gui.factors.own_factor_form import OwnFactorForm

        session, factor = self._context.session, self._dialog.table.current()
        if factor is None:
            return
        form = OwnFactorForm(self._context, None, self._dialog, known=factor)
        if form.exec() == _ACCEPTED:
            made = edit_own(session.personal_file, factor.id, form.draft, session.choice)
            self._show(made.factor)

    def compose(self) -> None:
        """Build an alloy or compound."""
        from supplier_pcf.gui.factors.compose_factor import CompositionDialog

        dialog = CompositionDialog(self._context, "", self._dialog)
        if dialog.exec() == _ACCEPTED and dialog.made is not None:
            self._show(keep_made(self._context.session, dialog.made))

    def from_study(self) -> None:
        """Take the footprint of another study of ours into the personal library."""
        from supplier_pcf.app.from_study import read_factor

        _, session = self._context.translate, self._context.session
        name, _kind = QFileDialog.getOpenFileName(
            self._dialog, _("Take the footprint of a study"), "", _("Studies (*.spcf)")
        )
        if not name:
            return
        day, taken = session.now().date(), taken_ids(session)
        made = read_factor(Path(name), session.study, session.personal, day, taken)
        if made.findings:
            told = [sentence(f.code, f.params, _) for f in made.findings[:_MOST_TOLD]]
            self._say("\n".join(told))
        if made.factor is not None:
            self._show(keep_made(session, made.factor))

    def rebase(self) -> None:
        """Exchange the electricity inside the one under the cursor."""
        from supplier_pcf.gui.factors.rebase_factor import RebaseDialog

        factor = self._dialog.table.current()
        if factor is None:
            return
        dialog = RebaseDialog(self._context, [factor], parent=self._dialog)
        if dialog.exec() == _ACCEPTED and dialog.made is not None:
            self._show(keep_made(self._context.session, dialog.made))

    def copy(self) -> None:
        """Put the one under the cursor, known to this study alone, into the personal library."""
        factor = self._dialog.table.current()
        if factor is not None:
            self._show(keep_copy_of(self._context.session, factor.id))

    def remove(self) -> None:
        """Take the one under the cursor out of the personal library, once confirmed."""
        factor, _ = self._dialog.table.current(), self._context.translate
        if factor is None or not ask.whether_to_remove(self._dialog, factor.name, _):
            return
        remove_own(self._context.session.personal_file, factor.id)
        self._dialog.renew()

    def take_in(self) -> None:
        """Read a table of own factors into the personal library."""
        _ = self._context.translate
        kinds = _("Tables (*.xlsx *.xlsm *.csv *.tsv *.txt)")
        name, _kind = QFileDialog.getOpenFileName(self._dialog, _("Import own factors"), "", kinds)
        if not name:
            return
        table, own = Path(name), self._context.session.personal_file
        done = reading(self._dialog, table, _, import_own, own, table)
        if done is None:
            return
        text = _(
            "Added: {added}. Changed: {changed}. As before: {unchanged}. Left out: {left_out}."
        )
        told = [sentence(f.code, f.params, _) for f in done.findings[:_MOST_TOLD]]
        said = text.format(
            added=len(done.added),
            changed=len(done.changed),
            unchanged=done.unchanged,
            left_out=done.left_out,
        )
        self._dialog.renew()
        self._say("\n".join([said, *told]))

    def give_out(self) -> None:
        """Write the personal library as a table; licensed factors stay."""
        _ = self._context.translate
        name, _kind = QFileDialog.getSaveFileName(
            self._dialog,
            _("Export own factors"),
            "own-factors.xlsx",
            _("Tables (*.xlsx *.csv)"),
        )
        if not name:
            return
        done = export_own(self._context.session.personal_file, Path(name))
        told = [sentence(f.code, f.params, _) for f in done.findings]
        said = _("Factors written: {count}.").format(count=done.written)
        self._say("\n".join([said, *told]))

    def _show(self, factor: EmissionFactor | None) -> None:
        if factor is not None:
            self._dialog.show_factor(factor.id)


_MOST_TOLD = 8
"""So many sentences about rows; a message with more would not be read."""
