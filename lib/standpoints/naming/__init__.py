"""Who is meant: the parts of `registry.py` and `actors.py`.

names (the index of all spellings) → people, roles (what is a name, an office) → spots, descriptions (where somebody
is named in a text) → cast (who appears in an article) → antecedents (he, she, they) → speakers.
"""
