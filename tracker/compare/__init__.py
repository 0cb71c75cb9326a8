"""Two versions of a policy to the changes between them."""
