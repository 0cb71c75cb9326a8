"""Bytes of a policy document to what it says: pure functions, no network, no database, no clock."""
