"""The questions asked of a result, and what stands behind each answer."""
