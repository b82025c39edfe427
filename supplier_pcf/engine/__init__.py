"""From a study to numbers: arithmetic without files, clock or settings."""
