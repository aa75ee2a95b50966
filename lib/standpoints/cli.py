"""`standpoints tables|run|score`: the functions that the notebooks call, from a command line."""

import argparse
import json
import shutil
import sys
from pathlib import Path

from standpoints.articles import ARTICLES, DATA, read_articles

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
    study = _study(args)
    _save(study, args.out)
    _say_what_was_read(study)
    print(f"Tables     {args.out}/  (CSV and Parquet)")
    _say_problems(study, args.out)
    return 0


def _run(args: argparse.Namespace) -> int:
    from tqdm import tqdm

    from standpoints import notebooks
    from standpoints.views import write_report

    names = sorted(notebooks.NOTEBOOKS.glob("*.ipynb"))
    if not names:
        raise BadInput(f"{notebooks.NOTEBOOKS} holds no notebooks; run this from a full copy of the project.")
    _check_own_folder(args.out)
    tables, figures, executed, report = (args.out / part for part in _PARTS)
    print(f"Analysing the articles in {args.articles} ...", file=sys.stderr)
    study = _study(args)
    _make_folders(args.out)
    _save(study, tables)
    failures = []
    for name in tqdm(names, desc="Executing notebooks", unit="notebook"):
        failures.append(notebooks.execute_notebook(name, executed, tables=tables, figures=figures))
    failures = [failure for failure in failures if failure]
    write_report(study, figures, report)
    _say_what_was_read(study)
    print(f"Tables     {tables}/  (CSV and Parquet)")
    print(f"Charts     {figures}/  ({len(list(figures.glob('*.png')))}, each with the table it draws)")
    print(f"Notebooks  {executed}/  ({len(names) - len(failures)} of {len(names)} executed whole)")
    print(f"Report     {report}  (open it in a browser)")
    _say_problems(study, tables)
    for failure in failures:
        print(f"standpoints: {failure}", file=sys.stderr)
    return 1 if failures else 0


def _score(args: argparse.Namespace) -> int:
    from standpoints.score import score

    registry = _registry(args) if args.registry else None  # the tasks that need none ask for none
    codebook = _codebook(args) if args.codebook else None
    try:
        result = score(args.task, args.file, registry=registry, codebook=codebook, predictions=args.predictions)
    except (ValueError, OSError) as error:
        raise BadInput(_sentence(error)) from error
    print(json.dumps(result, indent=2, ensure_ascii=False))
    return 0


def _study(args: argparse.Namespace):
    """The study of the folder; all that is wrong with the folder, the registry and the codebook is said at once."""
    from standpoints.study import analyse

    wrong, parts = [], []
    for read in (_articles, _registry, _codebook):
        try:
            parts.append(read(args))
        except BadInput as error:
            wrong.append(str(error))
    if wrong:
        raise BadInput("\n".join(wrong))
    (articles, problems), registry, codebook = parts
    return analyse(articles, registry=registry, codebook=codebook, problems=problems)


def _articles(args):
    return _reading(read_articles, args.articles)


def _registry(args):
    from standpoints.registry import read_registry

    return _reading(read_registry, args.registry or DATA / "registry")


def _codebook(args):
    from standpoints.codebook import read_codebook

    return _reading(read_codebook, args.codebook or DATA / "codebook.yaml")


def _reading(read, path: Path):
    try:
        return read(path)
    except (ValueError, OSError) as error:
        raise BadInput(_sentence(error)) from error


def _sentence(error: Exception) -> str:
    """The message of our own errors as it is; that of the system's with the file it is about."""
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} cannot be read or written ({error.strerror}); check the path and your rights."
    return str(error)


def _save(study, folder: Path) -> None:
    from standpoints.study import save_study

    try:
        save_study(study, folder)
    except OSError as error:
        raise BadInput(_sentence(error)) from error


def _check_own_folder(out: Path) -> None:
    """Refuses a folder with other things in it: each run replaces what the last one wrote."""
    if out.exists() and not out.is_dir():
        raise BadInput(f"--out {out} is a file; name a folder.")
    if out.exists() and any(out.iterdir()) and not (out / "tables" / "articles.csv").exists():
        raise BadInput(f"--out {out} holds other files and no earlier run; name a new or an empty folder.")


def _make_folders(out: Path) -> None:
    """New folders for a run, without what an earlier one wrote: no chart of an article since removed stays."""
    try:
        for part in _PARTS:
            path = out / part
            if path.is_dir():
                shutil.rmtree(path)
            path.unlink(missing_ok=True)
            if part != "report.html":
                path.mkdir(parents=True)
    except OSError as error:
        raise BadInput(_sentence(error)) from error


def _say_what_was_read(study) -> None:
    n = {name: len(getattr(study, name)) for name in ("articles", "sentences", "statements", "codes")}
    print(f"Read {n['articles']} article(s): {n['sentences']} sentences, {n['statements']} statements,")
    print(f"{n['codes']} positions taken.")


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
