"""What every page says of the sample, as text: a change of words or rows is seen at once."""

import pytest
from PySide6.QtWidgets import QRadioButton

from supplier_pcf.gui.window.registry import STEP_IDS, page_class
from tests.gui.outline import assert_same, outline


@pytest.mark.parametrize("step", STEP_IDS)
def test_the_page_says_what_it_said(qtbot, context, bracket, step):
    page = page_class(step)(context)
    page.complete()
    qtbot.addWidget(page)
    lines = outline(page)
    lines += [f"chosen: {b.objectName()}" for b in page.findChildren(QRadioButton) if b.isChecked()]
    assert_same(lines, step)
