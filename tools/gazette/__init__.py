"""Gazette publishes a company's legal policies from Markdown in git."""

__version__ = "0.1.0"
