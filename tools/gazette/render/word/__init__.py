"""Redlines for word processors: real tracked changes."""
