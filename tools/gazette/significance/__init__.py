"""What a change means: findings in the categories that the policy itself calls significant."""
