"""`standpoints tables|run|score`: the functions that the notebooks call, from a command line."""

import argparse
import json
import shutil
import sys
import textwrap
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import zip_longest
from pathlib import Path

from standpoints.articles import read_articles
from standpoints.project import ARTICLES, CODEBOOK, CORRECTIONS, DATA, NOTEBOOKS, PLACES, REGISTRY

_SHOWN_PROBLEMS = 20
_QUESTION = "Who says what, in which tone, and where do the sides stand?"
_TASKS = "attribution, target-tone, sentence-tone, positions or pronouns"
_UNTOLD = "has no words beside it and is not in the report; write it with sp.export(…, alt=…) instead of savefig"
_EXIT = (
    "Exit code: 0 all done (articles that were left out are listed, with the reason); 1 a notebook failed; 2 bad "
    "input; 130 stopped by Ctrl-C."
)


class BadInput(Exception):
    """What somebody gave cannot be used; the message says what, where and what to do."""


def main(arguments: list[str] | None = None) -> int:
    """The exit code of one command; its messages are printed."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may have no "ğ"; no run may end for that
        stream.reconfigure(errors="backslashreplace")
    args = _parser().parse_args(arguments)
    try:
        return args.action(args)
    except BadInput as error:
        print(f"standpoints: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        where = "What stood there before is whole; the same command goes on from the articles already read."
        print(f"\nstandpoints: stopped. {where}", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="standpoints", description=_QUESTION, epilog=_EXIT)
    commands = parser.add_subparsers(required=True, metavar="tables|run|score")
    rules = argparse.ArgumentParser(add_help=False)
    files = "registry, codebook.yaml, lexicon.csv, events.csv, stopwords.txt, and corrections.csv, if there are any"
    what = f"a folder like data/, for another conflict: {files}"
    rules.add_argument("--data", type=Path, default=DATA, metavar="FOLDER", help=what)
    rules.add_argument("--registry", type=Path, metavar="FOLDER", help="who is who (data/registry)")
    rules.add_argument("--codebook", type=Path, metavar="FILE", help="issues and stances (data/codebook.yaml)")
    for name, action, out, text in (
        ("tables", _tables, "output/tables", "write the tables of a folder of articles, as CSV and Parquet"),
        ("run", _run, "output", "write the tables, execute the notebooks on them, write charts and a report"),
    ):
        command = commands.add_parser(name, parents=[rules], help=text, description=text, epilog=_EXIT)
        what = "folder of articles (data/articles)"
        command.add_argument("articles", metavar="ARTICLES", type=Path, nargs="?", default=ARTICLES, help=what)
        command.add_argument("--out", type=Path, default=out, metavar="FOLDER", help=f"where to ({out})")
        fresh = "read every article anew, also those known from an earlier run (OUT/.cache)"
        command.add_argument("--fresh", action="store_true", help=fresh)
        command.set_defaults(action=action)
    text = "print the accuracy against hand-coded data: as a table on a terminal, else as JSON"
    command = commands.add_parser("score", parents=[rules], help=text, description=text)
    command.add_argument("task", metavar="TASK", help=_TASKS)
    command.add_argument("file", metavar="FILE", type=Path, help="the hand-coded data")
    what = "folder of the articles that a coding sheet (.csv, .xlsx) names (data/articles)"
    command.add_argument("--articles", type=Path, metavar="FOLDER", help=what)
    command.add_argument("--predictions", type=Path, metavar="OUT.csv", help="file for what was predicted, row by row")
    command.set_defaults(action=_score)
    return parser


def _tables(args: argparse.Namespace) -> int:
    from standpoints.keeping import save_study

    inputs = _inputs(args)
    with _output(args) as new:
        study = _study(args, *inputs)
        save_study(study, new)
    _say_what_was_read(study)
    print(f"Tables     {args.out}/  (CSV and Parquet)")
    _say_problems(study, args.out)
    return 0


def _run(args: argparse.Namespace) -> int:
    from standpoints.keeping import save_study
    from standpoints.report import write_report

    names = sorted(NOTEBOOKS.glob("*.ipynb"))
    if not names:
        raise BadInput(f"{NOTEBOOKS} holds no notebooks; run this from a full copy of the project.")
    inputs = _inputs(args)
    with _output(args) as new:
        study = _study(args, *inputs)
        save_study(study, new / "tables")
        failures = _execute(names, args, new)
        made = sorted((new / "figures").glob("*.png"))  # without charts of other days that lie in the output
        told = [chart for chart in made if chart.with_suffix(".txt").is_file()]
        failures += [f"{chart.name} {_UNTOLD}" for chart in made if chart not in told]
        rules = {"registry": _rules(args)[0], "codebook": inputs[2]}
        report = {"source": args.articles, "failed": failures}
        _attempt(write_report, study, told, new / "report.html", **rules, **report)
    _say_what_was_read(study)
    print(f"Tables     {args.out / 'tables'}/  (CSV and Parquet)")
    print(f"Charts     {args.out / 'figures'}/  ({len(made)}, each with the table it draws)")
    whole = len(names) - sum(failure.startswith("notebook ") for failure in failures)
    print(f"Notebooks  {args.out / 'notebooks'}/  ({whole} of {len(names)} executed whole)")
    print(f"Report     {args.out / 'report.html'}  (open it in a browser)")
    _say_problems(study, args.out / "tables")
    for failure in failures:
        print(f"standpoints: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _execute(names: list[Path], args: argparse.Namespace, new: Path) -> list[str]:
    """What failed in the notebooks, executed on the study in `new`; their charts and copies are there then."""
    from tqdm import tqdm

    from standpoints.notebooks import execute_notebook

    for part in ("figures", "notebooks"):
        (new / part).mkdir()
    registry, codebook = _rules(args)
    given = {"ARTICLES": args.articles, "DATA": args.data, "REGISTRY": registry, "CODEBOOK": codebook}
    named = {name: str(path.resolve()) for name, path in given.items()}
    (new / PLACES).write_text(json.dumps(named, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    places = {f"STANDPOINTS_{name}": path for name, path in (given | {"STUDY": new / "tables", "OUTPUT": new}).items()}
    bar = tqdm(names, desc="Executing notebooks", unit="notebook")
    failures = [execute_notebook(name, new / "notebooks", places=places) for name in bar]
    return [failure for failure in failures if failure]


def _score(args: argparse.Namespace) -> int:
    from standpoints.codebook import read_codebook
    from standpoints.registry import read_registry
    from standpoints.score import score
    from standpoints.scoring.gold import GoldWarning
    from standpoints.scoring.summary import summary

    (registry, codebook), other = _rules(args), args.data != DATA
    rules = {  # the tasks that need none ask for none
        "registry": _attempt(read_registry, registry) if args.registry or other else None,
        "codebook": _attempt(read_codebook, codebook) if args.codebook or other else None,
    }
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", GoldWarning)
        result = _attempt(score, args.task, args.file, articles=args.articles, predictions=args.predictions, **rules)
    for warning in caught:
        if warning.category is GoldWarning:
            print(f"standpoints: {warning.message}", file=sys.stderr)
    print(summary(result) if sys.stdout.isatty() else json.dumps(result, indent=2, ensure_ascii=False))
    return 0


def _inputs(args: argparse.Namespace) -> list:
    """Articles and problems, registry, codebook, lexicon, corrections; all that is wrong with them is said at once."""
    from standpoints.codebook import read_codebook
    from standpoints.coding.corrections import read_corrections
    from standpoints.registry import read_registry
    from standpoints.toning.masks import read_lexicon

    lacks = [name for name in ("lexicon.csv", "events.csv", "stopwords.txt") if not (args.data / name).is_file()]
    if lacks:
        mend = f"copy them from {DATA} and edit them; an events.csv with its first line alone draws none"
        raise BadInput(f"{args.data} has no {', '.join(lacks)}: {mend}.")
    registry, codebook = _rules(args)
    wrong, parts = [], []
    for read, path in (
        (read_articles, args.articles),
        (read_registry, registry),
        (read_codebook, codebook),
        (read_lexicon, args.data / "lexicon.csv"),
        (read_corrections, args.data / CORRECTIONS.name),
    ):
        try:
            parts.append(_attempt(read, path))
        except BadInput as error:
            wrong.append(str(error))
    if wrong:
        raise BadInput("\n".join(wrong))
    return parts


def _rules(args: argparse.Namespace) -> tuple[Path, Path]:
    """The folder of the registry and the codebook's file."""
    own = (REGISTRY, CODEBOOK) if args.data == DATA else (args.data / "registry", args.data / "codebook.yaml")
    return args.registry or own[0], args.codebook or own[1]


@contextmanager
def _output(args: argparse.Namespace) -> Iterator[Path]:
    """A folder for what is made; it takes its place in `--out` when all is there."""
    from standpoints.keeping import replacing, was_stopped

    if was_stopped(args.out):
        goes_on = "" if args.fresh else " This one goes on from the articles already read."
        print(f"The last run into {args.out} was stopped: it left all as it was.{goes_on}", file=sys.stderr)
    try:
        with replacing(args.out) as new:
            yield new
    except OSError as error:
        raise BadInput(_in_words(error)) from error


def _study(args: argparse.Namespace, read: tuple, registry, codebook, lexicon, corrections):
    from standpoints.study import analyse

    articles, problems = read
    rules = {"registry": registry, "codebook": codebook, "lexicon": lexicon, "corrections": corrections}
    cache = {"cache": args.out / ".cache", "fresh": args.fresh}
    return analyse(articles, problems=problems, **rules, **cache, progress=True)


def _attempt(function, *arguments, **options):
    """What the function returns; its complaint about what it was given, in plain words, as BadInput."""
    try:
        return function(*arguments, **options)
    except OSError as error:
        raise BadInput(_in_words(error)) from error
    except ValueError as error:
        raise BadInput(str(error)) from error


def _in_words(error: OSError) -> str:
    if not error.filename:
        return str(error)
    return f"{error.filename} cannot be read or written ({error.strerror}); check the path and your rights."


def _say_what_was_read(study) -> None:
    from standpoints.coding.amending import coded_by_hand
    from standpoints.study import sizes_of

    print("Found      " + sizes_of(study).rpartition(", ")[0])  # the problems are told apart
    if n := int(coded_by_hand(study).sum()):
        print(f"By hand    {n:,} statement{'s' * (n != 1)}")


def _say_problems(study, tables: Path) -> None:
    """The problems as a table: alike ones in one line, files that were left out first, then what concerns most."""
    if study.problems.empty:
        return
    print(f"{len(study.problems)} problem(s), also in {tables / 'problems.csv'}:\n")
    kinds = [
        (rows["article_id"].notna().all(), -len(rows), what, then, _places(rows))
        for (what, then), rows in study.problems.groupby(["what", "consequence"], sort=False)
    ]
    lines = [(str(-n), what, where, then) for _, n, what, then, where in sorted(kinds)[:_SHOWN_PROBLEMS]]
    lines.insert(0, ("n", "what", "where", "what follows"))
    for line in lines:
        _print_row(line)
    if len(kinds) > _SHOWN_PROBLEMS:
        print(f"... and {len(kinds) - _SHOWN_PROBLEMS} more of other kinds, in {tables / 'problems.csv'}")


def _places(problems) -> str:
    """The file and place of one problem; the first files of several."""
    files = list(dict.fromkeys(problems["source_file"]))
    if len(problems) == 1:
        return f"{files[0]} ({problems['where'].iloc[0]})"
    return ", ".join(files[:3]) + (f" and {len(files) - 3} more" if len(files) > 3 else "")


def _print_row(cells: tuple[str, ...]) -> None:
    """One row of a table as wide as the terminal. A file's name may hold what a terminal would obey: it is left out."""
    wide = max((shutil.get_terminal_size().columns - 12) // 3, 20)
    columns = [
        textwrap.wrap("".join(c if c.isprintable() else "\ufffd" for c in cell), width)
        for cell, width in zip(cells, (5, wide, wide, wide), strict=True)
    ]
    for n, *texts in zip_longest(*columns, fillvalue=""):
        print(f"{n:>5}  " + "  ".join(f"{text:{wide}}" for text in texts).rstrip())
