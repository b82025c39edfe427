"""The remarks of a verifier in the window: two rounds, each remark with its answer, settled or not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from supplier_pcf.app import register, remarks
from supplier_pcf.app.views import write_whole
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.verification import Comment, CommentClass
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.chosen_table import ChosenTable, add_text
from supplier_pcf.gui.widgets.dialog_parts import plain_button
from supplier_pcf.gui.widgets.evidence_words import remark_classes
from supplier_pcf.gui.widgets.field_form import FieldForm

ROUND, CLASS, WHERE, _TEXT, STATE = range(5)


class RemarksTab(QWidget):
    """A table of remarks with a form for the chosen one."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("remarks")
        self._context = context
        _ = context.translate
        self.table = ChosenTable(
            context,
            "remarks-table",
            _("Remarks"),
            (_("Round"), _("Class"), _("Row"), _("Remark"), _("State")),
            self._rows,
            {ROUND: 70, CLASS: 170, WHERE: 150, STATE: 100},
        )
        self.form = self._form()
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addLayout(self._buttons())
        column.addWidget(self.table, 1)
        column.addWidget(self.form)
        self.table.chosen.connect(lambda _id: self._tell())
        self._tell()

    def add(self, number: int) -> None:
        """A new remark in this round, if the rounds allow it."""
        made = Comment(
            id=new_id("remark"),
            round=number,
            day=self._context.session.now().date().isoformat(),
            by=self._context.study.assurance.provider,
        )
        try:
            remarks.add_remark(self._context.study, made)
        except Refusal as refusal:
            self._context.say(refusal)
            return
        label = self._context.translate("Add remark")
        self._context.edit(lambda study: remarks.add_remark(study, made), label)
        self.table.choose(made.id)

    def remove(self) -> None:
        """Take the chosen remark away; undo brings it back."""
        gone = self.table.current
        if gone:
            label = self._context.translate("Remove remark")
            self._context.edit(lambda study: remarks.without_remark(study, gone), label)

    def save(self, path: Path) -> None:
        """Write the list as CSV."""
        try:
            write_whole(path, remarks.remarks_csv(self._context.study))
        except Refusal as refusal:
            self._context.say(refusal)

    def go(self) -> None:
        """To the row the chosen remark is about."""
        found = self._chosen(self._context.study)
        if found is not None and found.where:
            self.window().close()
            self._context.go_to(found.where)

    def _buttons(self) -> QHBoxLayout:
        _ = self._context.translate
        row = QHBoxLayout()
        self.goes = plain_button("remarks-go", _("&Go there"), self.go)
        self.removes = plain_button("remarks-remove", _("&Remove"), self.remove)
        for button in (
            plain_button("remarks-add", _("&New remark"), self._add_here),
            plain_button("remarks-next", _("New remark in the next r&ound"), self._add_next),
            self.goes,
            self.removes,
            plain_button("remarks-csv", _("Save list…"), self._ask),
        ):
            row.addWidget(button)
        row.addStretch()
        return row

    def _add_here(self) -> None:
        self.add(remarks.current_round(self._context.study))

    def _add_next(self) -> None:
        self.add(remarks.current_round(self._context.study) + 1)

    def _ask(self) -> None:
        _ = self._context.translate
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save list…"), "remarks.csv", "CSV (*.csv)"
        )
        if name:
            self.save(Path(name))

    def _form(self) -> FieldForm:
        _, context = self._context.translate, self.table.context
        form = FieldForm("")
        form.title.hide()
        form.add(
            _("Class"),
            bind.choice(context, self._bound("kind", _("Class")), remark_classes(context)),
        )
        form.add(_("Row"), bind.choice(context, self._bound("where", _("Row")), self._places()))
        for field, title in (
            ("text", _("Remark")),
            ("by", _("Verifier")),
            ("day", _("Day")),
            ("answer", _("Answer")),
            ("answered_by", _("Answered by")),
            ("answered_day", _("Answered on")),
        ):
            add_text(form, self.table, title, self._bound(field, title))
        form.add(
            _("Settled"), bind.tick(context, self._settled(), _("the verifier has accepted it"))
        )
        return form

    def _places(self) -> list[tuple[str, str]]:
        names = register.names_of(self._context.study)
        whole = self._context.translate("the study as a whole")
        return [("", whole), *names.items()]

    def _chosen(self, study: Study) -> Comment | None:
        return next((c for c in study.comments if c.id == self.table.current), None)

    def _bound(self, field: str, title: str) -> Bound[str]:
        def get(study: Study) -> str:
            found = self._chosen(study)
            value = getattr(found, field) if found else ""
            return value.value if isinstance(value, CommentClass) else value or ""

        def put(study: Study, value: str) -> Study:
            new: object = value
            if field == "kind":
                new = CommentClass(value) if value else None
            return remarks.with_remark(study, self.table.current, **{field: new})

        label = self._context.translate("Change “{field}”").format(field=title)
        return Bound(f"remark-{field}", get, put, label)

    def _settled(self) -> Bound[bool]:
        def get(study: Study) -> bool:
            found = self._chosen(study)
            return found is not None and found.is_settled

        def put(study: Study, value: bool) -> Study:
            return remarks.with_remark(study, self.table.current, is_settled=value)

        return Bound("remark-is_settled", get, put, self._context.translate("Settle remark"))

    def _rows(self, study: Study) -> list[tuple[str, Sequence[str]]]:
        _ = self._context.translate
        classes, names = dict(remark_classes(self._context)), register.names_of(study)
        rows: list[tuple[str, Sequence[str]]] = []
        for c in study.comments:
            state = _("answered") if c.answer.strip() else _("open")
            kind = classes[c.kind.value] if c.kind else ""
            cells = (
                str(c.round),
                kind,
                names.get(c.where, c.where),
                c.text,
                _("settled") if c.is_settled else state,
            )
            rows.append((c.id, cells))
        return rows

    def _tell(self) -> None:
        found = self._chosen(self._context.study)
        self.form.setVisible(found is not None)
        self.removes.setEnabled(found is not None)
        self.goes.setEnabled(found is not None and bool(found.where))
