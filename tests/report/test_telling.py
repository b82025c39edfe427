"""What the summary says, read off its own pages."""

from collections import Counter
from io import BytesIO
from itertools import groupby

from pypdf import PdfReader

from supplier_pcf.report.summary import summary_bytes
from supplier_pcf.report.telling import told_by
from tests.report import build


def printed(report):
    pages = PdfReader(BytesIO(summary_bytes(report))).pages
    return "".join("".join(page.extract_text() for page in pages).split()).replace("•", "")


def test_what_is_told_is_letter_for_letter_what_is_printed():
    report = build.report()
    told = [line for line in told_by(report) if line[0] != "PDF"]
    headings = [section for section, _lines in groupby(told, key=lambda line: line[0])]
    letters = Counter("".join("".join([*headings, *(text for _, text in told)]).split()))
    assert letters == Counter(printed(report))


def test_lines_stand_under_the_heading_they_are_printed_under():
    told = told_by(build.report())
    assert told[0][0] == ""
    assert ("Data quality", "Primary data share (PDS)") in told
    assert ("Flow of kg CO₂e", "Materials") in told
    assert ("", "Page 3 of 3") in told


def test_the_properties_of_the_file_are_told_too():
    report = build.report()
    written = PdfReader(BytesIO(summary_bytes(report))).metadata
    told = [text for section, text in told_by(report) if section == "PDF"]
    assert told == [
        f"{name}: {written[f'/{name}']}" for name in ("Title", "Author", "Subject", "Creator")
    ]
