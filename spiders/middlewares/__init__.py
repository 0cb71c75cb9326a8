"""Downloader middlewares, one a module; their order is in spiders/settings.py."""
