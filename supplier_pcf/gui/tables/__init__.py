"""Tables of the rows of a study that behave as in Excel, and the details of a row."""
