"""Who is meant: the parts of `registry.py` and `actors.py`.

names (the index of all spellings) → given, geography, people, roles (what is a name, a place, an office) → words →
offices, spots, descriptions (where somebody is named in a text) → introductions, known (whom an article names in
full) → places (as what they stand there) → stage, again, called (whom an office means) → cast (who appears in it) →
salience, pointing, antecedents (he, she) → documents, entourage, groups, phrases (whom a speaker's phrase names) →
speakers.
"""
