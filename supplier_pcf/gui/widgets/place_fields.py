"""Places to choose or to type: what is no place stays as it was typed, with a sentence under it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel
from shiboken6 import isValid

from supplier_pcf.app.entering import Unreadable
from supplier_pcf.app.places_list import (
    countries,
    entered_place,
    entered_subdivision,
    has_subdivisions,
)
from supplier_pcf.gui.base import bind
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import wide
from supplier_pcf.gui.widgets.dialog_parts import plain_label
from supplier_pcf.gui.widgets.field_form import FIELD, MOST
from supplier_pcf.gui.widgets.place_words import PLACES, place_title
from supplier_pcf.gui.widgets.study_bounds import of_site
from supplier_pcf.i18n import LANGUAGES, translator
from supplier_pcf.words import sentence

Option = tuple[str, str]
"""Code and words of a place."""


class _PlaceField(QComboBox):
    """A list one can type into; `problem` says what is wrong with the text, to be put under it."""

    def __init__(self, context: Context, bound: bind.Bound[str]) -> None:
        super().__init__()
        self._context, self._bound = context, bound
        self._options: Sequence[Option] = ()
        self._shown: tuple[str, str] | None = None
        self.problem = plain_label(f"{bound.name}-problem", "problem")
        self.problem.hide()
        self.setObjectName(bound.name)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFixedWidth(wide(FIELD, MOST))
        self.activated.connect(self._send)
        line = self.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._send)
        bind.follow(context, self, self._show)

    def _offered(self) -> Sequence[Option]:
        """What the list holds now."""
        raise NotImplementedError

    def _meant(self, typed: str) -> str | None:
        """The code that a typed text stands for; None for none."""
        raise NotImplementedError

    def _complaint(self, typed: str) -> str:
        """The sentence about a text that stands for none."""
        raise NotImplementedError

    def _about(self) -> str:
        """What the value depends on; text typed for something else is forgotten."""
        return ""

    def _is_asked(self) -> bool:
        return True

    def _show(self) -> None:
        """The value; or what was typed for it and is no place, till the value becomes another."""
        value = self._bound.get(self._context.study)
        state = (value, self._about())
        line = self.lineEdit()
        if state == self._shown and line is not None and line.isModified():
            return
        self._fill()
        text, of = self._context.session.typed.get((self._bound.name,), ("", None))
        if text and of == state:
            self.setEditText(text)
            self._complain(text)
        elif state != self._shown or self.problem.isHidden():
            self.problem.hide()
            index = self.findData(value)
            self.setCurrentIndex(index)
            self.setEditText(self.itemText(index) if index >= 0 else value)
            if line is not None:
                line.setCursorPosition(0)
        self._shown = state
        self.setEnabled(self._is_asked() or bool(value) or not self.problem.isHidden())

    def _fill(self) -> None:
        offered = self._offered()
        if offered == self._options:
            return
        self._options = offered
        self.clear()
        for code, words in offered:
            self.addItem(words, code)
        completer = QCompleter(self.model(), self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCompleter(completer)

    def _complain(self, typed: str) -> None:
        self.problem.setText(self._complaint(typed))
        self.problem.show()

    def _send(self) -> None:
        if not isValid(self):
            return  # the form went away with another study while it had the keyboard
        typed, session = self.currentText(), self._context.session
        index = self.findText(typed)
        code = self.itemData(index) if index >= 0 else self._meant(typed)
        key = (self._bound.name,)
        if code is None:
            session.typed[key] = (typed, self._shown)
            self._complain(typed)
            return
        session.typed.pop(key, None)
        self.problem.hide()
        self._context.edit(lambda study: self._bound.put(study, code), self._bound.label)
        self.setEditText(typed)
        self._show()


class PlaceLine(bind.ReadField):
    """The code of a place, with its name beside it; a name in any language is understood."""

    def __init__(self, context: Context, bound: bind.Bound[str]) -> None:
        self.named = QLabel()
        self.named.setProperty("role", "quiet")
        super().__init__(context, bound, self.named)

    def _text(self, value: Any) -> str:
        name = place_title(value, self._context.translate) if value else ""
        self.named.setText("" if name == value else name)
        return str(value or "")

    def _read(self, text: str) -> str | Unreadable:
        place = entered_place(text)
        return Unreadable("entry.no_place", text) if place is None else place


class CountryField(_PlaceField):
    """A country, found by a part of its name in any language or by its code."""

    def _offered(self) -> Sequence[Option]:
        if self._options:
            return self._options
        titles = [(code, place_title(code, self._context.translate)) for code in countries()]
        known = sorted((t for t in titles if t[0] in PLACES), key=lambda t: t[1])
        others = sorted((t for t in titles if t[0] not in PLACES), key=lambda t: t[1])
        return [("", "–"), *((code, f"{name} ({code})") for code, name in [*known, *others])]

    def _meant(self, typed: str) -> str | None:
        """By its name or code, or the only one that begins so."""
        words = typed.strip().casefold()
        place = entered_place(typed)
        if place is not None and self.findData(place) >= 0:
            return place
        begins: list[str] = []
        for code, shown in self._options[1:]:
            names = {place_title(code, translator(language)).casefold() for language in LANGUAGES}
            names.add(shown.rpartition(" (")[0].casefold())
            if words in names:
                return code
            if any(name.startswith(words) for name in names):
                begins.append(code)
        return begins[0] if len(begins) == 1 else None

    def _complaint(self, typed: str) -> str:
        return sentence("entry.no_country", {"text": typed}, self._context.translate)


class ProvinceField(_PlaceField):
    """The state or province of a site: a list for China, a code such as US-MI elsewhere."""

    def __init__(self, context: Context, at: int) -> None:
        self._country = of_site(at, "country", "")
        super().__init__(
            context, of_site(at, "subdivision", context.translate("Change the province"))
        )

    def _about(self) -> str:
        return str(self._country.get(self._context.study))

    def _is_asked(self) -> bool:
        return has_subdivisions(self._about())

    def _offered(self) -> Sequence[Option]:
        country = self._about()
        own = (c for c in PLACES if c.startswith(f"{country}-") and "-region-" not in c)
        titles = ((code, place_title(code, self._context.translate)) for code in own if country)
        return [("", ""), *((code, f"{title} ({code})") for code, title in titles)]

    def _fill(self) -> None:
        super()._fill()
        line, country = self.lineEdit(), self._about()
        if line is not None:
            line.setPlaceholderText(f"{country}-…" if self.count() == 1 and country else "")

    def _meant(self, typed: str) -> str | None:
        return entered_subdivision(typed, self._about())

    def _complaint(self, typed: str) -> str:
        code = "entry.no_province" if self.count() > 1 else "entry.no_province_code"
        params = {"text": typed, "country": self._about()}
        return sentence(code, params, self._context.translate)
