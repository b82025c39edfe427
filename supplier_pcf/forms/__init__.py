"""Tables that people fill in: our own layouts now, the customers' Excel forms one day."""
