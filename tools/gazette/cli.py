"""The `gazette` command."""
