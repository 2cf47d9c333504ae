# SPDX-License-Identifier: MIT
# The tests: "make check" runs all of them twice, the second time under AddressSanitizer and UBSan.  Each suite alone:
# make check-unit, check-house, … (with BUILD and CFLAGS as given).
suites := unit house cli screens sheets pty

unit_src := $(wildcard tests/unit/test_*.c)
unit_bin := $(unit_src:tests/unit/%.c=$(BUILD)/tests/%)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(BUILD)/libcore.a
	@mkdir -p $(@D)
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) -lcmocka

# The screen, on a pseudo-terminal before an emulator of our own.
pty_help := emulator emulator_control session twin gb_locale
pty_src := $(wildcard tests/pty/test_*.c)
pty_bin := $(pty_src:tests/pty/%.c=$(BUILD)/tests/pty/%)
pty_obj := $(pty_help:%=$(BUILD)/tests/pty/%.o)
$(BUILD)/tests/pty/%.o: override CPPFLAGS += -Itests
$(BUILD)/tests/pty/%: $(BUILD)/tests/pty/%.o $(pty_obj) $(BUILD)/libterm.a $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) $(TERM_LIBS) -lcmocka -lutil
-include $(pty_obj:.o=.d) $(pty_src:%.c=$(BUILD)/%.d)
$(BUILD)/libterm.a: $(filter $(BUILD)/src/term/% $(BUILD)/src/system/%,$(shell_obj))
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/bench_%: $(BUILD)/tests/bench/bench_%.o $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS)

check: ## all tests, twice: the second time with sanitizers
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' tools/deps.sh check
	@mkdir -p $(BUILD) && rm -f $(BUILD)/tally
	@$(MAKE) --no-print-directory $(JOBS) check-build
	@TALLY=$(BUILD)/tally $(MAKE) --no-print-directory check-suites
	@if grep -q 'SANITIZERS := yes' $(BUILD)/config.mk; then \
		echo 'Again, with AddressSanitizer and UBSan:' && \
		$(MAKE) --no-print-directory $(JOBS) BUILD=$(BUILD)-asan HARDEN=no CFLAGS='$(SANITIZE)' check-build && \
		TALLY=$(BUILD)/tally $(MAKE) --no-print-directory BUILD=$(BUILD)-asan HARDEN=no CFLAGS='$(SANITIZE)' \
			$(patsubst %,check-%,$(filter-out house,$(suites))); \
	else echo 'This compiler has no sanitizers here: no second run.'; fi
	@tests/run.sh --close $(BUILD)/tally

check-build: all $(unit_bin) $(pty_bin)

check-suites: $(patsubst %,check-%,$(suites))

check-unit: $(unit_bin) ## the unit tests
	@tests/run.sh unit $(unit_bin)

check-house: $(BUILD)/fengong ## the rules of the house: layers, style, documents, the binary
	@CC='$(CC)' CPPFLAGS='$(CPPFLAGS)' tests/run.sh house $(addprefix tests/house/,includes.sh headers.sh style.sh catalogue.sh) \
		'tests/house/binary.sh $(BUILD)/fengong' 'tests/house/docs.sh $(BUILD)/fengong'

cli_tests := $(filter-out tests/cli/lib.sh,$(wildcard tests/cli/*.sh))
check-cli: export FENGONG = $(abspath $(BUILD))/fengong
check-cli: export ROOT = $(CURDIR)
check-cli: $(BUILD)/fengong ## the command line
	@tests/run.sh cli $(cli_tests:%='sh %')

check-screens: export FENGONG = $(BUILD)/fengong
check-screens: $(BUILD)/fengong ## golden screens at five sizes
	@tests/run.sh screens tests/golden/screens.sh

regen-screens: $(BUILD)/fengong ## look at what changed in the golden screens and accept it
	@FENGONG=$(BUILD)/fengong tests/golden/screens.sh --regen

check-sheets: export FENGONG = $(BUILD)/fengong
check-sheets: $(BUILD)/fengong ## golden sheets in every format
	@tests/run.sh sheets tests/golden/sheets.sh

regen-sheets: $(BUILD)/fengong ## look at what changed in the golden sheets and accept it
	@FENGONG=$(BUILD)/fengong tests/golden/sheets.sh --regen

check-pty: export FENGONG = $(abspath $(BUILD))/fengong
check-pty: $(pty_bin) $(BUILD)/fengong ## the screen on a pseudo-terminal
	@tests/run.sh pty $(pty_bin)

# What breaks is left in the build folder: a file for tests/data/bad or tests/data/notices.
FUZZ_SECONDS ?= 60
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(CORE_LIBS)

fuzz: ## random files and notices for FUZZ_SECONDS each (clang)
	@$(MAKE) --no-print-directory $(JOBS) BUILD=$(BUILD)-fuzz CC=clang HARDEN=no \
		CFLAGS='$(SANITIZE) -fsanitize=fuzzer-no-link' fuzz-load fuzz-import

fuzz-load fuzz-import: fuzz-%: $(BUILD)/fuzz_%
	@mkdir -p $(BUILD)/$*
	$(BUILD)/fuzz_$* -max_total_time=$(FUZZ_SECONDS) -max_len=8000 -verbosity=0 -print_final_stats=1 \
		-artifact_prefix=$(BUILD)/ $(BUILD)/$* $(if $(filter load,$*),tests/data/bad,tests/data/notices)

-include $(wildcard $(BUILD)/tests/unit/*.d $(BUILD)/tests/bench/*.d $(BUILD)/tests/fuzz/*.d)
