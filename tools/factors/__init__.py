"""Scripts that make the factor sets; never shipped."""
