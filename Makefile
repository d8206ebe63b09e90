# make run opens the built-in briefing; make test runs every check. Both set themselves up.

SHELL := /bin/bash
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# What Qt needs to show a window on Debian and Ubuntu, and Python's venv.
RUN_PACKAGES := fonts-dejavu-core libdbus-1-3 libegl1 libfontconfig1 libgl1 libglib2.0-0 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 \
	libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxkbcommon-x11-0
# What the checks need besides: a screen of their own, keys and clicks, readers of PDF, validators.
TEST_PACKAGES := appstream dbus desktop-file-utils libxss1 openbox poppler-utils \
	shared-mime-info strace x11-xkb-utils x11-xserver-utils xdotool xvfb

.PHONY: run test faults setup setup-test compiled bench fuzz screenshots catalogues clean \
	install-desktop uninstall-desktop

run: setup compiled
	@$(BIN)/briefer built-in ; code=$$? ; \
	if [ $$code -eq 2 ] ; then \
		mkdir -p out && $(BIN)/briefer pdf built-in -o out/us-russia-channels.pdf && \
		echo "Without a screen, the built-in briefing was written to out/us-russia-channels.pdf" ; \
	else exit $$code ; fi

test: setup-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	desktop-file-validate resources/org.briefer.Briefer.desktop
	appstreamcli validate --no-net resources/org.briefer.Briefer.metainfo.xml
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 -m "not window" \
		--cov --cov-report=term
	$(BIN)/python -m pytest -q -m window

# Kills, full disks, failing calls and flipped bits, often: `make test` runs a few rounds of each.
faults: setup-test
	BRIEFER_FAULTS=whole QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n 2 tests/faults

bench: setup-test compiled
	$(BIN)/python -m benchmarks

# What takes bytes from elsewhere, for MINUTES each; make test does it for a moment.
MINUTES := 10
fuzz: setup-test
	$(BIN)/python -m tests.fuzz $(MINUTES)

screenshots: setup-test
	$(BIN)/python -m docs.screenshots

# The interface's words in other languages, after some have changed in the code.
catalogues: setup-test
	$(BIN)/python -m docs.catalogues

# Double click on a .briefing: PREFIX=/usr/local for all users of this machine.
PREFIX := $(HOME)/.local
NAME := org.briefer.Briefer
SHARE := $(DESTDIR)$(PREFIX)/share
ICONS := $(SHARE)/icons/hicolor/scalable/apps

install-desktop: setup
	@install -D -m 644 resources/$(NAME).desktop $(SHARE)/applications/$(NAME).desktop
	@sed -i 's|^Exec=.*|Exec="$(abspath $(BIN))/briefer" %f|' $(SHARE)/applications/$(NAME).desktop
	@if command -v desktop-file-validate > /dev/null ; then \
		desktop-file-validate $(SHARE)/applications/$(NAME).desktop ; fi
	@install -D -m 644 resources/$(NAME).mime.xml $(SHARE)/mime/packages/$(NAME).xml
	@install -D -m 644 resources/$(NAME).metainfo.xml $(SHARE)/metainfo/$(NAME).metainfo.xml
	@install -D -m 644 resources/icons/$(NAME).svg $(ICONS)/$(NAME).svg
	@$(refresh_desktop)
	@echo "A double click on a .briefing opens it now; make uninstall-desktop takes that back."

uninstall-desktop:
	@rm -f $(SHARE)/applications/$(NAME).desktop $(SHARE)/mime/packages/$(NAME).xml \
		$(SHARE)/metainfo/$(NAME).metainfo.xml $(ICONS)/$(NAME).svg
	@$(refresh_desktop)

define refresh_desktop
for update in "update-mime-database $(SHARE)/mime" "update-desktop-database -q $(SHARE)/applications" ; do \
	if command -v $${update%% *} > /dev/null ; then $$update ; fi ; \
done
endef

setup: $(READY)
	@$(call system_packages,$(RUN_PACKAGES))

setup-test: setup
	@$(call system_packages,$(TEST_PACKAGES))

# Where Python may not write bytecode, every start would compile every module again.
compiled: setup
	@$(BIN)/python -m compileall -q briefer

$(READY): pyproject.toml constraints.txt Makefile
	@$(call system_packages,$(RUN_PACKAGES))
	@$(find_python)
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt pip hatchling editables
	@$(BIN)/python -m pip install --quiet --constraint constraints.txt --no-build-isolation \
		--editable . --group dev
	@$(BIN)/python -m compileall -q -j 0 $(VENV)/lib > /dev/null || true
	@touch $(READY)

clean:
	rm -rf $(VENV) out .coverage .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Install what is missing: as root at once, else by naming the one line to run.
# Elsewhere than on Debian and Ubuntu there is nothing to do here.
define system_packages
if command -v dpkg-query > /dev/null ; then \
	have=" $$(dpkg-query --show --showformat='$${db:Status-Status} $${Package}, $${Provides}\n' \
		| sed -n 's/([^)]*)//g; s/,/ /g; s/^installed //p' | tr '\n' ' ') " ; \
	missing="" ; \
	for package in $(1) ; do \
		case "$$have" in *" $$package "*) ;; *) missing="$$missing $$package" ;; esac ; \
	done ; \
	if [ -n "$$missing" ] ; then \
		if [ "$$(id -u)" = 0 ] ; then \
			echo "Installing$$missing" ; \
			apt-get update -qq && \
			DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing > /dev/null ; \
		else \
			echo "Briefer needs some system packages. Please run this line, then make again:" ; \
			echo "  sudo apt-get install$$missing" ; \
			exit 1 ; \
		fi ; \
	fi ; \
fi
endef

# The newest Python from 3.11 on makes the environment; Debian keeps venv in a package of its own.
define find_python
for python in python3 python3.13 python3.12 python3.11 ; do \
	if command -v $$python > /dev/null && \
		$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' ; then break ; fi ; \
	python="" ; \
done ; \
if [ -z "$$python" ] ; then \
	$(call system_packages,python3.11 python3.11-venv) ; python=python3.11 ; \
elif ! $$python -c 'import ensurepip, venv' 2> /dev/null ; then \
	version=$$($$python -c 'import sys; print("python%d.%d" % sys.version_info[:2])') ; \
	$(call system_packages,$$version-venv) ; \
fi ; \
$$python -m venv $(VENV)
endef
