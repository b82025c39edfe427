"""An empty window that notes when it was first painted and ends: the yardstick of first_paint.py."""

import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Painted once."""

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  a name of Qt
        """As any window; afterwards, the time."""
        super().paintEvent(event)
        QTimer.singleShot(0, self._done)

    def _done(self) -> None:
        Path(sys.argv[1]).write_text(str(time.time()), encoding="ascii")
        QApplication.exit()


app = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
sys.exit(app.exec())
