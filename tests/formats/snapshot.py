"""Comparing a text with the one kept under tests/snapshots; a missing one is written and fails."""

from pathlib import Path

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"


def matches_snapshot(name, content):
    """Whether the bytes are those kept; to accept new ones, delete the kept file and run again."""
    kept = SNAPSHOTS / name
    if not kept.exists():
        kept.write_bytes(content)
        return False
    return kept.read_bytes() == content
