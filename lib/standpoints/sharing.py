"""Work shared out between processes, where there is enough of it: each has one thread, and reads other articles.

Threads in one process would not do: most of the work is Python's, and the network's is too small to be shared out.
What is packed here goes from one of these processes to another, and never to or from a file.
"""

import gc
import pickle
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache

_SHARE = 200_000  # characters that are worth a process of their own, which takes seconds to get ready
_MOST = 4  # processes: each takes half a gigabyte
_IDLE = 15  # seconds after which a process without work ends, also where the one that started it was killed


def processes_for(characters: int, tasks: int) -> int:
    """Return how many processes are worth their start for so many characters to read, parted into so many tasks.

    One for each core at most.
    """
    from joblib import cpu_count

    return max(1, min(cpu_count(), _MOST, characters // _SHARE, tasks))


def shared_out(work: Callable, tasks: Iterable[tuple], processes: int) -> Iterator:
    """What `work` returns of each task (its arguments), in the order of the tasks; 1: in this process.

    Else it must be possible to pickle `work`. A script needs no `if __name__ == "__main__"` for it.
    """
    if processes == 1:
        yield from (work(*task) for task in tasks)
        return
    from joblib import Parallel, delayed, parallel_config

    packed = pickle.dumps(work)
    with parallel_config("loky", n_jobs=processes, inner_max_num_threads=1):
        parallel = Parallel(return_as="generator", max_nbytes=None, idle_worker_timeout=_IDLE)
        yield from parallel(delayed(_elsewhere)(packed, *task) for task in tasks)


def _elsewhere(packed: bytes, *task):
    """What the packed function returns of a task, in another process. Ctrl-C is for the process that started it."""
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    done = _unpacked(packed)(*task)
    _settle(packed)
    return done


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Callable:
    """Unpacked once: a codebook in it remembers what it made of its phrases."""
    return pickle.loads(packed)


@lru_cache(maxsize=1)
def _settle(packed: bytes) -> None:
    """After the first task: what it loaded stays, and is not looked through for garbage again and again.

    That is three times in a hundred of all that such a process does.
    """
    gc.collect()
    gc.freeze()
