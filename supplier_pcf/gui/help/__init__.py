"""What is explained beside the work: fields, terms and the user guide."""
