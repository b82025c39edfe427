"""`python -m tests.bench.first_paint [TIMES]`: CPU time to the first painting, against an empty window."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[2]
EMPTY = """
import sys, time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.done)

    def done(self):
        print(time.process_time(), flush=True)
        QApplication.exit()

app = QApplication([])
window = Window()
window.resize(1280, 720)
window.show()
app.exec()
"""
OURS = """
import time
from PySide6.QtWidgets import QApplication
from supplier_pcf.gui.window import main_window
from supplier_pcf.gui import start

def done(self, *args, **kwargs):
    print(time.process_time(), flush=True)
    QApplication.exit()

main_window.MainWindow.begin = done
start.run(None)
"""


def seconds(code: str) -> float:
    """CPU time of a fresh process until its window has been painted."""
    with tempfile.TemporaryDirectory() as data:
        surroundings = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
        surroundings |= {"XDG_DATA_HOME": data, "APPDATA": data}
        done = subprocess.run(
            [sys.executable, "-c", code],
            check=True,
            capture_output=True,
            text=True,
            cwd=ROOT,
            env=surroundings,
        )
    return float(done.stdout.split()[-1])


def bench(times: int) -> None:
    """Both in turn, so that a busy computer is unfair to neither."""
    empty, ours = [], []
    for _ in range(times):
        empty.append(seconds(EMPTY))
        ours.append(seconds(OURS))
    low, high = statistics.median(empty), statistics.median(ours)
    print(f"empty window  {1000 * low:6.0f} ms of CPU time")
    print(f"Supplier PCF  {1000 * high:6.0f} ms of CPU time, {high / low:.2f} times as much")


if __name__ == "__main__":
    bench(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
