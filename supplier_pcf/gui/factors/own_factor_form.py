"""The small form for a factor of the user's own: nothing is taken without its source."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.choosing import (
    FactorDraft,
    Need,
    boundaries_for,
    category_for,
    interval_of,
    missing,
    place_of,
    units_for,
    usual_unit,
    with_interval,
)
from supplier_pcf.app.entering import (
    Unreadable,
    entered_number,
    entered_share,
    shown_number,
    shown_share,
)
from supplier_pcf.app.making import grids
from supplier_pcf.app.own_factors import draft_of, examine
from supplier_pcf.domain.factor import Boundary, EmissionFactor, GwpSet, Layer, PowerMix
from supplier_pcf.domain.factor_names import name_in
from supplier_pcf.domain.finding import Severity, errors
from supplier_pcf.domain.places import country_of
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, wide
from supplier_pcf.gui.factors.factor_words import boundary_title, gwp_title, power_title, unit_sign
from supplier_pcf.gui.factors.library_words import CATEGORIES, category_title
from supplier_pcf.gui.factors.received_fields import ReceivedFields
from supplier_pcf.gui.widgets.dialog_parts import take_or_cancel
from supplier_pcf.gui.widgets.more import More
from supplier_pcf.gui.widgets.place_words import PLACES, place_title
from supplier_pcf.words import sentence

_CONTENTS = ("includes_packaging", "includes_empty_running")
_RANGE = ("low", "high")
_LETTERS = 34
"""A choice shows at least so many letters; its list is as wide as it needs."""
_WIDE = 528
"""Width of the fields with their names, in pixels at the usual size of text."""
_HIGH = 520
"""The fields scroll where they are higher: the dialog fits a window of 720 pixels."""


class OwnFactorForm(QDialog):
    """Asks for what a factor must say about itself; `draft` and `layer` hold the answers."""

    def __init__(
        self,
        context: Context,
        need: Need | None,
        parent: QWidget | None = None,
        *,
        known: EmissionFactor | None = None,
    ) -> None:
        """For the need of a row or, without one, for the library; `known` is one to be changed."""
        super().__init__(parent)
        self._context, self._need, self._known = context, need, known
        self.draft = draft_of(known) if known else FactorDraft()
        self._warned: FactorDraft | None = None
        _ = context.translate
        self.setObjectName("own-factor")
        self.setWindowTitle(self._title())
        self._titles: dict[str, str] = {}
        self._fields: dict[str, QLineEdit | QComboBox] = {}
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(2 * SPACE)
        self._form.setVerticalSpacing(SPACE)
        self._add_fields()
        self._problem = QLabel()
        self._problem.setObjectName("own-factor-problem")
        self._problem.setProperty("role", "problem")
        self._problem.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._help())
        column.addWidget(self._scrolled(), 1)
        column.addWidget(self._problem)
        column.addWidget(self._buttons())

    def _scrolled(self) -> QScrollArea:
        """The fields, and unfolding under them what a supplier tells; all of it on a small screen, too."""
        self.more = More(
            self._context.translate("&More that a supplier tells"),
            "own-factor-received",
            lambda: ReceivedFields(self._context, self.draft),
        )
        self.more.button.toggled.connect(self._grow)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, SPACE, 0)
        column.setSpacing(2 * SPACE)
        column.addLayout(self._form)
        column.addWidget(self.more)
        column.addStretch()
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._area.setMinimumHeight(min(inside.sizeHint().height(), _HIGH))
        bar = self._area.verticalScrollBar().sizeHint().width()
        self._area.setMinimumWidth(max(inside.sizeHint().width() + bar, wide(_WIDE)))
        return self._area

    def _grow(self) -> None:
        """Make room for what was unfolded, and show it."""
        inside, told = self._area.widget(), self.more.inside
        if inside is None or told is None:
            return
        told.adjustSize()
        bar = self._area.verticalScrollBar().sizeHint().width()
        wanted = told.sizeHint().width() + bar + 2 * SPACE
        self._area.setMinimumWidth(max(self._area.minimumWidth(), wanted))
        self.resize(max(self.width(), self.minimumSizeHint().width()), self.height())
        inside.adjustSize()
        self._area.ensureWidgetVisible(self.more)

    def _title(self) -> str:
        _ = self._context.translate
        if self._known is not None:
            return _("Change the own factor “{name}”").format(name=self._known.name)
        if self._need is None:
            return _("New own factor")
        return _("Own factor for “{name}”").format(name=self._need.name)

    @property
    def layer(self) -> Layer:
        """Who brought the factor."""
        return Layer(self._text("layer"))

    def _buttons(self) -> QDialogButtonBox:
        _ = self._context.translate
        does = _("&Add and choose") if self._need else _("K&eep")
        buttons, _add = take_or_cancel(self, _, "own-factor", does, "add")
        return buttons

    def _help(self) -> QLabel:
        text = self._context.translate(
            "A supplier's footprint or a figure from a paper or database. "
            "Enter it with its source, so that a verifier can find it."
        )
        label = QLabel(text)
        label.setWordWrap(True)
        label.setProperty("role", "quiet")
        return label

    def _add_fields(self) -> None:
        _, need, draft = self._context.translate, self._need, self.draft
        place = need.place if need else place_of(self._context.session)
        site = draft.place or country_of(place) or place
        places = sorted((place_title(place, _), place) for place in PLACES)
        self._choice("layer", _("K&ind"), self._layers(), self._layer_now())
        self._fields["layer"].setEnabled(self._known is None)
        self._line("name", _("&Name"), _("Steel coil DC04, supplier Baosteel"))
        kinds = [(category_title(kind, _), kind) for kind in CATEGORIES]
        self._choice("category", _("Ca&tegory"), kinds, draft.category or category_for(need))
        self._line("kg_co2e", _("&kg CO₂e per unit"), _("2.31"))
        self._line("low", _("95 % range, lowest (optional)"), _("2.05"))
        self._line("high", _("95 % range, highest (optional)"), _("2.60"))
        units = [(unit_sign(unit), unit) for unit in units_for(need)]
        self._choice("unit", _("&Unit"), units, draft.unit or usual_unit(need))
        covers = [(boundary_title(b, _), b.value) for b in boundaries_for(need)]
        self._choice("boundary", _("Co&vers"), covers, draft.boundary or covers[0][1])
        sets = [(gwp_title(g, _), g.value) for g in GwpSet]
        self._choice("gwp_set", _("&Global warming potentials"), sets, draft.gwp_set or "")
        self._choice("place", _("&Place"), places, site)
        self._line("year_to", _("&Year of the data"), _("2024"))
        self._line("document", _("Source &document"), _("EPD S-P-01234, table 3"))
        self._line("publisher", _("Pu&blisher (optional)"), _("Baosteel"))
        self._line(
            "licence", _("&Licence or permission"), _("for our own studies, e-mail of 3 May")
        )
        self._line("recycled_content", _("&Recycled input inside, % (optional)"), _("25"))
        self._add_electricity()
        self._add_contents()
        self._line("note", _("N&ote (optional)"), "")
        self._show_draft()

    def _add_electricity(self) -> None:
        """What is needed to exchange the electricity inside the factor one day."""
        _, language = self._context.translate, self._context.language
        self._line("grid_kwh", _("Electri&city inside, kWh (optional)"), _("0.45"))
        known = grids(self._context.session, language)
        of_place = [(f"{place_title(g.place, _)}  ·  {name_in(g, language)}", g.id) for g in known]
        options = [(_("not stated by the source"), ""), *of_place]
        self._choice("grid_id", _("&From which grid (optional)"), options, self.draft.grid_id)
        stands = [(_("not stated by the source"), "")]
        stands += [(power_title(mix, _), mix.value) for mix in PowerMix]
        chosen = self.draft.power_mix.value if self.draft.power_mix else ""
        self._choice("power_mix", _("Of electricity: &which power"), stands, chosen)

    def _add_contents(self) -> None:
        """What must not be counted a second time, asked where it can matter."""
        _, draft = self._context.translate, self.draft
        about = category_for(self._need) if self._need else ""
        either = [(_("yes"), "yes"), (_("no"), "no")]
        if about in ("", "material"):
            now = "yes" if draft.includes_packaging else "no"
            self._choice("includes_packaging", _("Its packaging inside"), either, now)
        if about in ("", "transport"):
            empty = draft.includes_empty_running
            now = "" if empty is None else "yes" if empty else "no"
            options = [(_("not stated by the source"), ""), *either]
            self._choice("includes_empty_running", _("Empty running inside"), options, now)

    def _contents(self) -> dict[str, Any]:
        """What was answered of that; what was not asked stays as it is."""
        said = {n: self._text(n) for n in _CONTENTS if n in self._fields}
        return {name: None if text == "" else text == "yes" for name, text in said.items()}

    def _layers(self) -> list[tuple[str, str]]:
        _ = self._context.translate
        return [
            (_("a figure of your own or from a publication"), Layer.OWN.value),
            (_("a supplier's footprint"), Layer.SUPPLIER.value),
            (_("licensed data: never exported"), Layer.LICENSED.value),
        ]

    def _layer_now(self) -> str:
        return (self._known.layer if self._known else Layer.OWN).value

    def _show_draft(self) -> None:
        """What is known of a factor that is being changed."""
        draft, decimal = self.draft, self._context.decimal
        for name in ("name", "document", "publisher", "licence", "note"):
            self._write(name, getattr(draft, name))
        self._write("kg_co2e", shown_number(draft.kg_co2e, decimal))
        self._write("recycled_content", shown_share(draft.recycled_content, decimal))
        self._write("grid_kwh", shown_number(draft.grid_kwh, decimal))
        self._write("year_to", str(draft.year_to or ""))
        for name, kg in zip(_RANGE, interval_of(draft), strict=True):
            self._write(name, "" if kg is None else shown_number(kg, decimal))
        # A figure in parts cannot be changed as one number.
        self._fields["kg_co2e"].setEnabled(draft.buckets is None)

    def _write(self, name: str, text: str) -> None:
        field = self._fields[name]
        if isinstance(field, QLineEdit):
            field.setText(text)

    def _line(self, name: str, title: str, example: str) -> None:
        field = QLineEdit()
        field.setPlaceholderText(example)
        self._put(name, title, field)

    def _choice(self, name: str, title: str, options: list[tuple[str, str]], chosen: str) -> None:
        field = QComboBox()
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(_LETTERS)
        for words, value in options:
            field.addItem(words, value)
        field.setCurrentIndex(field.findData(chosen))
        self._put(name, title, field)

    def _put(self, name: str, title: str, field: QLineEdit | QComboBox) -> None:
        plain = title.replace("&", "")
        field.setObjectName(f"own-factor-{name}")
        field.setAccessibleName(plain)
        self._titles[name], self._fields[name] = plain, field
        self._form.addRow(title, field)

    def accept(self) -> None:
        """Take the answers if none is missing; else say which."""
        problem = self._read()
        self._problem.setText(problem)
        if not problem:
            super().accept()

    def _read(self) -> str:
        """Keep the answers in `draft`; returns the sentence of what is wrong."""
        numbers = self._numbers()
        if isinstance(numbers, str):
            return numbers
        year, boundary, gwp = numbers["year_to"], self._text("boundary"), self._text("gwp_set")
        self.draft = replace(
            self.draft,
            category=self._text("category"),
            name=self._text("name"),
            unit=self._text("unit"),
            place=self._text("place"),
            document=self._text("document"),
            publisher=self._text("publisher"),
            licence=self._text("licence"),
            note=self._text("note"),
            kg_co2e=numbers["kg_co2e"],
            grid_kwh=numbers["grid_kwh"],
            recycled_content=numbers["recycled_content"],
            grid_id=self._text("grid_id") if numbers["grid_kwh"] else "",
            year_to=int(year) if year is not None and 1950 <= year <= 2100 else None,
            boundary=Boundary(boundary) if boundary else None,
            gwp_set=GwpSet(gwp) if gwp else None,
            **self._contents(),
            power_mix=PowerMix(mix) if (mix := self._text("power_mix")) else None,
        )
        return self._read_told() or self._lacking() or self._read_range(numbers) or self._doubt()

    def _numbers(self) -> dict[str, float | None] | str:
        """The numbers that were entered, or the sentence of one that cannot be read."""
        numbers: dict[str, float | None] = {}
        for name in ("kg_co2e", *_RANGE, "year_to", "grid_kwh", "recycled_content"):
            read = entered_share if name == "recycled_content" else entered_number
            number = read(self._text(name), self._context.decimal)
            if isinstance(number, Unreadable):
                self._fields[name].setFocus()
                return sentence(number.code, number.params, self._context.translate)
            numbers[name] = number
        return numbers

    def _read_told(self) -> str:
        """Keep what a supplier tells, where that was unfolded."""
        told = self.more.inside
        if isinstance(told, ReceivedFields):
            with_told = told.read(self.draft)
            if isinstance(with_told, str):
                return with_told
            self.draft = with_told
        return ""

    def _read_range(self, numbers: dict[str, float | None]) -> str:
        """Keep the range that the source states around its figure."""
        ranged = with_interval(self.draft, *(numbers[name] for name in _RANGE))
        if ranged is None:
            self._fields[_RANGE[0]].setFocus()
            return sentence("own.interval", {}, self._context.translate)
        self.draft = ranged
        return ""

    def _lacking(self) -> str:
        lacking = missing(self.draft)
        if not lacking:
            return ""
        self._fields[lacking[0]].setFocus()
        names = ", ".join(self._titles[name] for name in lacking)
        return self._context.translate("Still to enter: {fields}.").format(fields=names)

    def _doubt(self) -> str:
        """What cannot be, or what looks strange: said once, and taken when it is confirmed."""
        found = examine(self.draft, self._context.session.choice)
        told = [f for f in found if f.severity is Severity.ERROR or f.where == "kg_co2e"]
        is_known = self._warned == self.draft and not errors(found)
        self._warned = self.draft
        if not told or is_known:
            return ""
        _ = self._context.translate
        again = _("Press the button again if it is right.")
        said = " ".join(sentence(f.code, f.params, _) for f in told)
        return said if errors(found) else f"{said} {again}"

    def _text(self, name: str) -> str:
        field = self._fields[name]
        if isinstance(field, QLineEdit):
            return field.text().strip()
        return str(field.currentData() or "")
