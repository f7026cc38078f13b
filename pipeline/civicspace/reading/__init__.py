"""Reading reports: folders, files, JSON lines and standard input in, reports or their errors out, in input order."""
