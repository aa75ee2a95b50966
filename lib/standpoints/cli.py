"""`standpoints tables|run|score`: the functions that the notebooks call, from a command line."""

import argparse
import json
import sys
from pathlib import Path

from standpoints.articles import read_articles
from standpoints.project import ARTICLES, CODEBOOK, NOTEBOOKS, REGISTRY

_PARTS = ("tables", "figures", "notebooks", "report.html")
_SHOWN_PROBLEMS = 20
_QUESTION = "Who says what, in which tone, and where do the sides stand?"
_TASKS = "attribution, target-tone, sentence-tone, positions or pronouns"
_EXIT = (
    "Exit code: 0 all done (articles that were left out are listed, with the reason); 1 a notebook failed; 2 bad input."
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="standpoints", description=_QUESTION, epilog=_EXIT)
    commands = parser.add_subparsers(required=True, metavar="tables|run|score")
    rules = argparse.ArgumentParser(add_help=False)
    rules.add_argument("--registry", type=Path, metavar="FOLDER", help="who is who (data/registry)")
    rules.add_argument("--codebook", type=Path, metavar="FILE", help="issues and stances (data/codebook.yaml)")
    for name, action, out, text in (
        ("tables", _tables, "output/tables", "write the tables of a folder of articles, as CSV and Parquet"),
        ("run", _run, "output", "write the tables, execute the notebooks on them, write charts and a report"),
    ):
        command = commands.add_parser(name, parents=[rules], help=text, description=text, epilog=_EXIT)
        what = "folder of .txt files (data/articles)"
        command.add_argument("articles", metavar="ARTICLES", type=Path, nargs="?", default=ARTICLES, help=what)
        command.add_argument("--out", type=Path, default=out, metavar="FOLDER", help=f"where to ({out})")
        command.set_defaults(action=action)
    text = "print the accuracy against hand-coded data, as JSON"
    command = commands.add_parser("score", parents=[rules], help=text, description=text)
    command.add_argument("task", metavar="TASK", help=_TASKS)
    command.add_argument("file", metavar="FILE", type=Path, help="the hand-coded data")
    command.add_argument("--predictions", type=Path, metavar="OUT.csv", help="file for what was predicted, row by row")
    command.set_defaults(action=_score)
    return parser


def _tables(args: argparse.Namespace) -> int:
    from standpoints.study import save_study

    study = _study(args)
    _attempt(save_study, study, args.out)
    _say_what_was_read(study)
    print(f"Tables     {args.out}/  (CSV and Parquet)")
    _say_problems(study, args.out)
    return 0


def _run(args: argparse.Namespace) -> int:
    from tqdm import tqdm

    from standpoints import notebooks
    from standpoints.report import write_report
    from standpoints.study import save_study

    names = sorted(NOTEBOOKS.glob("*.ipynb"))
    if not names:
        raise BadInput(f"{NOTEBOOKS} holds no notebooks; run this from a full copy of the project.")
    tables, figures, executed, report = (args.out / part for part in _PARTS)
    print(f"Analysing the articles in {args.articles} ...", file=sys.stderr)
    study = _study(args)
    for folder in (figures, executed):
        _attempt(folder.mkdir, parents=True, exist_ok=True)
    _attempt(save_study, study, tables)
    places = {
        "STANDPOINTS_STUDY": tables,
        "STANDPOINTS_OUTPUT": args.out,
        "STANDPOINTS_ARTICLES": args.articles,
        "STANDPOINTS_REGISTRY": args.registry or REGISTRY,
        "STANDPOINTS_CODEBOOK": args.codebook or CODEBOOK,
    }
    failures, before = [], _stamps(figures)
    for name in tqdm(names, desc="Executing notebooks", unit="notebook"):
        failures.append(notebooks.execute_notebook(name, executed, places=places))
    failures = [failure for failure in failures if failure]
    made = [path for path, stamp in _stamps(figures).items() if before.get(path) != stamp]
    _attempt(write_report, study, made, report)  # without charts of other days that lie in the same folder
    _say_what_was_read(study)
    print(f"Tables     {tables}/  (CSV and Parquet)")
    print(f"Charts     {figures}/  ({len(made)}, each with the table it draws)")
    print(f"Notebooks  {executed}/  ({len(names) - len(failures)} of {len(names)} executed whole)")
    print(f"Report     {report}  (open it in a browser)")
    _say_problems(study, tables)
    for failure in failures:
        print(f"standpoints: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _score(args: argparse.Namespace) -> int:
    from standpoints.codebook import read_codebook
    from standpoints.registry import read_registry
    from standpoints.score import score

    rules = {  # the tasks that need none ask for none
        "registry": _attempt(read_registry, args.registry) if args.registry else None,
        "codebook": _attempt(read_codebook, args.codebook) if args.codebook else None,
    }
    result = _attempt(score, args.task, args.file, predictions=args.predictions, **rules)
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0


def _study(args: argparse.Namespace):
    """The study of the folder; all that is wrong with the folder, the registry and the codebook is said at once."""
    from standpoints.codebook import read_codebook
    from standpoints.registry import read_registry
    from standpoints.study import analyse

    wrong, parts = [], []
    for read, path in (
        (read_articles, args.articles),
        (read_registry, args.registry or REGISTRY),
        (read_codebook, args.codebook or CODEBOOK),
    ):
        try:
            parts.append(_attempt(read, path))
        except BadInput as error:
            wrong.append(str(error))
    if wrong:
        raise BadInput("\n".join(wrong))
    (articles, problems), registry, codebook = parts
    return analyse(articles, registry=registry, codebook=codebook, problems=problems)


def _attempt(function, *arguments, **options):
    """What the function returns; its complaint about what it was given, in plain words, as BadInput."""
    try:
        return function(*arguments, **options)
    except OSError as error:
        if not error.filename:
            raise BadInput(str(error)) from error
        what = f"{error.filename} cannot be read or written ({error.strerror})"
        raise BadInput(f"{what}; check the path and your rights.") from error
    except ValueError as error:
        raise BadInput(str(error)) from error


def _stamps(figures: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in sorted(figures.glob("*.png"))}


def _say_what_was_read(study) -> None:
    n = {name: len(getattr(study, name)) for name in ("articles", "sentences", "statements", "mentions", "codes")}
    print("Found      " + ", ".join(f"{count} {name}" for name, count in n.items()))


def _say_problems(study, tables: Path) -> None:
    """The rows of `problems` as plain lines; the first of them where there are many."""
    rows = study.problems.to_dict("records")
    if not rows:
        return
    print(f"{len(rows)} problem(s), also in {tables / 'problems.csv'}:")
    for row in rows[:_SHOWN_PROBLEMS]:
        print(f"  {row['source_file']} ({row['where']}): {row['what']} -> {row['consequence']}")
    if len(rows) > _SHOWN_PROBLEMS:
        print(f"  ... and {len(rows) - _SHOWN_PROBLEMS} more")
