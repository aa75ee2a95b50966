"""The tables behind the charts: a study's tables in, one table a question out.

counting (what counts, and under whose name) → voice (who is given room), spoken (who is spoken of, and the sentences
behind a mark) → tone, instruments, course (through an article, over time) · taken (the positions, and the statements
behind any mark) → standing, common_ground, turning, wording, network, discourse · accuracy (of the kit itself) ·
captions (how much of how much was used); opposites, words and labels (what the codebook calls issues and stances) are
parts of these.
"""
