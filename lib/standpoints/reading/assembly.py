"""Statements from the reader's scores: which word pieces are a span, and which spans belong together.

The network says of each word piece what it is (tag) and where the cue, the source and the content of its
attribution begin (three pointers). Here these local answers become whole attributions, in word pieces.
"""

from typing import NamedTuple

import numpy as np

OUTSIDE, SOURCE, CUE, CONTENT = range(4)
CUE_LINK, SOURCE_LINK, CONTENT_LINK = range(3)


class Settings(NamedTuple):
    """Thresholds, chosen on articles of the training corpus that training did not see."""

    outside: float = -0.4  # added to the log-probability of "no role"
    switch: float = 1.25  # what a change of role costs
    begin: float = 0.6  # a piece begins a new span of the same role from this share of its probability on
    hole: int = 1  # so many pieces between two spans of one content are filled
    same: float = 0.7  # two cues are one when the second points to the first with this weight
    link: float = 0.1  # a content needs this much of the pointers' weight to hang on a cue
    second: float = 0.3  # what a further content needs that stands apart from the one the cue holds best
    source: float = 0.3  # a source needs this much
    tagged: float = 0.1  # a piece goes on a span that only a pointer found, from this probability on
    keep: float = 0.25  # attributions less sure than this are not reported


class Found(NamedTuple):
    """One attribution as spans of word pieces [begin, end), with what speaks for it, each 0…1.

    `evidence`: that the content is one, that it begins where it does, that the cue is one, that content and cue
    belong together, and so do they and the source.
    """

    content: list
    cue: list
    source: list
    evidence: tuple


def softmax(scores):
    scores = scores - scores.max(-1, keepdims=True)
    np.exp(scores, out=scores)
    scores /= scores.sum(-1, keepdims=True)
    return scores


def role_probabilities(tags, words):
    """(n, 4) probability of each role and (n, 3) of beginning a span, the pieces of a word sharing theirs.

    `words` numbers the word of each piece: "Med ##ved ##ev" is one word and one role.
    """
    p = softmax(tags)
    roles = np.stack([p[:, 0], p[:, 1] + p[:, 2], p[:, 3] + p[:, 4], p[:, 5] + p[:, 6]], 1)
    size = np.bincount(words)
    mean = np.stack([np.bincount(words, roles[:, r]) for r in range(4)], 1) / size[:, None]
    begins = p[:, 1::2].copy()
    begins[1:][words[1:] == words[:-1]] = 0
    return mean[words], begins


def spans_of(roles, begins, settings):
    """[(role, begin, end)] of runs of pieces of one role; a run is cut where a new cue or content begins."""
    lean = np.log(roles + 1e-9)
    lean[:, OUTSIDE] += settings.outside
    best = steady(lean, settings.switch)
    rows = np.arange(len(best))
    own = np.where(best > SOURCE, begins[rows, np.maximum(best, 1) - 1], 0)  # no two sources stand word by word
    cut = np.diff(best, prepend=-1).astype(bool) | (own > settings.begin * roles[rows, best])
    edges = np.flatnonzero(cut)
    ends = [*edges[1:].tolist(), len(best)]
    return [(int(best[a]), a, b) for a, b in zip(edges.tolist(), ends, strict=True) if best[a] != OUTSIDE]


def steady(lean, switch):
    """The role of each piece so that the sum of `lean` less `switch` for each change of role is largest (Viterbi).

    A content that the network doubts for a word stays one: "to cut 1⟦.⟧3 million coal jobs".
    """
    sums, came = [0.0] * 4, []
    for a, b, c, d in lean.tolist():  # written out for the four roles: this is Python's longest loop in a window
        best = max(sums)
        fall = best - switch
        came.append((sums, best, fall))
        w, x, y, z = sums
        sums = [(w if w > fall else fall) + a, (x if x > fall else fall) + b,
                (y if y > fall else fall) + c, (z if z > fall else fall) + d]  # fmt: skip
    role, path = sums.index(max(sums)), []
    for before, best, fall in reversed(came):
        path.append(role)
        role = role if before[role] >= fall else before.index(best)
    return np.array(path[::-1])


def assemble(tags, links, words, settings):
    """The attributions (`Found`) of one window from its tag and pointer scores, the marks around it cut off.

    `links` is (3, n, n + 1): column 0 stands for "none", column 1 + j for piece j.
    """
    roles, begins = role_probabilities(tags, words - words[0])
    spans = spans_of(roles, begins, settings)
    kinds = np.array([kind for kind, _, _ in spans])
    contents, cues, sources = (np.flatnonzero(kinds == kind) for kind in (CONTENT, CUE, SOURCE))
    if not len(contents):
        return []
    reach, bonds = weigh(spans, links)
    holder = one_cue(cues, spans, bonds, settings)
    found = []
    for own_cues, own in hang(contents, cues, holder, bonds, settings):
        voters = [*own_cues, *own]
        source, weight = best_source(voters, own_cues, own, sources, bonds, settings)
        place = (
            [spans[source][1:]] if source is not None else untagged(reach[SOURCE_LINK, voters], roles, SOURCE, settings)
        )
        cue = [spans[i][1:] for i in own_cues]
        content = fill([spans[i][1:] for i in own], settings.hole, [*cue, *place])
        evidence = (
            np.concatenate([roles[begin:end, CONTENT] for _, begin, end in (spans[i] for i in own)]).mean(),
            begins[content[0][0], CONTENT - 1],
            max((roles[begin:end, CUE].mean() for begin, end in cue), default=0.0),
            bonds[CUE_LINK, own][:, own_cues].max() if own_cues else 0.0,
            weight,
        )
        found.append(Found(content, cue, place, tuple(float(x) for x in evidence)))
    return found


def weigh(spans, links):
    """(3, k, n + 1) mean pointer of each span's pieces, and (3, k, k) how much of it falls on each other span."""
    edges = np.array([span[1:] for span in spans])
    size = edges[:, 1] - edges[:, 0]
    pointers = softmax(links[:, np.concatenate([np.arange(begin, end) for begin, end in edges])])
    # Sums and no products of matrices: those would start threads, which cost more than this work.
    reach = np.add.reduceat(pointers, np.cumsum(size) - size, axis=1) / size[:, None].astype(np.float32)
    beside = np.zeros((*reach.shape[:2], 1), np.float32)
    onto = np.add.reduceat(np.concatenate([reach[:, :, 1:], beside], 2), edges.ravel(), axis=2)
    return reach, onto[:, :, ::2]  # every other sum is of what lies between two spans


def one_cue(cues, spans, bonds, settings):
    """{cue: the cue it is a part of}: "⟦did⟧ not ⟦say⟧" is one cue where the second part points to the first."""
    holder = {cue: cue for cue in cues.tolist()}
    for before, cue in zip(cues.tolist(), cues.tolist()[1:], strict=False):
        near = cue == before + 1 and spans[cue][1] - spans[before][2] <= settings.hole
        if near and bonds[CUE_LINK, cue, before] >= settings.same:
            holder[cue] = holder[before]
    return holder


def hang(contents, cues, holder, bonds, settings):
    """[(cues, contents)]: each content on the cue that it points to and that points to the same content as it."""
    if not len(cues):
        return [([], [content]) for content in contents.tolist()]
    towards = bonds[CUE_LINK, contents[:, None], cues]
    agree = bonds[CONTENT_LINK, contents[:, None], contents] @ bonds[CONTENT_LINK, cues[:, None], contents].T
    votes = (towards + agree) / 2
    groups, loose = {}, []
    for i in np.argsort(-votes.max(1), kind="stable"):
        own = groups.setdefault(holder[int(cues[votes[i].argmax()])], [])
        if votes[i].max() >= (settings.second if own else settings.link):
            own.append(int(contents[i]))
        else:
            loose.append(([], [int(contents[i])]))
    return [([c for c in cues.tolist() if holder[c] == cue], sorted(own)) for cue, own in groups.items() if own] + loose


def best_source(voters, cues, contents, sources, bonds, settings):
    """The source that cue and contents point to and that points back, and its weight; (None, 0) below the threshold."""
    if not len(sources):
        return None, 0.0
    there = bonds[SOURCE_LINK, np.array(voters)[:, None], sources].mean(0)
    back = bonds[CONTENT_LINK, sources][:, contents].max(1)
    if cues:
        back = (back + bonds[CUE_LINK, sources][:, cues].max(1)) / 2
    votes = there * 0.6 + back * 0.4
    best = int(votes.argmax())
    return (int(sources[best]), float(votes[best])) if votes[best] >= settings.source else (None, 0.0)


def untagged(pointers, roles, role, settings):
    """[span] of the piece that the pointers see as the first of a `role` though its tag fell just short; or []."""
    vote = pointers.mean(0)
    first = int(vote.argmax()) - 1
    if first < 0 or roles[first, role] < settings.tagged:
        return []
    end = first + 1
    while end < len(roles) and roles[end, role] >= settings.tagged:
        end += 1
    return [(first, end)]


def fill(spans, hole, others):
    """Spans of one content in order, those with no more than `hole` pieces between them made one."""
    joined = []
    for begin, end in sorted(spans):
        blocked = any(o and joined and joined[-1][1] <= o[0] < begin for o in others)
        if joined and begin - joined[-1][1] <= hole and not blocked:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((begin, end))
    return joined
