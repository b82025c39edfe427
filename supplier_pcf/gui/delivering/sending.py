"""How files leave: what they tell, which request they answer, why there is a new release, older ones told again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.deliverables import Sending, is_new_release
from supplier_pcf.app.keeping import can_be_told_again, older, tell_again
from supplier_pcf.app.requests_log import open_requests
from supplier_pcf.domain.finding import Refusal
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.product.requests_table import formats_with_words, releases_table, sent_table
from supplier_pcf.gui.widgets.card import Card, label
from supplier_pcf.gui.widgets.study_bounds import of_scope


class SendingCard(Card):
    """What holds for every file that is saved next."""

    def __init__(self, context: Context) -> None:
        _ = context.translate
        super().__init__(_("What the files tell"), "card-sending")
        self._context = context
        names = of_scope("is_confidential", _("Keep names in the house"))
        self.confidential = bind.tick(
            context, names, _("Keep names of rows and suppliers, and my texts, in the house")
        )
        self.column.addWidget(self.confidential)
        self.column.addWidget(
            label(
                _(
                    "Files for software then tell stages instead of rows. The PDF summary and the inventory "
                    "always name rows: do not send them if the recipe is secret."
                ),
                "quiet",
            )
        )
        self.with_sheet = QCheckBox(_("Save the list of what leaves beside every file"))
        self.with_sheet.setObjectName("sending-sheet")
        self.column.addWidget(self.with_sheet)
        self._add_fields()
        self.refresh()

    def _add_fields(self) -> None:
        _ = self._context.translate
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * SPACE)
        grid.setVerticalSpacing(SPACE)
        grid.setColumnStretch(2, 1)
        self.request = QComboBox()
        self.request.setObjectName("sending-request")
        self.request.setMinimumWidth(wide(320))
        self.reason = QLineEdit()
        self.reason.setObjectName("sending-reason")
        self.reason.setMinimumWidth(wide(320))
        self.reason.setPlaceholderText(_("Such as: new press, year 2026, bag no longer used"))
        rows = ((_("Answers the re&quest"), self.request), (_("&What changed"), self.reason))
        self._words: list[QLabel] = []
        for number, (title, field) in enumerate(rows):
            words = QLabel(title)
            words.setBuddy(field)
            field.setAccessibleName(title.replace("&", ""))
            grid.addWidget(words, number, 0)
            grid.addWidget(field, number, 1)
            self._words.append(words)
        self.column.addLayout(grid)

    def refresh(self) -> None:
        """Offer the open requests; ask what changed where a new release follows another."""
        _ = self._context.translate
        study, chosen = self._context.study, self.request.currentData()
        self.request.clear()
        self.request.addItem(_("none"), "")
        for each in open_requests(study):
            self.request.addItem(f"{each.id}  {each.customer}  {each.due}".strip(), each.id)
        self.request.setCurrentIndex(max(self.request.findData(chosen), 0))
        asks_why = bool(study.releases) and is_new_release(self._context.session)
        for place, (widget, words) in enumerate(
            zip((self.request, self.reason), self._words, strict=True)
        ):
            is_asked = asks_why if place else self.request.count() > 1
            widget.setVisible(is_asked)
            words.setVisible(is_asked)

    def how(self, language: str) -> Sending:
        """How the next file is written."""
        return Sending(
            language=str(language),
            reason=self.reason.text().strip(),
            request_id=str(self.request.currentData() or ""),
            with_sheet=self.with_sheet.isChecked(),
        )


class Sent(QWidget):
    """The releases with what was sent under them, and an older one told again as out of date."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        _ = context.translate
        self._context = context
        self.releases = releases_table(context)
        self.releases.selected.connect(lambda _id: self.refresh())
        self.format = QComboBox()
        self.format.setObjectName("reissue-format")
        self.format.setAccessibleName(_("Format of the older file"))
        self.again = QPushButton(_("Save as out of date…"))
        self.again.setObjectName("reissue")
        self.again.setToolTip(
            _(
                "The very file that left, with the status Deprecated, for customers who still use it."
            )
        )
        self.again.clicked.connect(lambda _checked: self._save())
        self.hint = label(role="quiet", name="reissue-hint")
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        row.addWidget(self.format)
        row.addWidget(self.again)
        row.addWidget(self.hint, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self.releases)
        column.addLayout(row)
        column.addWidget(label(_("Files sent"), "strong"))
        column.addWidget(sent_table(context))
        self.refresh()

    def _release_id(self) -> str:
        return self.releases.model.id_at(self.releases.view.currentIndex().row())

    def refresh(self) -> None:
        """Offer the files of the selected release that can be told again."""
        _, session = self._context.translate, self._context.session
        chosen = next((r for r in older(session.study) if r.id == self._release_id()), None)
        found = can_be_told_again(session.project, session.study, chosen) if chosen else ()
        words = dict(formats_with_words(self._context))
        self.format.clear()
        for each in found:
            self.format.addItem(words.get(each.format_id, each.format_id), each.format_id)
        self.again.setEnabled(bool(found))
        self.format.setEnabled(bool(found))
        self.hint.setText(
            "" if found else _("Select a superseded release of which a file is kept.")
        )
        self._version = chosen.version if chosen else 0

    def _save(self) -> None:
        _, session = self._context.translate, self._context.session
        format_id = str(self.format.currentData() or "")
        suffix = ".csv" if format_id.endswith("-csv") else ".json"
        proposed = f"{format_id}-{self._version}-deprecated{suffix}"
        if session.path is not None:
            proposed = str(session.path.with_name(proposed))
        name, _kind = QFileDialog.getSaveFileName(self, _("Save as"), proposed, f"*{suffix}")
        if not name:
            return
        try:
            tell_again(session.project, session.study, self._version, format_id, Path(name))
        except Refusal as refusal:
            self._context.say(refusal)
        else:
            self.hint.setText(_("Saved: {path}").format(path=name))


How = Callable[[str], Sending]
"""How the next file is written, in a language."""
