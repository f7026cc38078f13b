"""From a file of any accepted format to the text of a report, and to what the file says about itself.

``importer.import_file`` is the way in. A file passes through ``formats`` (what it is), one of ``plain``, ``html``,
``docx`` and ``pdf`` (its text in ``blocks``), and ``repairs`` (characters broken by a wrong encoding). Nothing here
writes to a corpus: that is ``civicspace.corpus.adding``.
"""
