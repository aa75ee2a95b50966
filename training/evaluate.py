"""How often the reader is right on a corpus file: `python training/evaluate.py`, see training/README.md.

Prints the tables of the model card: found and who with 95 % intervals over articles, by form and by publisher.
"""

import argparse
import json
import time
from collections import Counter

import pandas as pd

from standpoints import reader
from standpoints.reading.pieces import quotation_state
from standpoints.scoring.metrics import covered, match, measure, naming, share, tokens_of

FORMS = ("direct", "mixed", "indirect")


def compare(text, gold, predicted):
    """[(gold number, predicted number, do the sources name the same)] of what was found, and the gold with content."""
    tokens = tokens_of(text)
    gold = [a for a in gold if a.get("content")]
    pairs = match([covered(a["content"], tokens) for a in gold], [covered(a.content, tokens) for a in predicted])
    same = [bool(naming(gold[i].get("source", []), tokens) & naming(predicted[j].source, tokens)) for i, j, _ in pairs]
    return [(i, j, right) for (i, j, _), right in zip(pairs, same, strict=True)], gold


def right_ones(text, gold, predicted):
    """The numbers of the predictions whose content is right, and whose source is where gold names one."""
    pairs, gold = compare(text, gold, predicted)
    return {j for i, j, same in pairs if same or not gold[i].get("source")}


def count(text, gold, predicted):
    """The counts of one article that all figures are made of."""
    pairs, gold = compare(text, gold, predicted)
    sourced = [bool(a.get("source")) for a in gold]
    counts = Counter(
        gold=len(gold),
        predicted=len(predicted),
        found=len(pairs),
        gold_who=sum(sourced),
        predicted_who=len(predicted) - sum(not sourced[i] for i, _, _ in pairs),
        found_who=sum(sourced[i] for i, _, _ in pairs),
        right=sum(same for _, _, same in pairs),
    )
    state = quotation_state(text)
    forms = [form_of(a["content"], text, state) for a in gold]
    hit = {i for i, _, _ in pairs}
    for i, form in enumerate(forms):
        counts[form] += 1
        counts[f"{form}_found"] += i in hit
    return counts


def form_of(spans, text, state):
    """direct, mixed or indirect: are all, some or none of the content's letters inside quotation marks?"""
    quoted = {bool(state[i]) for start, end in spans for i in range(start, end) if text[i].isalnum()}
    return "direct" if quoted == {True} else "indirect" if quoted == {False} else "mixed"


def f1(counts, hit="found", predicted="predicted", gold="gold"):
    return 200 * sum(c[hit] for c in counts) / max(1, sum(c[predicted] + c[gold] for c in counts))


def who_f1(counts):
    return f1(counts, "right", "predicted_who", "gold_who")


def report(rows):
    """The tables of the model card, from rows with `publisher` and the counts of an article each."""
    table = pd.DataFrame(rows).fillna(0)
    lines = ["| | value | 95 % interval | n |", "|---|---|---|---|"]

    def line(name, figure, n):
        value, low, high = (
            100 * figure[k] if figure[k] is not None else float("nan") for k in ("value", "low", "high")
        )
        lines.append(f"| {name} | {value:.1f} | {low:.1f}–{high:.1f} | {n:,.0f} |")

    def three(name, part, hit, predicted, gold):
        units = part["id"]
        both = measure(units, lambda c: 2 * c.h / (c.p + c.g), h=part[hit], p=part[predicted], g=part[gold])
        if name in ("found", "who"):
            line(f"{name}: precision", share(units, part[hit], part[predicted]), part[predicted].sum())
            line(f"{name}: recall", share(units, part[hit], part[gold]), part[gold].sum())
        line(f"{name}: F1", both, part[gold].sum())

    three("found", table, "found", "predicted", "gold")
    three("who", table, "right", "predicted_who", "gold_who")
    line("source right where found", share(table["id"], table["right"], table["found_who"]), table["found_who"].sum())
    for form in FORMS:
        line(f"recall, {form}", share(table["id"], table[f"{form}_found"], table[form]), table[form].sum())
    quoted, hit = table["direct"] + table["mixed"], table["direct_found"] + table["mixed_found"]
    line("recall, with quotation marks", share(table["id"], hit, quoted), quoted.sum())
    for publisher, part in table.groupby("publisher"):
        three(f"found in {publisher}", part, "found", "predicted", "gold")
        three(f"who in {publisher}", part, "right", "predicted_who", "gold_who")
    return "\n".join(lines)


def curve(text_rows, parts=5):
    """How often attributions of a confidence are right, by fifths: the calibration's check."""
    pairs = sorted((a.confidence, j in good) for good, predicted in text_rows for j, a in enumerate(predicted))
    lines = ["| confidence (mean) | right % | n |", "|---|---|---|"]
    for k in range(parts):
        part = pairs[k * len(pairs) // parts : (k + 1) * len(pairs) // parts]
        mean, right = (sum(column) / len(part) for column in zip(*part, strict=True))
        lines.append(f"| {mean:.2f} | {100 * right:.0f} | {len(part)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--file", default="../shared/corpora/polnear-dev.jsonl")
    args = parser.parse_args()
    rows, confidences, began, size = [], [], time.monotonic(), 0
    for row in map(json.loads, open(args.file, encoding="utf-8")):
        predicted = reader.read(row["text"])
        size += len(row["text"])
        rows.append(
            {"id": row["id"], "publisher": row["publisher"], **count(row["text"], row["attributions"], predicted)}
        )
        confidences.append((right_ones(row["text"], row["attributions"], predicted), predicted))
    print(report(rows), "", curve(confidences), sep="\n")
    print(f"\n{size / 1000 / (time.monotonic() - began):.0f} kB/s, scoring included")
