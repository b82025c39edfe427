"""What the system lacks for Qt, and how to get it."""

from supplier_pcf.cli.qt_libraries import FOR_QT, FOR_X11, install_line, missing


def test_a_library_that_is_not_there_is_named_by_its_package(monkeypatch):
    monkeypatch.setattr("sys.platform", "linux")
    assert missing({"libnowhere.so.7": "libnowhere7"}) == ["libnowhere7"]


def test_away_from_linux_nothing_is_missing(monkeypatch):
    monkeypatch.setattr("sys.platform", "win32")
    assert missing({"libnowhere.so.7": "libnowhere7"}) == []


def test_the_line_can_be_copied():
    assert install_line(["a", "b"]) == "sudo apt-get install -y a b"


def test_no_package_is_asked_for_twice():
    packages = [*FOR_QT.values(), *FOR_X11.values()]
    assert len(set(packages)) == len(packages)
