"""Tables the supplier already has, read into rows of the study and findings; never all or nothing."""
