"""What the night fetched, looked through for documents that nobody declared."""
