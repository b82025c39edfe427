"""The sentences about collection sheets: what went wrong on the way out or back."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "collect.nothing_to_ask": "There is nothing to ask {team} for: the study has no such rows. Enter or import them first.",
    "collect.not_a_sheet": "{file} is no collection sheet of Supplier PCF. Choose the workbook that was sent back.",
    "collect.other_study": "{file} was written for another study: none of its rows is in this one. Open that study first.",
    "collect.overdue": "A sheet that asks {person} for numbers was due on {due} and is not back. Ask for it, or read it back under Tools.",
    "collect.no_team": "Say for whom the sheet is: --team, or which sheet is back: --read FILE.",
    "collect.formula": "The answer is a formula without a result. Write the number itself into the cell.",
    "collect.not_a_number": "“{text}” is no number. Write digits, such as 12.5.",
    "collect.negative": "“{text}” is below zero. Write an amount of zero or more.",
    "collect.not_a_share": "“{text}” is no percentage. Write a number from 0 to 100.",
    "collect.unit": "“{text}” is not in a unit of {unit}. Choose the unit from the list.",
    "collect.place": "“{text}” is no place we know. Write the code of the country, such as CN or DE.",
    "collect.choice": "“{text}” is not in the list. Choose one of: {choices}.",
}
