# make run        analyse data/articles, execute the notebooks on it, write output/report.html
#                 (ARTICLES=my-articles OUT=my-output; another conflict: DATA=my-data, a copy of data/ that you changed)
# make test       everything that must pass
# make lab        open JupyterLab on the notebooks
# make ingest     install what reads articles in .html, .docx, .rtf and .pdf
# make accuracy   measure every step against hand-coded data (training/accuracy.json)
# make bench      time the kit on one and two cores, and show how the cost grows (LARGE=1: to 10,000 articles)
# make notebooks  execute the notebooks and store their outputs, for a commit
# make lock       renew uv.lock and the two requirements files after a change of pyproject.toml (needs uv)
# make train      train the reader anew (see training/README.md)
#
# Everything is installed into .venv, by uv where there is uv, else by pip. On Windows see README.md.

ARTICLES ?= data/articles
DATA ?=
OUT ?= output
BASE ?= training/base
TEACHER_BASE ?= training/teacher-base
RUNS ?= training/runs
BIN := .venv/bin
UV := $(shell uv --version >/dev/null 2>&1 && echo uv)
PYTHON ?= $(firstword $(foreach p,python3 python3.14 python3.13 python3.12 python3.11,\
	$(shell $(p) -c 'import sys; sys.version_info >= (3, 11) and print("$(p)")' 2>/dev/null)))
# A place named in the shell must not steer tests and stored outputs.
CLEAN := env $(foreach place,STUDY OUTPUT DATA ARTICLES REGISTRY CODEBOOK,-u STANDPOINTS_$(place))
export UV_PROJECT_ENVIRONMENT := .venv

.PHONY: run test lab ingest accuracy bench notebooks lock train

run: .venv/.run-stamp
	$(BIN)/standpoints run "$(ARTICLES)" $(if $(DATA),--data "$(DATA)") --out "$(OUT)"

test: .venv/.test-stamp
	$(BIN)/ruff check lib tests
	$(CLEAN) $(BIN)/python -m pytest --nbval --nbval-current-env tests notebooks

lab: .venv/.lab-stamp
	$(if $(DATA),STANDPOINTS_DATA="$(abspath $(DATA))") $(BIN)/jupyter lab --ServerApp.root_dir=. --LabApp.default_url=/lab/tree/notebooks

ingest: .venv/.ingest-stamp

accuracy: .venv/.run-stamp
	$(BIN)/python training/accuracy.py

bench: .venv/.run-stamp
	$(BIN)/python benchmarks/bench_kit.py $(if $(LARGE),--large)

notebooks: .venv/.run-stamp
	$(CLEAN) $(BIN)/jupyter nbconvert --to notebook --execute --inplace \
		--ExecutePreprocessor.record_timing=False notebooks/*.ipynb

lock:
	uv lock
	uv export --quiet --frozen --no-emit-project --output-file requirements.lock
	uv export --quiet --frozen --no-emit-project --extra dev --output-file requirements-dev.lock

train: .venv/.train-stamp
	$(BIN)/python training/cut.py --out "$(RUNS)/windows.parquet" --vectors "$(TEACHER_BASE)" \
		$(if $(UNMARKED),--unmarked "$(UNMARKED)")
	for fold in 0 1 2 3; do $(BIN)/python training/train.py --windows "$(RUNS)/windows.parquet" --base "$(TEACHER_BASE)" \
		--without $$fold --epochs 15 --rate 0.45 --size 6144 --out "$(RUNS)/teacher$$fold" || exit 1; done
	$(BIN)/python training/train.py --windows "$(RUNS)/windows.parquet" --alike "$(RUNS)/alike.npy" --base "$(BASE)" \
		--teachers "$(RUNS)"/teacher?/reader.pt --tone 3 --again 6 --epochs 6 --rate 2 --size 16384 --out "$(RUNS)/learner"
	for seed in 1 2 3; do $(BIN)/python training/train.py --windows "$(RUNS)/windows.parquet" --alike "$(RUNS)/alike.npy" \
		--start "$(RUNS)/learner/reader.pt" --teachers "$(RUNS)"/teacher?/reader.pt --tone 3 --again 6 \
		--epochs 6 --rate 2 --size 32768 --seed $$seed --out "$(RUNS)/learner$$seed" || exit 1; done
	$(BIN)/python training/export.py --weights "$(RUNS)"/learner?/reader.pt
	$(BIN)/python training/alone.py --out "$(RUNS)/reader.pt"
	$(BIN)/python training/export.py --weights "$(RUNS)/reader.pt"
	$(BIN)/python training/whom.py
	$(BIN)/python training/choose.py
	$(BIN)/python training/evaluate.py

# A stamp says that .venv holds what the locks ask for, so that a second call installs nothing.
LOCKS := pyproject.toml uv.lock requirements.lock requirements-dev.lock
ifeq ($(UV),uv)
.venv/.run-stamp: $(LOCKS)
	uv sync --frozen --inexact
	@touch $@
.venv/.test-stamp: $(LOCKS)
	uv sync --frozen --inexact --extra dev
	@touch $@ .venv/.run-stamp
.venv/.ingest-stamp: $(LOCKS)
	uv sync --frozen --inexact --extra ingest
	@touch $@ .venv/.run-stamp
.venv/.train-stamp: $(LOCKS)
	uv sync --frozen --inexact --extra train
	@touch $@ .venv/.run-stamp
else
.venv/.run-stamp: $(LOCKS)
	$(call pip_install,-r requirements.lock)
.venv/.test-stamp: $(LOCKS)
	$(call pip_install,-r requirements-dev.lock)
	@touch .venv/.run-stamp
.venv/.ingest-stamp: .venv/.run-stamp
	$(BIN)/python -m pip install -e ".[ingest]"
	@touch $@
.venv/.train-stamp: .venv/.run-stamp
	$(BIN)/python -m pip install -e ".[train]"
	@touch $@
endif

# Without the pop-up that asks about news, and without asking the network for updates.
.venv/.lab-stamp: .venv/.run-stamp
	$(BIN)/jupyter labextension disable "@jupyterlab/apputils-extension:announcements"
	@touch $@

define pip_install
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { echo "standpoints needs" \
		"Python 3.11 or newer and finds none. Install it from https://www.python.org/downloads/ or name" \
		"yours: make PYTHON=/path/to/python3.12 ..." >&2; exit 1; }
	"$(PYTHON)" -m venv .venv
	$(BIN)/python -m pip install --require-hashes $(1)
	$(BIN)/python -m pip install --no-deps -e .
	@touch $@
endef
