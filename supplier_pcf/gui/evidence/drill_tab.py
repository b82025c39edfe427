"""The test of records in the window: how many each line has, what the seed draws, what was found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from supplier_pcf.app import drill, register
from supplier_pcf.domain.assurance import AssuranceLevel
from supplier_pcf.domain.study import Study
from supplier_pcf.domain.verification import SamplingDrill
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.bind import Bound
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.ids import new_id
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.widgets.chosen_table import ChosenTable
from supplier_pcf.gui.widgets.dialog_parts import plain_button, plain_label
from supplier_pcf.gui.widgets.evidence_field import EvidenceField
from supplier_pcf.gui.widgets.evidence_words import drill_levels
from supplier_pcf.gui.widgets.field_form import FieldForm
from supplier_pcf.words import sentence

_LINE, COUNT = range(2)
_RECORD, NUMBER, FOUND = range(3)
_LARGEST_SEED = 999_999_999


class DrillTab(QWidget):
    """Two tables: lines with their number of records, and the records of the newest draw."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("drill")
        self._context = context
        _ = context.translate
        self.lines = ChosenTable(
            context,
            "drill-lines",
            _("Records of each line"),
            (_("Line"), _("Records")),
            self._line_rows,
            {COUNT: 90},
        )
        self.records = ChosenTable(
            context,
            "drill-records",
            _("Records drawn"),
            (_("Line"), _("Record"), _("Found")),
            self._record_rows,
            {NUMBER: 170, FOUND: 100},
        )
        self.said = plain_label("drill-said", "")
        tables = QHBoxLayout()
        tables.addLayout(self._left(), 2)
        tables.addLayout(self._right(), 3)
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        help_text = plain_label("drill-help")
        help_text.setText(
            _(
                "A verifier draws some records of each line and asks to see them. Do it before the visit: the same "
                "seed always draws the same records."
            )
        )
        column.addWidget(help_text)
        column.addLayout(tables, 1)
        column.addWidget(self.said)
        bind.follow(context, self, self._tell)

    def draw(self) -> None:
        """Draw by the seed that is shown; the draw is kept in the study."""
        made, seed = new_id("drill"), self.seed.value()
        level = AssuranceLevel(self.level.currentData())
        day = self._context.session.now().date().isoformat()

        def change(study: Study) -> Study:
            return drill.add_drill(study, drill.draw(study, made, seed, level, day))

        self._context.edit(change, self._context.translate("Draw records"))

    def answer(self, is_found: bool | None) -> None:
        """Say of the chosen record whether it was found."""
        newest, index = self._newest(self._context.study), self._index()
        if newest is not None and index >= 0:
            label = self._context.translate("Say whether a record was found")
            self._context.edit(lambda s: drill.answer(s, newest.id, index, is_found), label)

    def _left(self) -> QVBoxLayout:
        _ = self._context.translate
        form = FieldForm("")
        form.title.hide()
        form.narrow()

        def get(study: Study) -> float | None:
            return drill.count_of(study, self.lines.current)

        def put(study: Study, count: float | None) -> Study:
            entered = None if count is None else round(count)
            return drill.with_count(study, self.lines.current, entered)

        bound = Bound("drill-count", get, put, _("Enter the number of records"))
        form.add(_("Records in the period"), bind.number(self.lines.context, bound))
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        side.addWidget(self.lines, 1)
        side.addWidget(form)
        side.addLayout(self._drawing())
        return side

    def _drawing(self) -> QHBoxLayout:
        _ = self._context.translate
        self.seed = QSpinBox()
        self.seed.setObjectName("drill-seed")
        self.seed.setRange(0, _LARGEST_SEED)
        newest = self._newest(self._context.study)
        self.seed.setValue(
            newest.seed if newest else int(self._context.session.now().strftime("%Y%m%d"))
        )
        self.level = QComboBox()
        self.level.setObjectName("drill-level")
        self.level.setAccessibleName(_("Depth"))
        for value, words in drill_levels(self._context):
            self.level.addItem(words, value)
        seed = QLabel(_("&Seed"))
        seed.setBuddy(self.seed)
        row = QHBoxLayout()
        button = plain_button("drill-draw", _("&Draw"), self.draw)
        for widget in (seed, self.seed, self.level, button):
            row.addWidget(widget)
        row.addStretch()
        return row

    def _right(self) -> QVBoxLayout:
        _ = self._context.translate
        answers = QHBoxLayout()
        for name, text, value in (
            ("found", _("&Found"), True),
            ("missing", _("&Not found"), False),
            ("open", _("O&pen"), None),
        ):
            answers.addWidget(
                plain_button(f"drill-{name}", text, lambda _c=False, v=value: self.answer(v))
            )
        self.files = EvidenceField(
            self.records.context, "drill-evidence", self._files, self._prove, self._unprove
        )
        answers.addWidget(self.files)
        answers.addStretch()
        side = QVBoxLayout()
        side.setSpacing(SPACE)
        side.addWidget(self.records, 1)
        side.addLayout(answers)
        return side

    def _index(self) -> int:
        return int(self.records.current) if self.records.current else -1

    @staticmethod
    def _newest(study: Study) -> SamplingDrill | None:
        return study.drills[-1] if study.drills else None

    def _files(self, study: Study) -> tuple[str, ...]:
        newest, index = self._newest(study), self._index()
        is_there = newest is not None and 0 <= index < len(newest.drawn)
        return newest.drawn[index].evidence if newest is not None and is_there else ()

    def _prove(self, study: Study, evidence_id: str) -> Study:
        newest = self._newest(study)
        if newest is None or self._index() < 0:
            return study
        return drill.prove_record(study, newest.id, self._index(), evidence_id)

    def _unprove(self, study: Study, evidence_id: str) -> Study:
        newest = self._newest(study)
        if newest is None:
            return study
        return drill.unprove_record(study, newest.id, self._index(), evidence_id)

    def _line_rows(self, study: Study) -> list[tuple[str, Sequence[str]]]:
        rows: list[tuple[str, Sequence[str]]] = []
        for where, name in drill.lines_of(study):
            count = drill.count_of(study, where)
            rows.append((where, (name, "–" if count is None else str(count))))
        return rows

    def _record_rows(self, study: Study) -> list[tuple[str, Sequence[str]]]:
        _, newest = self._context.translate, self._newest(study)
        names = register.names_of(study)
        states = {True: _("found"), False: _("not found"), None: _("open")}
        facts = {
            "exclusion": _("reason for leaving it out"),
            "recycled_post_consumer": _("recycled share"),
            "factor": _("choice of the factor"),
        }
        rows: list[tuple[str, Sequence[str]]] = []
        for index, record in enumerate(newest.drawn if newest else ()):
            kind, of, fact = (*record.where.split("/", 2), "", "")[:3]
            number = _("{number} of {count}").format(number=record.number, count=record.of)
            what = facts.get(fact, fact) if fact else number
            name = names.get(f"{kind}/{of}", of)
            rows.append((str(index), (name, what, states[record.is_found])))
        return rows

    def _tell(self) -> None:
        _, study = self._context.translate, self._context.study
        newest = self._newest(study)
        said = [sentence(*each, _) for each in drill.said(newest)] if newest else []
        missing = len(drill.lines_without_count(study))
        if missing:
            text = _("Lines without a number of records, and so not drawn: {count}.")
            said.append(text.format(count=missing))
        self.said.setText(" ".join(said))
