"""Where documents are, as pages say it."""
