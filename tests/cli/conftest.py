"""The command as a function: what it prints, and its exit code."""

import json
from dataclasses import dataclass

import pytest

from supplier_pcf.cli.main import main


@dataclass(frozen=True)
class Said:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def data(self):
        """Standard output as data."""
        return json.loads(self.out)


@pytest.fixture
def run(capsys):
    """Carry out one command."""

    def carry_out(*arguments):
        capsys.readouterr()
        try:
            code = main([str(a) for a in arguments])
        except SystemExit as leave:
            code = leave.code
        said = capsys.readouterr()
        return Said(code, said.out, said.err)

    return carry_out


@pytest.fixture
def bracket(run, tmp_path):
    """The sample bracket as a project file."""
    path = tmp_path / "bracket.spcf"
    assert run("new", "--sample", "stamped-bracket", "--out", path).code == 0
    return path


@pytest.fixture
def rail(run, tmp_path):
    """The published diesel rail as a plain study."""
    path = tmp_path / "rail.json"
    assert run("new", "--sample", "diesel-rail", "--out", path).code == 0
    return path
