"""What changed between two documents: which clause became which, then which words."""
