"""The composition builder: an alloy or compound from shares, with the energy of making it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from supplier_pcf.app.choosing import place_of
from supplier_pcf.app.entering import Unreadable, entered_share
from supplier_pcf.app.library_view import may_be_component, may_be_energy
from supplier_pcf.app.making import Composition, Made, compose
from supplier_pcf.domain.factor import EmissionFactor
from supplier_pcf.domain.numbers import percent
from supplier_pcf.domain.places import country_of
from supplier_pcf.gui.base.context import Context
from supplier_pcf.gui.base.sizes import SPACE, open_at
from supplier_pcf.gui.factors.factor_words import value_title
from supplier_pcf.gui.factors.parts_table import AMOUNT, PART, PartsModel
from supplier_pcf.gui.widgets.dialog_parts import plain_label, show_plainly, take_or_cancel
from supplier_pcf.gui.widgets.findings_list import FindingsList
from supplier_pcf.gui.widgets.place_words import PLACES, place_title
from supplier_pcf.words import sentence

_WIDTHS = {1: 150, 2: 92, 3: 84, 4: 116}


class CompositionDialog(QDialog):
    """Name, parts and source; `made` is the factor as soon as nothing stands in its way."""

    def __init__(self, context: Context, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _ = context.translate
        self._context = context
        self.made: EmissionFactor | None = None
        self.setObjectName("compose-factor")
        self.setWindowTitle(_("Build an alloy or compound"))
        open_at(self, 900, 620)
        self.name = self._field("name", _("&Name"), _("ADC12, 30 % recycled"), name)
        self.document = self._field("document", _("Source of the &shares"), _("EN 1706, table 1"))
        self.material_yield = self._field("yield", _("&Yield, %"), "", "100")
        self.place = self._places()
        self.parts = PartsModel(context)
        self.parts.changed.connect(self._work_out)
        self.table = self._table()
        self.total = plain_label("compose-total", "strong")
        self.problem = plain_label("compose-problem", "problem")
        self.found = FindingsList(_, "compose-findings", most_rows=3)
        self.found.chosen.connect(self._go)
        self._arrange()
        for field in (self.name, self.document, self.material_yield):
            field.textChanged.connect(lambda _text: self._work_out())
        self.place.currentIndexChanged.connect(lambda _index: self._work_out())
        self._work_out()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * SPACE] * 4)
        column.setSpacing(SPACE)
        column.addLayout(self._form())
        column.addLayout(self._bar())
        column.addWidget(self.table, 1)
        column.addWidget(self.total)
        column.addWidget(self.problem)
        column.addWidget(self.found)
        column.addWidget(self._buttons())

    def _field(self, name: str, title: str, example: str, text: str = "") -> QLineEdit:
        field = QLineEdit(text)
        field.setObjectName(f"compose-{name}")
        field.setAccessibleName(title.replace("&", ""))
        field.setPlaceholderText(example)
        return field

    def _places(self) -> QComboBox:
        _ = self._context.translate
        box = QComboBox()
        box.setObjectName("compose-place")
        box.setAccessibleName(_("Place"))
        for words, place in sorted((place_title(place, _), place) for place in PLACES):
            box.addItem(words, place)
        site = place_of(self._context.session)
        box.setCurrentIndex(box.findData(country_of(site) or site))
        return box

    def _form(self) -> QFormLayout:
        _ = self._context.translate
        form = QFormLayout()
        form.setHorizontalSpacing(2 * SPACE)
        form.setVerticalSpacing(SPACE)
        form.addRow(_("&Name"), self.name)
        form.addRow(_("Source of the &shares"), self.document)
        form.addRow(_("&Place"), self.place)
        form.addRow(_("&Yield, %"), self.material_yield)
        return form

    def _bar(self) -> QHBoxLayout:
        _ = self._context.translate
        row = QHBoxLayout()
        row.setSpacing(SPACE)
        for name, text, pressed in (
            ("material", _("Add &material…"), lambda: self._add(is_energy=False)),
            ("energy", _("Add &energy…"), lambda: self._add(is_energy=True)),
            (
                "remove",
                _("&Remove part"),
                lambda: self.parts.remove(self.table.currentIndex().row()),
            ),
        ):
            button = QPushButton(text)
            button.setObjectName(f"compose-{name}")
            button.setAutoDefault(False)
            button.clicked.connect(pressed)
            row.addWidget(button)
        row.addStretch()
        return row

    def _table(self) -> QTableView:
        table = QTableView()
        table.setObjectName("compose-parts")
        table.setAccessibleName(self._context.translate("What it is made of"))
        show_plainly(table, self.parts, _WIDTHS, PART, by_row=False)
        return table

    def _buttons(self) -> QDialogButtonBox:
        _ = self._context.translate
        buttons, self.keep = take_or_cancel(self, _, "compose", _("&Keep"), "keep")
        return buttons

    def _add(self, *, is_energy: bool) -> None:
        from supplier_pcf.gui.factors.library_browser import pick_factor

        factor = pick_factor(self._context, self, may_be_energy if is_energy else may_be_component)
        if factor is not None:
            row = self.parts.add(factor, is_energy=is_energy)
            cell = self.parts.index(row, AMOUNT)
            self.table.setCurrentIndex(cell)
            self.table.setFocus()
            self.table.edit(cell)

    def _go(self, where: str) -> None:
        """To the field or the part a finding is about."""
        kind, _slash, number = where.partition("/")
        fields: dict[str, QWidget] = {
            "name": self.name,
            "document": self.document,
            "place": self.place,
            "material_yield": self.material_yield,
        }
        if number.isdecimal():
            first = len(self.parts.components()) if kind == "energies" else 0
            self.table.setCurrentIndex(self.parts.index(first + int(number), AMOUNT))
        fields.get(kind, self.table).setFocus()

    def _refuse(self, text: str) -> None:
        """Say what is wrong with what was typed; an empty text: nothing."""
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def composition(self) -> Composition | Unreadable:
        """What was entered so far, or the text that is no number."""
        share = entered_share(self.material_yield.text(), self._context.decimal)
        if isinstance(share, Unreadable):
            return share
        return Composition(
            name=self.name.text(),
            components=self.parts.components(),
            energies=self.parts.energies(),
            material_yield=1.0 if share is None else share,
            place=self.place.currentData() or "",
            document=self.document.text(),
        )

    def _work_out(self) -> None:
        told = self.composition()
        _ = self._context.translate
        if isinstance(told, Unreadable):
            self._refuse(sentence(told.code, told.params, _))
            done = Made()
        else:
            self._refuse(self.parts.problem)
            done = compose(self._context.session, told)
            self._tell(told, done)
        self.made = done.factor
        recipe = done.factor.recipe if done.factor else None
        self.parts.show_adds(tuple(p.kg_co2e for p in recipe.parts) if recipe else ())
        self.keep.setEnabled(done.factor is not None)

    def _tell(self, told: Composition, done: Made) -> None:
        """The sum of the shares, the figure, and what stands in the way."""
        _, language = self._context.translate, self._context.language
        text = _("Shares: {sum} of 100 %").format(
            sum=percent(100 * told.sum_of_shares, language).replace("\N{NO-BREAK SPACE}%", " %")
        )
        if done.factor is not None:
            figure = value_title(done.factor, language)
            text = f"{text}   ·   " + _("Figure: {figure}").format(figure=figure)
        self.total.setText(text)
        self.found.show_findings(done.findings)
