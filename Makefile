# SPDX-License-Identifier: MIT
# fengong: "make help" lists the targets.
.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
VERSION := 0.1.0

BUILD ?= build
CC ?= cc
AR ?= ar
PKG_CONFIG ?= pkg-config
CFLAGS ?= -O2 -g
HARDEN ?= yes
STATIC ?= yes
PAPER ?= yes
V ?= # V=1 shows the commands
Q := $(if $(strip $(V)),,@)
PREFIX ?= /usr/local
BINDIR = $(PREFIX)/bin
LIBEXECDIR = $(PREFIX)/libexec
DATADIR = $(PREFIX)/share
MANDIR = $(DATADIR)/man
LOCALEDIR = $(DATADIR)/locale

WARNINGS := -Wall -Wextra -Wformat=2 -Wconversion -Wshadow -Wvla -Wimplicit-fallthrough -Wstrict-prototypes \
	-Wmissing-prototypes -Wundef -Wcast-qual -Wwrite-strings $(if $(CI),-Werror)
PACKAGES := yaml-0.1 ncursesw
# What fengong-paper needs beside these; without them (or with PAPER=no) it is not built.
PAPER_PACKAGES := $(if $(filter no,$(PAPER)),,pangocairo pangoft2 fontconfig xlsxwriter libzip libxml-2.0)
JOBS := -j$(shell nproc 2>/dev/null || echo 1)
SANITIZE := -O1 -g1 -fno-omit-frame-pointer -fsanitize=address,undefined -fno-sanitize-recover=all

# What the system has is probed once a build folder; targets that compile nothing do without.
ifneq ($(filter-out deps run check check-long bench clean help format man-keys pot dist deb static uninstall,$(or $(MAKECMDGOALS),all)),)
-include $(BUILD)/config.mk
endif
$(BUILD)/config.mk: Makefile tools/probe.sh
	@mkdir -p $(@D)
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' HARDEN='$(HARDEN)' STATIC='$(STATIC)' PAPER_PACKAGES='$(PAPER_PACKAGES)' \
		tools/probe.sh $(PACKAGES) >$@

override CPPFLAGS += -D_GNU_SOURCE -Isrc $(LIB_CFLAGS)
override CFLAGS += -std=c11 -pthread $(WARNINGS) $(HARDEN_CFLAGS)
override LDFLAGS += $(HARDEN_LDFLAGS)

# Whoever takes memory gets it (src/base/mem.h).
checked := malloc calloc realloc strdup
override LDFLAGS += $(checked:%=-Wl,--wrap=%)

# Rooms that know no terminal: they link into libcore.a, and the unit tests link little else.
CORE_ROOMS := base text wording breakdown format search notice sheet ui settings
SHELL_ROOMS := system term command
core_src := $(wildcard $(CORE_ROOMS:%=src/%/*.c))
shell_src := $(wildcard $(SHELL_ROOMS:%=src/%/*.c)) $(wildcard src/main.c)
paper_src := $(wildcard src/document/*.c src/paper/*.c)
# Not of the usual program: what "make static" puts in the place of the system's locales, catalogues and terminfo.
wrapped := setlocale nl_langinfo mbrtowc wcrtomb iconv_open dcgettext setupterm newterm
ifeq ($(STATIC),all)
shell_src += $(wildcard src/static/*.c)
embedded_obj := $(BUILD)/embedded.o
override LDFLAGS += $(wrapped:%=-Wl,--wrap=%)
endif
core_obj := $(core_src:%.c=$(BUILD)/%.o)
shell_obj := $(shell_src:%.c=$(BUILD)/%.o)
paper_obj := $(paper_src:%.c=$(BUILD)/%.o)
programs := $(BUILD)/fengong $(if $(PAPER_LIBS),$(BUILD)/fengong-paper)

catalogues := $(patsubst po/%.po,$(BUILD)/locale/%/LC_MESSAGES/fengong.mo,$(wildcard po/*.po))

all: $(programs) $(catalogues) ## build the program

run: deps ## the main job from a fresh clone: build, then show data/tasks.yaml
	@$(MAKE) --no-print-directory $(JOBS) all
	@if [ -t 0 ] && [ -t 1 ]; then exec $(BUILD)/fengong; else exec $(BUILD)/fengong stats; fi

deps: ## install what is missing, with the system's package manager (DEPS=no: don't)
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' PAPER='$(PAPER)' BUILD='$(BUILD)' \
		tools/deps.sh $(if $(filter check,$(MAKECMDGOALS)),check)

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	@$(if $(Q),echo "  CC    $<")
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

# Objects that know where they will lie: "make install" with another PREFIX than "make" had makes them anew.
places := $(BUILD)/places$(subst /,-,$(LOCALEDIR)$(LIBEXECDIR))
placed_obj := $(BUILD)/src/command/program.o $(BUILD)/src/system/helper.o
$(places):
	@mkdir -p $(@D) && rm -f $(BUILD)/places-* && touch $@
$(placed_obj): $(places)
$(placed_obj): override CPPFLAGS += -DLOCALEDIR='"$(LOCALEDIR)"' -DLIBEXECDIR='"$(LIBEXECDIR)"'
$(paper_obj): override CPPFLAGS += $(PAPER_CFLAGS)
$(BUILD)/src/command/version.o: override CPPFLAGS += -DFENGONG_VERSION='"$(VERSION)"'

$(BUILD)/libcore.a: $(core_obj)
	@$(if $(Q),echo "  AR    $@")
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/fengong: $(shell_obj) $(embedded_obj) $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) $(TERM_LIBS) $(LDLIBS)

# An archive each: both rooms have a docx.o.
$(BUILD)/libdocument.a: $(filter $(BUILD)/src/document/%,$(paper_obj))
$(BUILD)/libpaper.a: $(filter-out %/main.o,$(filter $(BUILD)/src/paper/%,$(paper_obj)))
$(BUILD)/libdocument.a $(BUILD)/libpaper.a:
	@$(if $(Q),echo "  AR    $@")
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/fengong-paper: $(BUILD)/src/paper/main.o $(BUILD)/libpaper.a $(BUILD)/libdocument.a \
		$(filter-out %/main.o,$(shell_obj)) $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) $(TERM_LIBS) $(PAPER_LIBS) -lm $(LDLIBS)

$(BUILD)/locale/%/LC_MESSAGES/fengong.mo: po/%.po
	@mkdir -p $(@D)
	@if command -v msgfmt >/dev/null; then msgfmt -c -o $@ $<; else echo "no msgfmt: no $* catalogue"; fi

$(embedded_obj): $(BUILD)/embedded.c
	$(Q)$(CC) $(CPPFLAGS) $(CFLAGS) -c -o $@ $<
$(BUILD)/embedded.c: tools/embed.sh $(catalogues)
	$(Q)tools/embed.sh $(catalogues) >$@

include tests/tests.mk

pot: ## collect the messages into po/fengong.pot, and merge them into the catalogues
	xgettext --from-code=UTF-8 -k_ -kN_ --no-wrap -s --add-location=file --package-name=fengong --package-version=$(VERSION) \
		--copyright-holder='The fengong authors' -o po/fengong.pot $(sort $(core_src) $(shell_src) $(paper_src))
	sed -i '/^"POT-Creation-Date:/d' po/fengong.pot
	for po in $(wildcard po/*.po); do msgmerge -q -U -N --no-wrap --backup=none $$po po/fengong.pot; done

man-keys: $(BUILD)/fengong $(BUILD)/table_rows ## rewrite what the manual pages list by the tables: actions, settings, keys of the format
	tools/man-keys.sh $(BUILD)/fengong write

tables: ## regenerate the tables made from Unicode's data and Python's codec (Debian: unicode-data)
	@set -e; for table in width variant pinyin gb18030; do \
		python3 tools/gen-$$table.py >src/text/$${table}_table.c.new; \
		mv src/text/$${table}_table.c.new src/text/$${table}_table.c; done

bench: ## measure against less, vim, tig, fzf, grep and the bare event loop of libyaml (python3)
	@$(MAKE) --no-print-directory $(JOBS) all $(BUILD)/bench_search $(BUILD)/bench_load
	@$(BUILD)/bench_search
	@PYTHONDONTWRITEBYTECODE=1 python3 tests/bench/bench.py $(BUILD)/fengong

format: ## clang-format all sources
	clang-format -i $(filter-out %_table.c,$(shell find src tests -name '*.[ch]'))

lint: $(BUILD)/config.mk ## what gcc's analyzer, cppcheck and clang-tidy find in all sources: nothing
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' PAPER='$(PAPER)' BUILD='$(BUILD)' tools/deps.sh lint
	@CPPFLAGS='$(CPPFLAGS) $(PAPER_CFLAGS) -DLOCALEDIR="" -DLIBEXECDIR="" -DFENGONG_VERSION=""' tools/lint.sh $(BUILD)/lint \
		$(or $(FILES),$(filter-out %_table.c,$(core_src) $(shell_src) $(if $(PAPER_LIBS),$(paper_src))))

install: all ## install into $(DESTDIR)$(PREFIX)
	tools/install.sh '$(DESTDIR)' '$(BINDIR)' '$(LIBEXECDIR)' '$(DATADIR)' '$(MANDIR)' '$(LOCALEDIR)' '$(BUILD)'

uninstall: ## remove what install put there
	tools/install.sh --remove '$(DESTDIR)' '$(BINDIR)' '$(LIBEXECDIR)' '$(DATADIR)' '$(MANDIR)' '$(LOCALEDIR)' '$(BUILD)'

pictures: all ## make the guides' pictures anew, from a real terminal (xterm, xvfb, xdotool, imagemagick)
	@tools/pictures.sh $(BUILD)/fengong

archive := $(BUILD)/fengong-$(VERSION).tar.gz
dist: ## the source as one archive, reproducible
	@tools/dist.sh $(VERSION) $(archive)
	@echo $(archive)

deb: dist ## packages for Debian and Ubuntu, reproducible (dpkg-dev, debhelper)
	@tools/deb.sh $(VERSION) $(archive) $(BUILD)/deb

static: ## one file for any Linux: without libraries, locales, terminfo and catalogues
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/static STATIC=all PAPER=no CFLAGS=-O2 LDFLAGS=-s $(BUILD)/static/fengong
	@echo $(BUILD)/static/fengong

clean: ## remove what was built
	rm -rf $(BUILD) $(BUILD)-asan

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile tests/tests.mk | expand -t 18

.PHONY: all run deps check check-long check-build check-suites check-walks fuzz fuzz-corpus $(fuzz_goals) \
	$(addprefix check-,$(suites)) $(all_runs) pot man-keys \
	tables bench format lint pictures dist deb static install uninstall clean help
.SECONDARY: $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/*/*.c))
-include $(core_obj:.o=.d) $(shell_obj:.o=.d) $(paper_obj:.o=.d)
