# fengong: make help
.DELETE_ON_ERROR:
BUILD ?= build
CC ?= cc
AR ?= ar
PKG_CONFIG ?= pkg-config
PREFIX ?= /usr/local
VERSION := 0.1.0

CFLAGS ?= -O2 -g
WARNINGS := -Wall -Wextra -Wformat=2 -Wconversion -Wshadow -Wvla -Wimplicit-fallthrough -Wstrict-prototypes \
	-Wmissing-prototypes -Wundef -Wcast-qual -Wwrite-strings
override CPPFLAGS += -D_GNU_SOURCE -Isrc
override CFLAGS += -std=c11 $(WARNINGS)

# Rooms that know no terminal: they link into libcore.a, and the unit tests link nothing else.
CORE_ROOMS := base text breakdown notice sheet ui
SHELL_ROOMS := term command
core_src := $(wildcard $(CORE_ROOMS:%=src/%/*.c))
shell_src := $(wildcard $(SHELL_ROOMS:%=src/%/*.c)) $(wildcard src/main.c)
core_obj := $(core_src:%.c=$(BUILD)/%.o)
shell_obj := $(shell_src:%.c=$(BUILD)/%.o)

CORE_PKGS := yaml-0.1 jansson
TERM_PKGS := ncursesw
override CPPFLAGS += $(shell $(PKG_CONFIG) --cflags $(CORE_PKGS) $(TERM_PKGS) 2>/dev/null)
CORE_LIBS = $(shell $(PKG_CONFIG) --libs $(CORE_PKGS)) -lunistring
TERM_LIBS = $(shell $(PKG_CONFIG) --libs $(TERM_PKGS))

all: $(BUILD)/fengong ## build the program

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/libcore.a: $(core_obj)
	rm -f $@
	$(AR) rcs $@ $^

$(BUILD)/fengong: $(shell_obj) $(BUILD)/libcore.a
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) $(TERM_LIBS) $(LDLIBS)

unit_src := $(wildcard tests/unit/test_*.c)
unit_bin := $(unit_src:tests/unit/%.c=$(BUILD)/tests/%)
$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(BUILD)/libcore.a
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) -lcmocka

check-unit: $(unit_bin) ## run the unit tests
	@set -e; for t in $(unit_bin); do $$t; done

tables: ## regenerate the tables made from Unicode's data (Debian: unicode-data)
	@set -e; for table in width variant pinyin; do \
		python3 tools/gen-$$table.py >src/text/$${table}_table.c.new; \
		mv src/text/$${table}_table.c.new src/text/$${table}_table.c; done

clean: ## remove what was built
	rm -rf $(BUILD)

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 18

.PHONY: all check-unit tables clean help
.SECONDARY:
-include $(core_obj:.o=.d) $(shell_obj:.o=.d)
