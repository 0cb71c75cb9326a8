"""A recorded sample web of fictional payers: three nights as WARC files, and the pages and documents they are from."""
