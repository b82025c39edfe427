"""Windows on a Linux machine: helpers to build and test, none of which is ever shipped."""
