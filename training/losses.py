"""How wrong the network is on a batch of attributions, tones or antecedents: the parts of the loss by name."""

import torch
from torch.nn import functional as F

import antecedents
import data
import tones

HIDDEN, MASK = 0.05, 103  # share of the word pieces that the learner does not see, and what stands in their place
LINKS = 0.5
UNMARKED = 1.0  # of the tone in sentences that nobody rated, where only other networks teach

BFLOAT16 = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()  # slower elsewhere


def loss_of(model, batch):
    """The parts of a batch's loss by name."""
    kinds = {
        data.Example: attribution_loss,
        tones.ToneExample: tone_loss,
        antecedents.NamingExample: antecedent_loss,
        antecedents.ToldExample: told_loss,
    }
    with torch.autocast("cpu", torch.bfloat16, enabled=BFLOAT16):
        return kinds[type(batch[0])](model, batch)


def hidden(ids):
    """The word pieces with some of them hidden: so that the network leans on what stands around."""
    dice = torch.rand(ids.shape) < HIDDEN
    return ids.masked_fill(dice & (ids > MASK), MASK)


def encoded(model, ids, forms, mask):
    """The windows as the network sees them, some of their pieces hidden."""
    return model.encode(hidden(ids), forms, None if mask.all() else mask[:, None, None, :])


def attribution_loss(model, batch):
    """Cross-entropy of the tags, and that of the pointers of the pieces that have a role; the tone as it is taught."""
    (ids, forms, mask), tags, links, rated = data.pad(batch)
    x = encoded(model, ids, forms, mask)
    tag_scores, link_scores = model.attribute(x, mask)
    rows = links.any(-1)
    link = minus_log_weight(link_scores[rows], links[rows]).sum() / max(int(rows.sum()), 1)
    losses = {"tag": F.cross_entropy(tag_scores[mask].float(), tags[mask]), "link": LINKS * link}
    return losses | {name: UNMARKED * loss for name, loss in rating_losses(model, x, rated).items()}


def tone_loss(model, batch):
    window, rated = tones.pad(batch)
    return rating_losses(model, encoded(model, *window), rated)


def rating_losses(model, x, rated):
    """Cross-entropy of the tone toward targets; the error of the tone of sentences, and of what the lists say.

    The errors of ratings are squared where small, straight where large: so that one sentence does not throw the rest.
    """
    parts, lists = (scores.float().flatten(0, 1) for scores in model.tone(x))
    toward = rated.mention @ parts[:, :3] + rated.sentence @ parts[:, 3:6]
    losses, total = {}, max(len(toward) + len(rated.tones), 1)  # the two are weighed by how many of each there are
    if len(toward):
        losses["target"] = F.cross_entropy(toward, rated.classes) * len(toward) / total
    if len(rated.tones):
        error = F.smooth_l1_loss(rated.whole @ parts[:, 6], rated.tones, beta=0.2)
        losses["sentence"] = 5 * error * len(rated.tones) / total
    if len(rated.listed):
        losses["list"] = F.smooth_l1_loss(rated.known @ lists, rated.listed, beta=0.2)
    return losses


def antecedent_loss(model, batch):
    """Minus the log of the weight on the pieces of the right antecedents, of all pieces before a pronoun."""
    window, at, weights, right = antecedents.pad(batch)
    loss = minus_log_weight(scores_before(model, encoded(model, *window), at), right)
    return {"antecedent": (loss * weights).sum() / weights.sum()}


def told_loss(model, batch):
    """Cross-entropy of the antecedents that other networks tell."""
    window, at, shares = antecedents.pad_told(batch)
    return {"told": F.cross_entropy(scores_before(model, encoded(model, *window), at), shares)}


def scores_before(model, x, at):
    """How each pronoun, at (window, place), points to the pieces before it; all others are out of the question."""
    scores = model.point(x)[at[:, 0], at[:, 1]].float()
    return scores.masked_fill(torch.arange(scores.shape[1])[None] >= at[:, 1:], -1e4)


def minus_log_weight(scores, right):
    """Minus the log of how much of each row's weight falls on what is right."""
    scores = scores.float()
    return scores.logsumexp(-1) - scores.masked_fill(~right, -1e9).logsumexp(-1)
