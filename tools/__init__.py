"""Scripts of the project that are never shipped."""
