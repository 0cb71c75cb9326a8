"""Versions to changes to alerts: the nightly job and the command line."""
