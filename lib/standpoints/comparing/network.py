"""Who shares positions with whom: the network of actors and stances, and the ties between actors that follow from it.

Discourse network analysis: Leifeld 2017, “Discourse Network Analysis: Policy Debates as Dynamic Networks”, in: Victor,
Montgomery & Lubell (eds.), The Oxford Handbook of Political Networks.
"""

import re
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd

from standpoints.codebook import Codebook
from standpoints.comparing.counting import UNRESOLVED
from standpoints.comparing.opposites import in_common, with_opposites
from standpoints.comparing.taken import coded
from standpoints.project import OUTPUT

_TIES = ["actor", "side", "issue", "stance", "agree", "n_statements", "n_reported"]
_BETWEEN = ["actor", "side", "other", "other_side", "n_congruent", "n_conflicting", "congruence", "conflict",
            "congruent", "conflicting", "n_stances", "other_n_stances", "n_statements",
            "other_n_statements"]  # fmt: skip


def position_ties(study) -> pd.DataFrame:
    """Return one row an actor, stance and agreement: who agrees with what, who rejects it, in how many statements.

    Gives actor, side, issue, stance, agree, n_statements, n_reported (of these, only as another side reports it). An
    actor who did both has two rows. Unknown speakers are left out. Whoever took most positions first.
    """
    codes = coded(study, by="actor")
    codes = codes[codes["actor"] != UNRESOLVED]
    codes = codes.assign(reported=codes["reported_by"].notna())
    ties = codes.groupby(["actor", "side", "issue", "stance", "agree"], as_index=False).agg(
        n_statements=("unit", "nunique"), n_reported=("reported", "sum"))  # fmt: skip
    size = ties.groupby("actor")["n_statements"].transform("sum")
    order = ["size", "actor", "issue", "stance", "agree"]
    ties = ties.assign(size=size).sort_values(order, ascending=[False, True, True, True, False], ignore_index=True)
    return ties[_TIES]


def actor_ties(study, *, codebook: Codebook | None = None, min_statements: int = 1) -> pd.DataFrame:
    """Return one row a pair of actors with a stance in common: on how many they are alike, on how many contrary.

    An actor counts for a stance if more of his statements agree with it than reject it (agreeing with its opposite is
    rejecting it), against it if fewer; with as many, or with fewer than `min_statements` on it, not at all. A stance
    and its opposite are one. What only another side reports is left out.

    Gives actor, side, other, other_side, n_congruent and n_conflicting (stances), congruence and conflict (the same
    divided by the mean number of stances of the two: who speaks on everything is not everybody's ally), the stances
    by name (congruent, conflicting), n_stances, other_n_stances, n_statements and other_n_statements (of each, on the
    stances in common). Strongest first. It says little where each of the two was heard on one stance only.

    Source: Leifeld 2017 (see above): congruence and conflict networks, normalised by average activity.
    Raises ValueError for a stance that the codebook does not have.
    """
    codes = coded(study, by="actor")
    codes = with_opposites(codes[(codes["actor"] != UNRESOLVED) & codes["reported_by"].isna()], codebook)
    stands = codes.groupby(["actor", "side", "issue", "axis", "stance"], as_index=False).agg(
        share=("agree", "mean"), n=("unit", "nunique"))  # fmt: skip
    stands = stands[stands["n"] >= min_statements].assign(stand=np.sign(stands["share"] - 0.5))
    stands = stands[stands["stand"] != 0].astype({"actor": "category"})
    n_stances = stands.groupby("actor", observed=True)["axis"].nunique()
    both = in_common(stands, "actor").rename(columns={"actor_other": "other", "side_other": "other_side"})
    both = both.astype({"actor": object, "other": object})
    both = both.assign(same=both["stand"] == both["stand_other"], contrary=both["stand"] != both["stand_other"])
    table = both.groupby(["actor", "side", "other", "other_side"], as_index=False).agg(
        n_congruent=("same", "sum"), n_conflicting=("contrary", "sum"), n_statements=("n", "sum"),
        other_n_statements=("n_other", "sum"))  # fmt: skip
    for column, rows in (("congruent", both["same"]), ("conflicting", both["contrary"])):
        names = both[rows].groupby(["actor", "other"])["name"].agg("; ".join).rename(column).reset_index()
        table = table.merge(names, on=["actor", "other"], how="left", validate="one_to_one")
    for who, column in (("actor", "n_stances"), ("other", "other_n_stances")):
        table[column] = table[who].map(n_stances).astype("int64")
    mean = (table["n_stances"] + table["other_n_stances"]) / 2
    table["congruence"], table["conflict"] = table["n_congruent"] / mean, table["n_conflicting"] / mean
    order = ["n_congruent", "congruence", "n_conflicting", "actor", "other"]
    return table.sort_values(order, ascending=[False, False, False, True, True], ignore_index=True)[_BETWEEN]


def position_network(ties: pd.DataFrame) -> nx.MultiGraph:
    """Return the network of actors and stances: a node for each, an edge for each row of `position_ties`.

    Nodes have kind ("actor" or "stance"), label, side (of an actor), issue (of a stance), n_statements and n_reported
    (of these, only as another side reports it); edges have agree, relation ("agrees", "rejects"), the same two numbers,
    and weight (n_statements, under the name that network programs look for). An actor who agreed and rejected has two
    edges to the stance.
    """
    network = nx.MultiGraph()
    for (actor, side), rows in ties.groupby(["actor", "side"], sort=False):
        network.add_node(actor, kind="actor", label=actor, side=side, **_counts(rows))
    for (issue, stance), rows in ties.groupby(["issue", "stance"], sort=False):
        network.add_node(f"{issue}: {stance}", kind="stance", label=stance, issue=issue, **_counts(rows))
    for number, tie in enumerate(ties.to_dict("records")):  # the number is the edge's id in the files
        relation, counts = "agrees" if tie["agree"] else "rejects", _counts(ties.iloc[[number]])
        network.add_edge(tie["actor"], f"{tie['issue']}: {tie['stance']}", key=number, agree=bool(tie["agree"]),
                         relation=relation, weight=counts["n_statements"], **counts)  # fmt: skip
    return network


def actor_network(ties: pd.DataFrame) -> nx.Graph:
    """Return the network of actors: an edge for each row of `actor_ties`, with all that the row says of the two.

    Its weight is congruence less conflict: above 0 they are nearer to each other than apart.
    """
    network = nx.Graph()
    for tie in ties.to_dict("records"):
        for actor, side in ((tie["actor"], tie["side"]), (tie["other"], tie["other_side"])):
            network.add_node(actor, kind="actor", label=actor, side=side)
        facts = {name: tie[name] for name in ("n_congruent", "n_conflicting", "congruence", "conflict")}
        names = {name: tie[name] for name in ("congruent", "conflicting") if isinstance(tie[name], str)}
        network.add_edge(tie["actor"], tie["other"], weight=tie["congruence"] - tie["conflict"], **facts, **names)
    return network


def save_network(network: nx.Graph, name: str, *, folder: str | Path | None = None) -> list[Path]:
    """Write a network as `name`.graphml and `name`.gexf, for Gephi, visone, R and others; return the paths.

    Without `folder` it is `tables` in the project's `output`. The same network gives the same bytes: no date.
    """
    folder = Path(folder or OUTPUT / "tables")
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.{ending}" for ending in ("graphml", "gexf")]
    nx.write_graphml(network, paths[0], encoding="utf-8", named_key_ids=True)
    dated = "\n".join(nx.generate_gexf(network, encoding="utf-8"))
    paths[1].write_text(re.sub(r' lastmodifieddate="[^"]*"', "", dated) + "\n", encoding="utf-8")
    return paths


def _counts(ties: pd.DataFrame) -> dict[str, int]:
    return {name: int(ties[name].sum()) for name in ("n_statements", "n_reported")}
