"""A newcomer's whole way by hand, from a blank study to the customer's files, in every language."""

import json
import zipfile
from dataclasses import replace
from itertools import cycle

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QCheckBox, QRadioButton

from supplier_pcf.app.session import Session
from supplier_pcf.app.settings import Settings
from supplier_pcf.domain.energy import Carrier
from supplier_pcf.gui.delivering.share_sheet import ShareSheet
from supplier_pcf.gui.materials.carbon_words import carbon_options
from supplier_pcf.gui.result.questions import QUESTIONS
from supplier_pcf.gui.window.main_window import MainWindow
from supplier_pcf.gui.window.registry import STEP_IDS
from supplier_pcf.i18n import LANGUAGES
from tests.app.straight_sum import Sum, figures
from tests.gui.at_cells import type_into
from tests.gui.conftest import NOW
from tests.gui.hands import (
    LEFT,
    choose_factor,
    next_step,
    paste,
    pick_in,
    press,
    save_under,
    type_in,
)

SHEET = {"en": "cold rolled steel", "zh_CN": "冷轧钢板", "de": "Kaltband"}
CHINA = {"en": "China", "zh_CN": "中国", "de": "China"}
MARK = {"en": ".", "zh_CN": ".", "de": ","}
STEEL = "us-lci-fy21q3:steel-sheet-cold-rolled"


class Newcomer:
    """Somebody with a mouse, a keyboard and one language, who speaks another for a moment on every page."""

    def __init__(self, qtbot, monkeypatch, window, language):
        self.qtbot, self.monkeypatch, self.window, self.language = (
            qtbot,
            monkeypatch,
            window,
            language,
        )
        others = [other for other in LANGUAGES if other != language]
        self.others = cycle(others)
        self.walked = {window.step}
        if language != window.context.language:
            window.menus.actions[f"language-{language}"].trigger()

    @property
    def study(self):
        return self.window.session.study

    def typed(self, text):
        """A number as it is written in this language."""
        return text.replace(".", MARK[self.language])

    def speak_another_and_back(self):
        """The language is changed and changed back: nothing is lost, the step stays."""
        window, study, step = self.window, self.study, self.window.step
        self.walked.add(step)
        figure = window.session.calculated.result.excluding
        for language in (next(self.others), self.language):
            window.menus.actions[f"language-{language}"].trigger()
            assert window.context.language == language
            assert window.step == step
            assert window.session.study == study
            assert window.session.calculated.result.excluding == figure
            self.qtbot.waitUntil(window.page(step).isVisible)

    def product(self):
        press(self.qtbot, self.window, "start-blank")
        page = self.window.page("product")
        self.qtbot.waitUntil(page.isVisible)
        for name, text in (
            ("product-name", "Halter 支架"),
            ("product-part-number", "H-1"),
            ("product-customer-part-number", "C-1"),
            ("product-mass", self.typed("0.6")),
            ("product-volume", "10000"),
            ("company-name", "Yongda"),
            ("company-domain", "yongda.example"),
            ("company-duns", "123456789"),
        ):
            type_in(self.qtbot, page, name, text)
        press(self.qtbot, page, "period-last-year")
        pick_in(self.qtbot, page, "site-0-country", CHINA[self.language])
        self.speak_another_and_back()
        assert (self.study.product.name, self.study.sites[0].country) == ("Halter 支架", "CN")
        assert (self.study.product.mass.value, self.study.product.volume) == (0.6, 10_000)

    def materials(self):
        page = next_step(self.qtbot, self.window, "materials")
        table = page.materials
        press(self.qtbot, page, "materials-add")
        for key, text in (("name", "Blech"), ("amount", "0.5 kg"), ("gross_amount", "0.75 kg")):
            type_into(self.qtbot, table, 0, key, self.typed(text))
        press(self.qtbot, page, "materials-add")
        table.view.go(table.model.index(1, table.model.column_of("name")))
        paste(self.qtbot, table.view, self.typed("Ring\tDC01\t2\t50 g\t62.5 g\n"))
        steel = dict(carbon_options(self.window.context))["steel"]
        table.view.go(table.model.index(0, table.model.column_of("carbon_kind")))
        paste(self.qtbot, table.view, f"{steel}\n{steel}\n")
        for row in [m.id for m in self.study.materials]:
            choose_factor(self.qtbot, table, row, SHEET[self.language])
        self.speak_another_and_back()
        assert [m.name for m in self.study.materials] == ["Blech", "Ring"]
        assert [m.factor_id for m in self.study.materials] == [STEEL, STEEL]

    def energy(self):
        page = next_step(self.qtbot, self.window, "energy")
        page.energy.adding.findChild(object, f"add-{Carrier.ELECTRICITY.value}").trigger()
        page.readings.focus()
        paste(self.qtbot, page.readings.table.view, "\n".join(["1000"] * 12) + "\n")
        page.findChild(QRadioButton, "basis-share").click()
        type_in(self.qtbot, page, "allocation-share", "10")
        self.speak_another_and_back()
        assert sum(r.amount for r in self.study.meters[0].readings) == 12_000
        assert self.study.energy_uses[0].factor_id, "the grid of the country is proposed"

    def outside(self):
        page = next_step(self.qtbot, self.window, "outside")
        press(self.qtbot, page, "packaging-add")
        for key, text in (("name", "Karton"), ("amount", "400 g"), ("units_per_package", "20")):
            type_into(self.qtbot, page.packaging, 0, key, text)
        choose_factor(self.qtbot, page.packaging, self.study.packaging[0].id, "cardboard")
        self.speak_another_and_back()
        assert self.study.packaging[0].units_per_package == 20

    def transport(self):
        page = next_step(self.qtbot, self.window, "transport")
        press(self.qtbot, page, "transports-add")
        for key, text in (
            ("name", "Coil"),
            ("carried_mass", "0.875 kg"),
            ("distance", "120.5 km"),
        ):
            type_into(self.qtbot, page.legs, 0, key, self.typed(text))
        choose_factor(self.qtbot, page.legs, self.study.transports[0].id, "HGV")
        self.speak_another_and_back()
        assert self.study.transports[0].distance.value == 120.5

    def result(self):
        page = next_step(self.qtbot, self.window, "result")
        for question in QUESTIONS:
            part = page.questions.parts[question.id]
            self.qtbot.mouseClick(part.button, LEFT)
            assert part.inside is not None and part.inside.isVisible(), question.id
        self.speak_another_and_back()

    def deliver(self, folder):
        """The PDF, the file for the customer's system and the list of what it tells."""
        page = next_step(self.qtbot, self.window, "deliver")
        type_in(self.qtbot, page, "prepared-name", "Li Na")
        self.speak_another_and_back()
        assert self.study.prepared.name == "Li Na"
        page = self.window.page("deliver")
        page.findChild(QCheckBox, "sending-sheet").click()
        shown = []
        self.monkeypatch.setattr(
            ShareSheet, "exec", lambda sheet: shown.append(sheet.table.model())
        )
        press(self.qtbot, page, "deliver-pact-3-leaves")
        for name, file in (("pdf-summary", "halter.pdf"), ("pact-3", "halter.json")):
            save_under(self.monkeypatch, folder / file)
            press(self.qtbot, page, f"deliver-{name}-save")
            assert (folder / file).exists(), name
        assert shown[0].rowCount() > 20
        assert (folder / "halter-what-leaves.csv").exists()

    def save_and_close(self, path):
        save_under(self.monkeypatch, path)
        self.window.menus.actions["save"].trigger()
        assert not self.window.isWindowModified()
        assert self.window.close()

    def on_paper(self):
        """kg CO2e of one piece: steel, power, carton, truck; as on paper."""
        kg = figures()
        power, carton, truck = (
            float(kg[row.factor_id])
            for row in (
                self.study.energy_uses[0],
                self.study.packaging[0],
                self.study.transports[0],
            )
        )
        steel = (0.75 + 2 * 0.0625) * float(kg[STEEL])
        return steel + 0.12 * power + 0.02 * carton + 0.000875 * 120.5 * truck


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_a_blank_study_to_the_files_and_back(
    qtbot, monkeypatch, window, session, tmp_path, language
):
    user = Newcomer(qtbot, monkeypatch, window, language)
    for step in (user.product, user.materials, user.energy, user.outside, user.transport):
        step()
    user.result()
    result = session.calculated.result
    assert result.complete
    assert result.excluding == pytest.approx(user.on_paper(), rel=1e-12)
    user.deliver(tmp_path)
    assert user.walked == set(STEP_IDS), "a new step is to be walked through as well"
    pdf = "".join(page.extract_text() for page in PdfReader(tmp_path / "halter.pdf").pages)
    assert "Yongda" in pdf and "Li Na" in pdf
    pact = json.loads((tmp_path / "halter.json").read_bytes())["pcf"]
    assert float(pact["pcfExcludingBiogenicUptake"]) == pytest.approx(user.on_paper(), rel=1e-3)
    study = session.study
    user.save_and_close(tmp_path / "halter.spcf")
    again = reopened(qtbot, tmp_path, language)
    assert replace(again.session.study, changes=()) == replace(study, changes=())
    assert [c.who for c in again.session.study.changes][:1] == ["Li Na"]
    assert again.session.calculated.result.excluding == result.excluding
    again.session.close()


def reopened(qtbot, folder, language):
    """The program started another time on the file."""
    window = MainWindow(Session(folder / "later", clock=lambda: NOW), Settings(language=language))
    qtbot.addWidget(window)
    window.show()
    window.begin(folder / "halter.spcf")
    return window


def test_the_saved_study_adds_up_without_the_program(qtbot, monkeypatch, window, session, tmp_path):
    user = Newcomer(qtbot, monkeypatch, window, "en")
    for step in (user.product, user.materials):
        step()
    figure = session.calculated.result.excluding
    user.save_and_close(tmp_path / "halter.spcf")
    with zipfile.ZipFile(tmp_path / "halter.spcf") as file:
        data = json.loads(file.read("study.json"))
    assert Sum(data).kg_co2e() == pytest.approx(figure, rel=1e-12)


def test_undo_from_the_last_page_leads_back_to_the_blank_study(qtbot, monkeypatch, window, session):
    user = Newcomer(qtbot, monkeypatch, window, "de")
    user.product()
    blank = type(session.study)(id=session.study.id)
    user.materials()
    user.energy()
    while session.undo_label is not None:
        window.menus.actions["undo"].trigger()
    assert session.study == blank
