"""All sentences in one mapping; each neighbour module holds those of one part of the house."""

from __future__ import annotations

from supplier_pcf.words import findings, formats, importing, project

SENTENCES: dict[str, str] = {
    **findings.SENTENCES,
    **importing.SENTENCES,
    **project.SENTENCES,
    **formats.SENTENCES,
}
