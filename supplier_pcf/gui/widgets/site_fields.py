"""The sites: one form each, as many as the study has, one at least."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from supplier_pcf.app.places_list import countries, entered_subdivision, has_subdivisions
from supplier_pcf.gui import bind
from supplier_pcf.gui.context import Context
from supplier_pcf.gui.page import SPACE
from supplier_pcf.gui.sizes import wide
from supplier_pcf.gui.widgets.dialog_parts import plain_label
from supplier_pcf.gui.widgets.field_form import FIELD, MOST, FieldForm
from supplier_pcf.gui.widgets.place_words import PLACES, place_title
from supplier_pcf.gui.widgets.study_bounds import of_site, one_more_site, with_country, without_site
from supplier_pcf.i18n import LANGUAGES, translator


def country_field(context: Context, bound: bind.Bound[str], problem: QLabel) -> QComboBox:
    """A country, found by a part of its name in any language or by its code; `problem` says what is none."""
    titles = [(code, place_title(code, context.translate)) for code in countries()]
    known = sorted((t for t in titles if t[0] in PLACES), key=lambda t: t[1])
    others = sorted((t for t in titles if t[0] not in PLACES), key=lambda t: t[1])
    options = [("", "–"), *((code, f"{name} ({code})") for code, name in [*known, *others])]
    box = _searched(bind.choice(context, bound, options))
    line = box.lineEdit()
    if line is not None:
        line.editingFinished.connect(lambda: _send_country(context, box, problem))
        line.setCursorPosition(0)
    box.currentIndexChanged.connect(lambda _index: problem.hide())
    return box


def _searched(box: QComboBox) -> QComboBox:
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setFixedWidth(wide(FIELD, MOST))
    completer = QCompleter(box.model(), box)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    box.setCompleter(completer)
    return box


def _send_country(context: Context, box: QComboBox, problem: QLabel) -> None:
    """What is no country stays as it was typed, with a sentence under it."""
    if not isValid(box):
        return  # the form went away with another study while it had the keyboard
    typed = box.currentText()
    found = _meant(box, typed)
    problem.setVisible(found < 0)
    if found < 0:
        text = context.translate("“{text}” is no country we know. Choose one from the list.")
        problem.setText(text.format(text=typed))
        return
    if found != box.currentIndex():
        box.setCurrentIndex(found)
    box.setEditText(box.itemText(found))
    box.activated.emit(found)


def _meant(box: QComboBox, typed: str) -> int:
    """The row that typed text stands for: by name or code, or the only one that begins so; -1 for none."""
    words = typed.strip().casefold()
    found = box.findText(typed) if words else 0
    if found >= 0:
        return found
    begins: list[int] = []
    for row in range(1, box.count()):
        code = str(box.itemData(row))
        names = {place_title(code, translator(language)).casefold() for language in LANGUAGES}
        names.add(box.itemText(row).rpartition(" (")[0].casefold())
        if words in names or words == code.casefold():
            return row
        if any(name.startswith(words) for name in names):
            begins.append(row)
    return begins[0] if len(begins) == 1 else -1


class ProvinceField(QComboBox):
    """The state or province of a site: a list for China, a code such as US-MI elsewhere."""

    def __init__(self, context: Context, at: int) -> None:
        super().__init__()
        self._context = context
        self._country = of_site(at, "country", "")
        self._bound = of_site(at, "subdivision", context.translate("Change the province"))
        self._listed: str | None = None
        self.setObjectName(self._bound.name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFixedWidth(wide(FIELD, MOST))
        self.activated.connect(self._send)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._send)
        bind.follow(context, self, self._show)

    def _show(self) -> None:
        country = self._country.get(self._context.study)
        if country != self._listed:
            self._listed = country
            self._fill(country)
        value = self._bound.get(self._context.study)
        index = self.findData(value)
        self.setCurrentIndex(index)
        self.setEditText(self.itemText(index) if index >= 0 else value)
        self.setEnabled(bool(country) and (has_subdivisions(country) or bool(value)))

    def _fill(self, country: str) -> None:
        self.clear()
        self.addItem("", "")
        for code in PLACES:
            if code.startswith(f"{country}-") and "-region-" not in code:
                title = place_title(code, self._context.translate)
                self.addItem(f"{title} ({code})", code)
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(f"{country}-…" if self.count() == 1 and country else "")

    def _send(self) -> None:
        index = self.findText(self.currentText())
        country = self._country.get(self._context.study)
        code = self.itemData(index) if index >= 0 else None
        if code is None:
            code = entered_subdivision(self.currentText(), country)
        if code is None:
            self._show()
            return
        self._context.edit(lambda study: self._bound.put(study, code), self._bound.label)
        self._show()


class SiteForm(FieldForm):
    """The fields of one site."""

    def __init__(self, context: Context, at: int) -> None:
        _ = context.translate
        super().__init__(
            _("Site") if at == 0 else _("Site {number}").format(number=at + 1),
            _("The plant where the part is made.") if at == 0 else "",
        )
        named = of_site(at, "name", _("Rename the site"))
        self.add_text(context, _("Name of the plant"), named, _("Ningbo Beilun plant"))
        address = of_site(at, "address", _("Change the address"))
        self.add_text(context, _("Address"), address, _("Xingang Road 1, Beilun, Ningbo"))
        problem = plain_label(f"site-{at}-country-problem", "problem")
        problem.hide()
        country = country_field(context, with_country(at, _("Change the country")), problem)
        self.add(_("Country"), country, _("The electricity depends on it"))
        self.add_wide(problem)
        province = ProvinceField(context, at)
        self.add(_("State or province"), province, _("Asked for in large countries, such as China"))
        if at > 0:
            self.add_wide(self._remove_button(context, at))

    def _remove_button(self, context: Context, at: int) -> QPushButton:
        label = context.translate("Remove this site")
        button = QPushButton(label)
        button.setObjectName(f"site-{at}-remove")
        button.setMaximumWidth(button.sizeHint().width())
        button.clicked.connect(lambda: context.edit(without_site(at), label))
        return button


class SiteForms(QWidget):
    """A form for every site, and a button for one more."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._forms: list[SiteForm] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * SPACE)
        label = context.translate("Add a site")
        self._add = QPushButton(label)
        self._add.setObjectName("sites-add")
        self._add.clicked.connect(lambda: context.edit(one_more_site, label))
        self._column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        bind.follow(context, self, self._show)

    def _show(self) -> None:
        wanted = max(len(self._context.study.sites), 1)
        while len(self._forms) < wanted:
            form = SiteForm(self._context, len(self._forms))
            self._forms.append(form)
            self._column.insertWidget(self._column.count() - 1, form)
        for at, form in enumerate(self._forms):
            form.setVisible(at < wanted)
