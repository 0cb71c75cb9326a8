"""The stages by which a document is told plainly, a package for each with its steps in turn.

`parsers.plainly_told` has the stages in their order. What stands here beside the packages serves several stages.
"""
