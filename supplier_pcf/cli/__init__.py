"""The windowless face: one module a command."""
