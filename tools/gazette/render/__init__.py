"""How Gazette's values are shown: redlines, pages, feeds and reports."""
