"""What index pages, sitemaps, bulletins and notices say of where documents are: pure, as all readers are."""
