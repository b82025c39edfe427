"""The sections of the summary, one module each: from a report to flowables."""
