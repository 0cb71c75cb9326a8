"""Bytes of any kind but PDF and web pages to blocks: office files, lists, text, and what kind a file is."""
