"""What a sentence, a cell or a title answers of coverage: the words of each status, of denials, and of what is none."""
