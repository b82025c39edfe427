"""Rules between the fields of an exchange file that its official schema does not see."""
