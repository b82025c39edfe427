"""What proves a figure: documents, checklist, tests of records, remarks, sheets for colleagues."""
