"""The customers' own Excel forms, filled cell by cell; none is supported yet."""
