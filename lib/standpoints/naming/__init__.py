"""Who is meant: the parts of `registry.py` and `actors.py`, in the order of a name's way.

Words: names (the index of all spellings), spellings, given (first names), geography, roles and nouns (words for
offices, persons and bodies), words (a text cut into them), endings (where a name ends).

Where somebody is named: listed (names of the registry), bodies (that no registry holds), offices and descriptions,
people, spots (all of them in a text).

What a place in the text says of a person: places, introductions, known (whom an article names in full), appearances
(all places of one person).

Whom an office or a noun means: states, holders, owners (*its* premier), origins (*the Finn*), variation (*the former
minister*), again (*the bloc*), apposed (Brandt, the minister), called.

The reading of one article: scene and stage (who was named and who spoke so far), cast (who appears), candidates,
newcomers, salience, pointing and antecedents (*he*, *she*).

Whom a speaker's phrase names: first_person (who says *we* in an official paper), documents (a letter's author),
entourage, groups, sides (of who is not named), phrases, speakers.
"""
