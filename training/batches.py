"""Windows put together to batches: `ids` and `forms` are what the network sees of each."""

import torch

STEP = 16  # lengths of windows are rounded up to this


def alike_in_length(windows, size, dice):
    """Batches of `size` windows that are about equally long, shuffled by the `dice`."""
    dice.shuffle(windows)
    windows.sort(key=lambda window: len(window.ids) // 16)  # stable: the shuffled order stays within a length
    batches = [windows[i : i + size] for i in range(0, len(windows), size)]
    dice.shuffle(batches)
    return batches


def padded(batch):
    """(ids, forms, mask), each (windows, n): the mask is True where a window has a piece."""
    # a processor makes ready for each size of tensor anew: with all lengths in steps that costs two thirds of the time
    count, longest = len(batch), -(-max(len(window.ids) for window in batch) // STEP) * STEP
    ids, forms = (torch.zeros((count, longest), dtype=torch.int64) for _ in range(2))
    mask = torch.zeros((count, longest), dtype=torch.bool)
    for row, window in enumerate(batch):
        n = len(window.ids)
        ids[row, :n], forms[row, :n] = torch.from_numpy(window.ids), torch.from_numpy(window.forms)
        mask[row, :n] = True
    return ids, forms, mask
