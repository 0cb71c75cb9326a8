"""Headings, and what the section under each is for."""
