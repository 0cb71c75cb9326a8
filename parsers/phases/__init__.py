"""Whether a text is of the first approval, of its renewal or of both."""
