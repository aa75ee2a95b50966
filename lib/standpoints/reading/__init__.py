"""How a text is read: the parts of `reader.py` and `statements.py`.

attribution (what reading gives back); pieces, assembly (word pieces in, statements out, around the trained network);
subjects and sources (who says it, by grammar, where the network is unsure), clauses, quoted and relatives (whose
words), asides (a reporting clause in the middle), outlets (an agency that tells what others say), before (*he said this
at a briefing*), performatives (*We urge both to wait*), limits (where a content ends), inside (what is reported in
it), verbs and cues (reporting words and their kinds), channels (where it was said).

By what the page shows: typography (quotation marks), headlines, transcripts, posts, runs (quotations over paragraphs);
page (all of these, set over what the network found).
"""
