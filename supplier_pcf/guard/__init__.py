"""Suspicion towards files from outside: measured and parsed before anything is made of them; what leaves, made harmless."""
