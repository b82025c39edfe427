"""The window; the only package that knows Qt. It is empty until the wizard moves in."""
