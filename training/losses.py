"""How wrong the network is on a batch of windows, by what people marked in them and by what a teacher says of them."""

from typing import NamedTuple

import torch
from torch import nn
from torch.nn import functional as F

from windows import mean_over

HIDDEN, MASK = 0.05, 103  # share of the word pieces that the learner does not see, and what stands in their place
ALIKE = 0.25  # share of the word pieces that become words like them, in a third of the windows, for teachers too
OTHER = 0.1  # share of those that become any others, in a sixth of the windows
LINKS = 0.5
TAUGHT = 2 / 3  # how much a teacher's word counts beside people's
UNMARKED = 0.5  # of the tone in sentences that nobody rated
STATES = 0.3  # of how near the learner's last layer comes to the teacher's, in shares of how far its states spread

AMX = torch.cpu._is_amx_tile_supported() or torch.cpu._is_avx512_bf16_supported()  # bfloat16 is slower elsewhere


def loss_of(model, batch, tone, told=None, bridge=None):
    """The parts of a batch's loss by name; `tone` is the weight of the tones in it, `told` what teachers say of the
    batch, `bridge` leads from the learner's states to the first teacher's."""
    with cast(batch):
        told = told and told._replace(**{part: getattr(told, part).float() for part in KEPT})
        mask = None if batch.mask.all() else batch.mask[:, None, None, :]
        x = model.encode(hidden(batch.ids), batch.forms, mask)
        own = answered(model, x, batch)
        losses = tag_and_link_losses(own, batch, told) | person_losses(own, batch, told)
        losses |= tone_losses(own, batch, tone, told)
        if bridge is not None:
            far = told.states[batch.mask].float()
            losses["states"] = STATES * F.mse_loss(bridge(x)[batch.mask].float(), far) / far.var()
    return losses


def asked(batch, teachers, alike):
    """The batch, `disturbed`, and the `Answers` on which the teachers agree, in numbers of 16 bits."""
    with cast(batch):
        batch = disturbed(batch, alike)
        told = agreed([answers_of(teacher, batch) for teacher in teachers])
    told = told._replace(**{part: getattr(told, part).half() for part in KEPT})
    return batch, told._replace(states=told.states.bfloat16(), lists=None)


def cast(batch):
    device = batch.ids.device.type
    return torch.autocast(device, torch.bfloat16, enabled=device == "cuda" or AMX)


class Answers(NamedTuple):
    """What a network says of a batch, as logits; `toward` and `tone` are of the spans of the batch."""

    states: torch.Tensor
    tags: torch.Tensor
    links: torch.Tensor
    persons: torch.Tensor  # (pronouns, n)
    toward: torch.Tensor
    tone: torch.Tensor
    lists: torch.Tensor


KEPT = ("tags", "links", "persons", "toward", "tone")  # what a learner learns of a teacher's `Answers`


def answered(model, x, batch):
    """The `Answers` of a model whose last layer holds `x`."""
    tags, links = model.attribute(x, batch.mask)
    parts, lists = model.tone(x)
    mention, sentence = batch.targets[:, :3], batch.targets[:, [0, 3, 4]]
    return Answers(
        x,
        tags,
        links,
        pointed(model, x, batch),
        mean_over(parts[..., :3], mention) + mean_over(parts[..., 3:6], sentence),
        mean_over(parts[..., 6:], batch.rated)[:, 0],
        lists,
    )


def pointed(model, x, batch):
    """From each pronoun of a batch to the pieces before it, as logits."""
    scores = model.point(x)[batch.pronouns[:, 0], batch.pronouns[:, 1]].float()
    before = torch.arange(scores.shape[1], device=scores.device)[None] < batch.pronouns[:, 1:]
    return scores.masked_fill(~before, -1e4)


@torch.no_grad()
def answers_of(teacher, batch):
    return answered(teacher, teacher.encode(batch.ids, batch.forms, batch.mask[:, None, None, :]), batch)


def agreed(answers):
    """What several networks say: the mean of their probabilities, and the states of the first."""
    if len(answers) == 1:
        return answers[0]
    likely = {
        part: torch.stack([getattr(own, part).float().softmax(-1) for own in answers]).mean(0).log()
        for part in ("tags", "links", "persons", "toward")
    }
    return answers[0]._replace(**likely, tone=torch.stack([own.tone for own in answers]).mean(0))


def hidden(ids):
    """The word pieces with some of them hidden: so that the network leans on what stands around."""
    dice = torch.rand(ids.shape, device=ids.device) < HIDDEN
    return ids.masked_fill(dice & (ids > MASK), MASK)


def disturbed(batch, alike):
    """The batch with other word pieces in place of some, in half of its windows: text that only a teacher knows.

    Most become words like them (`alike`: the row of a piece names some), others any of the batch. What people marked is
    left out there. So a few articles teach as many, after Jiao et al., TinyBERT, Findings of EMNLP 2020.
    """
    ids, device = batch.ids, batch.ids.device
    dice = torch.rand(len(ids), 1, device=device)
    half, near = dice < 1 / 2, dice < 1 / 3
    like = alike[ids, torch.randint(alike.shape[1], ids.shape, device=device)].long()
    other = ids.flatten()[torch.randint(ids.numel(), ids.shape, device=device)]
    new = torch.where(near, like, torch.where(other > MASK, other, ids))
    chosen = torch.rand(ids.shape, device=device) < torch.where(near, ALIKE, OTHER)
    ids = torch.where(chosen & half & (ids > MASK), new, ids)
    half = half[:, 0]
    nan = torch.full((), float("nan"), device=ids.device)
    return batch._replace(
        ids=ids,
        tags=batch.tags.masked_fill(half[:, None], -1),
        classes=torch.where(half[batch.targets[:, 0], None], nan, batch.classes),
        tones=torch.where(half[batch.rated[:, 0]], nan, batch.tones),
        weights=batch.weights * ~half[batch.pronouns[:, 0]],
        lists=torch.where(half[batch.listed[:, 0], None], nan, batch.lists),
        links=batch.links[~half[batch.links[:, 0]]],
    )


def tag_and_link_losses(own, batch, told):
    """Cross-entropy of the tags, and that of the pointers of the pieces that have a role."""
    losses, marked = {}, batch.tags >= 0
    share = 1 - TAUGHT if told else 1.0
    tags = torch.zeros((), device=batch.ids.device)
    if marked.any():
        tags = share * F.cross_entropy(own.tags[marked].float(), batch.tags[marked])
    if told:
        right = told.tags[batch.mask].float().softmax(-1)
        tags = tags + TAUGHT * F.cross_entropy(own.tags[batch.mask].float(), right)
        role = (1 - told.tags.float().softmax(-1)[..., 0]) * batch.mask  # (windows, n)
        target = told.links.float().softmax(-1)
        apart = -(target * own.links.float().log_softmax(-1)).sum(-1).mean(1)  # mean over the three pointers
        losses["link told"] = LINKS * TAUGHT * weighed(apart, role)
    losses["tag"] = tags
    if len(batch.links):
        right = torch.zeros_like(own.links, dtype=torch.bool)
        right[tuple(batch.links.T)] = True
        # a piece of several attributions points to those it has, not to "none"
        right[..., 0] &= ~(right.sum(-1) > 1)
        rows = right.any(-1)
        losses["link"] = LINKS * share * minus_log_weight(own.links[rows], right[rows]).mean()
    return losses


def tone_losses(own, batch, tone, told):
    """Cross-entropy of the tone toward targets; the error of the tone of sentences, and of what the lists say.

    The errors of ratings are squared where small, straight where large: so that one sentence does not throw the rest.
    """
    losses, total = {}, max(len(batch.targets) + len(batch.rated), 1)  # weighed by how many of each there are
    if len(batch.targets):
        known = ~batch.classes.isnan().any(1)
        right = mixed(batch.classes, told and told.toward.softmax(-1), known)
        weight = torch.where(known, 1.0, UNMARKED if told else 0.0)
        loss = F.cross_entropy(own.toward, right, reduction="none")
        losses["target"] = tone * weighed(loss, weight) * len(batch.targets) / total
    if len(batch.rated):
        known = ~batch.tones.isnan()
        right = mixed(batch.tones, told and told.tone, known)
        weight = torch.where(known, 1.0, UNMARKED if told else 0.0)
        error = F.smooth_l1_loss(own.tone, right, beta=0.2, reduction="none")
        losses["sentence"] = 5 * tone * weighed(error, weight) * len(batch.rated) / total
    if len(batch.listed):
        known = ~batch.lists.isnan()
        lists = mean_over(own.lists, batch.listed)
        error = F.smooth_l1_loss(lists, batch.lists.nan_to_num(), beta=0.2, reduction="none")
        losses["list"] = weighed(error, known)
    return losses


def mixed(marked, told, known):
    """What people marked with what a teacher says; the teacher's alone where people marked nothing."""
    if told is None:
        return marked.nan_to_num()
    known = known if marked.dim() == 1 else known[:, None]
    return torch.where(known, (1 - TAUGHT) * marked.nan_to_num() + TAUGHT * told, told)


def person_losses(own, batch, told):
    if not len(batch.pronouns):
        return {}
    losses = {"person": person_loss(own.persons, batch)}
    if told is not None:
        losses["person told"] = F.cross_entropy(own.persons, told.persons.softmax(-1))
    return losses


def person_loss(persons, batch):
    """Minus the log of the weight on the pieces of the right antecedents, of all pieces before a pronoun."""
    right = torch.zeros_like(persons, dtype=torch.bool)
    right[batch.antecedents[:, 0], batch.antecedents[:, 1]] = True
    right[:, 0] |= ~right.any(1)
    return weighed(minus_log_weight(persons, right), batch.weights)


def weighed(losses, weights):
    """The mean of the losses by their weights; 0 where all of these are."""
    return (losses * weights).sum() / weights.sum().clamp(min=1)


def minus_log_weight(scores, right):
    """Minus the log of how much of each row's weight falls on what is right."""
    scores = scores.float()
    return scores.logsumexp(-1) - scores.masked_fill(~right, -1e9).logsumexp(-1)


def bridges(learner, teachers):
    """From the learner's states to those of each teacher: one layer each, which nothing but training uses."""
    return nn.ModuleList(nn.Linear(learner.tags.in_features, teacher.tags.in_features) for teacher in teachers)
