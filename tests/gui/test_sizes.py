"""Windows fit on the screen, whatever its scale."""

import pytest
from PySide6.QtCore import QSize

from supplier_pcf.gui.base.sizes import fitting


@pytest.mark.parametrize(
    ("screen", "size"),
    [
        ((1920, 1040), (1280, 720)),  # a full-HD screen without its task bar
        ((1366, 728), (1280, 688)),  # a laptop
        ((1280, 672), (1264, 632)),  # full HD at 150 %
        ((1093, 574), (1077, 534)),  # a laptop at 125 %
        ((960, 512), (944, 472)),  # full HD at 200 %
    ],
)
def test_the_window_fits_on_the_screen(screen, size):
    assert fitting(QSize(1280, 720), QSize(*screen)) == QSize(*size)


def test_the_window_can_be_as_small_as_the_smallest_screen_asks(window):
    for step in ("materials", "energy", "result", "deliver"):
        window.show_step(step)
        needed = window.minimumSizeHint()
        assert needed.width() <= 944 and needed.height() <= 472


def test_the_factor_library_can_be_as_small_as_the_smallest_screen_asks(qtbot, context, bracket):
    from supplier_pcf.gui.factors.factor_library import FactorLibraryDialog

    dialog = FactorLibraryDialog(context)
    qtbot.addWidget(dialog)
    dialog.show()
    needed = dialog.minimumSizeHint()
    assert needed.width() <= 944 and needed.height() <= 472
