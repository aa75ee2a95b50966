"""The networks that come with the kit: files of models/, checked against their stored SHA-256 before they are run."""

import hashlib
import json
from pathlib import Path


def load_network(file: Path, what: str, error: type[Exception]):
    """The onnxruntime session of a network; the file of the same name in .json holds its `sha256`.

    Raises: `error`, which calls the network `what`, when a file is missing or is not the one that was measured.
    """
    import onnxruntime  # takes a while, and most of the kit does without it

    card = file.with_suffix(".json")
    for needed in (file, card):
        if not needed.is_file():
            raise error(f"{what} is missing: {needed}. Install the package again.")
    data = file.read_bytes()
    if hashlib.sha256(data).hexdigest() != json.loads(card.read_text(encoding="utf-8"))["sha256"]:
        raise error(
            f"{what} is damaged: {file} ({len(data):,} bytes) is not the file that was measured. "
            f"Get the file again, for example with `git checkout lib/standpoints/models/{file.name}`."
        )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # texts are too short to share; whole articles are (see resume.py)
    return onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
