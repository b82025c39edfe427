"""The sentences of commands: what was asked for and is not there."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "sample.unknown": "There is no sample “{id}”. Choose one of: {known}.",
    "format.unknown": "There is no format “{id}”. Choose one of: {known}.",
    "language.unknown": "The report is not available in “{language}”. Choose one of: {known}.",
    "entry.not_a_number": "“{text}” is no number. Enter digits, such as 12.5.",
    "entry.two_readings": (
        "“{text}” can be read in two ways. Type {one} or {other}, without anything between the thousands."
    ),
    "entry.too_large": "“{text}” is larger than any number that is used here. Look at its zeros and at its unit.",
    "entry.no_unit": "“{text}” has a unit, and this field takes a number alone. Type it without the unit.",
    "entry.other_unit": "“{text}” is in a unit that does not belong here. Enter a number in {unit}.",
    "entry.unknown_unit": "The unit in “{text}” is not known. Enter a unit such as g, kg, t, kWh or m3.",
    "entry.not_here": (
        "“{text}” was not taken: this cell is worked out from other entries, or does not apply to this row. "
        "Press Delete to see what it holds."
    ),
    "file.exists": "{file} is there already. Choose another name, or put that file aside first.",
    "entry.not_a_day": "“{text}” is no day. Write it as year-month-day, such as 2025-12-31.",
    "entry.two_days": "“{text}” may be {one} or {other}. Write it as year-month-day.",
    "entry.no_country": "“{text}” is no country we know. Choose one from the list.",
    "entry.no_province": "“{text}” is no province we know. Choose one from the list, or clear the field.",
    "entry.no_province_code": (
        "“{text}” is no code of a state or province. Write the code that stands in addresses behind {country}-, "
        "or clear the field."
    ),
    "entry.no_place": "“{text}” is no place we know. Write the code of the country, such as CN or DE.",
    "entry.not_a_share": "“{text}” is no percentage. Enter a number from 0 to 100.",
    "import.reader_stopped": (
        "Reading {file} stopped before its end. Try again, or copy the table into a new workbook and choose that."
    ),
    "session.no_file": "The study has no file yet. Choose a name for it.",
    "session.changed_on_disk": (
        "{file} was saved by somebody else since you opened it. Save yours under another name, or open the file again."
    ),
    "session.no_last_company": (
        "None of the studies you opened last names a company. Fill in this one; the next study can take it over."
    ),
    "evidence.no_file": (
        "“{name}” has no file in this project: it is on paper, or its file was not saved. Attach it again."
    ),
    "bundle.damaged": (
        "Supplier PCF is not complete: {count} of its parts are missing or changed, {file} among them. "
        "Install it again; your studies stay as they are."
    ),
    "window.no_qt": (
        "The window cannot open because a part of Qt cannot be loaded ({reason}). "
        "Install Supplier PCF again; your studies stay as they are."
    ),
    "window.fault": (
        "Supplier PCF had to stop because of a fault of ours. Unsaved work is offered at the next start. "
        "Please send us the file {file}."
    ),
    "heating_value.unreadable": (
        "“{text}” is no heating value or density. Write a positive number and two units of energy, mass or volume, "
        "such as 11.2 kWh gross / m3."
    ),
    "heating_value.no_row": "There is no row of energy with the id “{row}”. There are: {rows}.",
    "export.onto_study": "{file} is the study itself. Choose another name for the file to write.",
}
