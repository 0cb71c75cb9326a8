"""Rendering and delivery of alerts: email, Slack and the outbox between them."""
