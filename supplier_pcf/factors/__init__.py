"""Where factors come from: the bundled sets, the library, search, and what a factor is not for."""
