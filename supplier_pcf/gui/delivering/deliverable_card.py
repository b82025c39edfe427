"""One card for one file: what it is, what it lacks, what leaves in it, and the saving."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLabel, QPushButton, QWidget

from supplier_pcf.app.aside import GivenUp, Run
from supplier_pcf.app.deliverables import (
    PDF,
    Deliverable,
    Leaving,
    Staying,
    deliver,
    file_name,
    is_new_release,
    stated,
    what_leaves,
    what_stays,
    with_origins,
)
from supplier_pcf.app.outcome import Refused
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.domain.numbers import significant
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE
from supplier_pcf.gui.base.waiting import doing, waiting
from supplier_pcf.gui.delivering.sending import How
from supplier_pcf.gui.delivering.share_sheet import ShareSheet
from supplier_pcf.gui.widgets.card import Card, label
from supplier_pcf.gui.widgets.finding_rows import FindingRows
from supplier_pcf.i18n import LANGUAGES
from supplier_pcf.words import sentence

_LANGUAGE_NAMES = {"en": "English", "zh_CN": "中文", "de": "Deutsch"}
"""Every language in its own."""

_CATENA_X = {"catena-x-9": "9.0.0", "catena-x-10": "10.0.0", "catena-x-7": "7.0.0"}
"""The data model of each file for Catena-X."""

_MOST_SHOWN = 4
"""How many missing things a card names; the result page names all."""


def title_of(deliverable: Deliverable, _: Callable[[str], str]) -> str:
    """What a card is called: the format's own name, or what it is."""
    if deliverable.id in _CATENA_X:
        model = _CATENA_X[deliverable.id]
        return _("File for Catena-X, data model {model}").format(model=model)
    titles = {
        PDF: _("PDF summary"),
        "cx-0136-csv": _("Catena-X calculation table CX-0136 (CSV)"),
        "aas-json": _("AAS submodel Carbon Footprint (JSON)"),
        "inventory-csv": _("Inventory (CSV)"),
    }
    return titles.get(deliverable.id) or deliverable.title


def description_of(deliverable_id: str, _: Callable[[str], str]) -> str:
    """What a file is for, and how much of the recipe it shows."""
    return {
        PDF: _(
            "Pages for people: the figure, how it came about, how sure it is and what it does not say; behind them "
            "what a verifier follows. The largest rows stand in it by name, with amount and factor, and so does what "
            "your own factors are made of, unless names are kept in the house."
        ),
        "pact-3": _(
            "For the customer's software: totals, kinds of emissions and quality. The names of your rows "
            "and your reasons for leaving rows out stand in it, the amounts of rows do not."
        ),
        **dict.fromkeys(_CATENA_X, _catena_x(_)),
        "cx-0136-csv": _(
            "For programs of the Catena-X network that take a calculated footprint as a table of one row. "
            "It needs the Catena-X rule set; amounts are for one declared unit."
        ),
        "pact-2": _(
            "The same in the older version of PACT, per kilogram, for customers whose software is not "
            "ready for version 3."
        ),
        "aas-json": _(
            "For digital twins and product passports: the submodel Carbon Footprint of an asset "
            "administration shell, one figure from cradle to gate, the rest as plain entries."
        ),
        "inventory-csv": _(
            "For a verifier, or a customer who asks for raw data: every row with amount, factor and "
            "source. It shows the whole recipe."
        ),
    }.get(deliverable_id, "")


def _catena_x(_: Callable[[str], str]) -> str:
    return _(
        "For customers who exchange data by Catena-X: take the data model they name. The names of your rows "
        "and your reasons for leaving rows out stand in it, the amounts of rows do not."
    )


class DeliverableCard(Card):
    """Ready, or what is missing with a way to it; nothing is written while something is."""

    def __init__(self, context: Context, deliverable: Deliverable, how: How) -> None:
        _ = context.translate
        super().__init__(title_of(deliverable, _), f"deliver-{deliverable.id}")
        self._context, self._deliverable, self._how = context, deliverable, how
        self.column.addWidget(label(description_of(deliverable.id, _), "quiet"))
        self.figure = label(role="quiet", name=f"{self.objectName()}-figure")
        self.column.addWidget(self.figure)
        self.state = label(name=f"{self.objectName()}-state")
        self.missing = FindingRows(
            context, f"{self.objectName()}-missing", here="deliver", grouped=False
        )
        self.remarks = FindingRows(
            context, f"{self.objectName()}-remarks", here="result", grouped=False
        )
        self.remarks.role = "quiet"
        for widget in (self.state, self.missing, self.remarks):
            self.column.addWidget(widget)
        self._add_buttons()
        self._add_outcome()
        self.show_state(deliverable)

    def show_state(self, deliverable: Deliverable) -> None:
        """Say whether it is ready, and what is missing."""
        _ = self._context.translate
        self._deliverable = deliverable
        missing = len(deliverable.missing)
        shown = deliverable.missing[:_MOST_SHOWN]
        text = _("To be settled first: {count}") if missing else _("Ready")
        if missing > len(shown):
            text = _("To be settled first: {count}, among them:")
        self.state.setText(text.format(count=missing))
        self.state.setProperty("role", "problem" if missing else "strong")
        self.state.style().polish(self.state)
        self._show_figure()
        self.missing.show_findings(shown)
        self.remarks.show_findings(deliverable.remarks)
        self.missing.setVisible(bool(missing))
        self.remarks.setVisible(bool(deliverable.remarks))
        for button in (self.save, self.leaves):
            button.setEnabled(deliverable.is_ready)

    def _show_figure(self) -> None:
        """The figure as this file states it, and per kg, for amounts are mistaken more often than sums."""
        _, language = self._context.translate, self._context.language
        told = stated(self._context.session, self._deliverable.id, language, _)
        self.figure.setVisible(told is not None)
        if told is None:
            return
        kg = significant(told.kg, language)
        words = _("In the file: {kg} kg CO₂e per {unit}, without uptake.")
        text = words.format(kg=kg, unit=told.unit)
        if told.per_kg is not None:
            beside = _("That is {kg} kg CO₂e per kg of product.")
            text += " " + beside.format(kg=significant(told.per_kg, language))
        self.figure.setText(text)

    def _add_buttons(self) -> None:
        _, name = self._context.translate, self.objectName()
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        self.language = QComboBox()
        if self._deliverable.id == PDF:
            words = QLabel(_("&Language"))
            words.setBuddy(self.language)
            self.language.setObjectName(f"{name}-language")
            self.language.setAccessibleName(_("Language of the PDF"))
            for code in LANGUAGES:
                self.language.addItem(_LANGUAGE_NAMES.get(code, code), code)
            chosen = self._context.study.language or self._context.language
            self.language.setCurrentIndex(max(self.language.findData(chosen), 0))
            row.addWidget(words)
            row.addWidget(self.language)
        row.addStretch()
        self.leaves = self._button(_("What leaves…"), "leaves", self._show_leaving)
        self.save = self._button(_("Save as…"), "save", self._save)
        self.save.setProperty("role", "primary")
        row.addWidget(self.leaves)
        row.addWidget(self.save)
        self.column.addLayout(row)

    def _add_outcome(self) -> None:
        self.outcome = QWidget()
        row = QHBoxLayout(self.outcome)
        row.setContentsMargins(0, 0, 0, 0)
        self.saved = label(name=f"{self.objectName()}-saved")
        row.addWidget(self.saved, 1)
        words = self._context.translate("Open folder")
        row.addWidget(self._button(words, "folder", self._open_folder))
        self.column.addWidget(self.outcome)
        self.outcome.hide()
        self._path: Path | None = None

    def _button(self, words: str, key: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(words)
        button.setObjectName(f"{self.objectName()}-{key}")
        button.setAccessibleName(f"{words} {self.title.text()}")
        button.clicked.connect(lambda _checked: slot())
        return button

    def _chosen_language(self) -> str:
        return str(self.language.currentData() or self._context.language)

    def _show_leaving(self) -> None:
        session, name = self._context.session, self._deliverable.id
        how = self._how(self._chosen_language())
        words = self._context.translate("Reading what would leave …")

        def look() -> tuple[Leaving, tuple[Staying, ...]]:
            leaving = what_leaves(session, name, how.language, how.reason)
            return leaving, what_stays(session, name, leaving)

        try:
            leaving, kept = doing(self, words, self._context.translate, look)
        except GivenUp:
            return
        shared = with_origins(name, leaving)
        sheet = ShareSheet(self._context, self.title.text(), shared, self, kept)
        if self._deliverable.id != PDF and is_new_release(self._context.session):
            _ = self._context.translate
            sheet.say(_("The id of the release and the moment are new with every first saving."))
        sheet.exec()
        sheet.deleteLater()

    def _save(self) -> None:
        _, session = self._context.translate, self._context.session
        folder = self._path or session.path
        proposed = file_name(session, self._deliverable)
        if folder is not None:
            proposed = str(folder.with_name(proposed))
        suffix = self._deliverable.suffix
        kinds = f"{self.title.text()} (*{suffix})"
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as"), proposed, kinds)
        if name:
            path = Path(name)
            self._write(path if path.suffix else path.with_suffix(suffix))

    def _write(self, path: Path) -> None:
        context = self._context
        _ = context.translate
        how = self._how(self._chosen_language())
        run: Run[Any] = waiting(self, _("Making {file} …").format(file=path.name), _)
        try:
            sheet = deliver(
                context.session, self._deliverable.id, path, how, _("Record the release"), run
            )
        except GivenUp:
            return
        except Refused as refused:
            said = (sentence(f.code, f.params, _) for f in refused.findings)
            context.warn("\n".join(said))
        except Refusal as refusal:
            context.say(refusal)
        else:
            self._tell(path, sheet)

    def _tell(self, path: Path, sheet: Path | None) -> None:
        self._path = path
        _ = self._context.translate
        text = _("Saved: {path}").format(path=path)
        if sheet is not None:
            text += "\n" + _("Beside it: {name}").format(name=sheet.name)
        self.saved.setText(text)
        self.outcome.show()

    def _open_folder(self) -> None:
        if self._path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
