"""One module a step of the wizard; pages build and bind, and do not know each other."""
