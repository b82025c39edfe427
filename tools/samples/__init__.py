"""Scripts that make the samples."""
