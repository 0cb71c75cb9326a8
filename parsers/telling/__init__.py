"""The stages by which a document is told plainly, one module for each; parsers.plainly_told has them in their order."""
