# SPDX-License-Identifier: MIT
# The tests: "make check" runs all of them twice, the second time under AddressSanitizer and UBSan, and "make check-long"
# what takes longer.  Each suite alone: make check-unit, check-house, … (with BUILD and CFLAGS as given); one program of a
# suite: make check-unit TEST=app.
suites := pty torture unit paper document cli house screens sheets
TEST_JOBS := -j$(shell expr 2 \* $$(nproc 2>/dev/null || echo 1))
ifeq ($(MAKELEVEL)$(filter-out check-%,$(MAKECMDGOALS)),0)
MAKEFLAGS += -k $(TEST_JOBS)
endif

unit_src := $(wildcard tests/unit/test_*.c)
unit_bin := $(unit_src:tests/unit/%.c=$(BUILD)/tests/%)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(BUILD)/libcore.a
	@mkdir -p $(@D)
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) -lcmocka -lm

# What fengong-paper alone has; nothing where it is not built.
paper_test_src := $(if $(PAPER_LIBS),$(wildcard tests/paper/test_*.c tests/document/test_*.c))
paper_bin := $(paper_test_src:%.c=$(BUILD)/%)
paper_archives := $(BUILD)/libpaper.a $(BUILD)/libdocument.a $(BUILD)/libterm.a $(BUILD)/libcore.a
$(BUILD)/tests/paper/%.o $(BUILD)/tests/document/%.o: override CPPFLAGS += -Itests $(PAPER_CFLAGS)
$(paper_bin): $(BUILD)/tests/%: $(BUILD)/tests/%.o $(BUILD)/tests/document/office.o $(paper_archives)
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS) $(TERM_LIBS) $(PAPER_LIBS) -lm -lcmocka
-include $(paper_test_src:%.c=$(BUILD)/%.d) $(BUILD)/tests/document/office.d

# The screen, on a pseudo-terminal before an emulator of our own.
pty_help := emulator emulator_control session twin gb_locale kinds
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

# Each test program is a target run/SUITE/NAME of its own: make runs them side by side, each when it is built.
# TEST takes several names, and % for any letters.
RESULTS := $(BUILD)/results
RUN = $(if $(Q),@)tests/run.sh $(RESULTS) $(@:run/%=%)
names = $(patsubst run/%,%,$(1))
chosen = $(if $(TEST),$(filter $(foreach test,$(TEST),run/$(1)/$(test) run/$(1)/test_$(test)),$(2)),$(2))
sum = @tests/run.sh --sum '$(VARIANT)$(1)' $(addprefix $(RESULTS)/,$(call names,$(call chosen,$(1),$(2))))

unit_runs := $(unit_src:tests/unit/%.c=run/unit/%)
paper_runs := $(patsubst $(BUILD)/tests/%,run/%,$(filter $(BUILD)/tests/paper/%,$(paper_bin)))
document_runs := $(patsubst $(BUILD)/tests/%,run/%,$(filter $(BUILD)/tests/document/%,$(paper_bin)))
pty_runs := $(pty_src:tests/pty/%.c=run/pty/%)
cli_runs := $(patsubst tests/cli/%.sh,run/cli/%,$(filter-out tests/cli/lib.sh,$(wildcard tests/cli/*.sh)))
house_runs := $(patsubst tests/house/%.sh,run/house/%,$(filter-out tests/house/tap.sh,$(wildcard tests/house/*.sh)))
golden_runs := run/screens/screens run/sheets/sheets
torture_runs := $(patsubst tests/torture/%.sh,run/torture/%,$(filter-out tests/torture/lib.sh,$(wildcard tests/torture/*.sh)))
all_runs := $(pty_runs) $(torture_runs) $(unit_runs) $(paper_runs) $(document_runs) $(cli_runs) $(house_runs) $(golden_runs)

$(all_runs): export FENGONG = $(abspath $(BUILD))/fengong
$(all_runs): export ROOT = $(CURDIR)
$(all_runs): export VARIANT := $(VARIANT)
$(house_runs): export CC := $(CC)
$(house_runs): export CPPFLAGS := $(CPPFLAGS)
$(house_runs): export PAPER_CFLAGS := $(PAPER_CFLAGS)

$(unit_runs): run/unit/%: $(BUILD)/tests/%
	$(RUN) $<
$(paper_runs) $(document_runs): run/%: $(BUILD)/tests/%
	$(RUN) $<
$(pty_runs): run/pty/%: $(BUILD)/tests/pty/% $(BUILD)/fengong
	$(RUN) $<
$(cli_runs): run/cli/%: tests/cli/%.sh all
	$(RUN) sh $<
$(house_runs): run/house/%: tests/house/%.sh all $(BUILD)/format_keys
	$(RUN) $< $(BUILD)/fengong
$(torture_runs): export FAIL = $(abspath $(BUILD))/fail.so
$(torture_runs): run/torture/%: tests/torture/%.sh all $(BUILD)/fail.so
	$(RUN) sh $<
run/screens/screens run/sheets/sheets: run/%: all
	$(RUN) tests/golden/$(notdir $@).sh

# What lets calls of the program fail; where it cannot be built, the tests of it skip.
$(BUILD)/fail.so: tests/torture/fail.c
	@mkdir -p $(@D)
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) -D_GNU_SOURCE -std=c11 -O1 -shared -fPIC -o $@ $< || touch $@

check-build: all $(unit_bin) $(paper_bin) $(pty_bin) $(BUILD)/format_keys

check-pty: $(call chosen,pty,$(pty_runs)) ## the screen on a pseudo-terminal
	$(call sum,pty,$(pty_runs))
check-unit: $(call chosen,unit,$(unit_runs)) ## the unit tests; one program: make check-unit TEST=app
	$(call sum,unit,$(unit_runs))
check-paper: $(call chosen,paper,$(paper_runs)) ## PDF, Excel and Word as fengong-paper makes them
	$(call sum,paper,$(paper_runs))
check-document: $(call chosen,document,$(document_runs)) ## documents as fengong-paper reads them
	$(call sum,document,$(document_runs))
check-torture: $(call chosen,torture,$(torture_runs)) ## want of memory, failing calls and kills at one place after the other
	$(call sum,torture,$(torture_runs))
check-cli: $(call chosen,cli,$(cli_runs)) ## the command line
	$(call sum,cli,$(cli_runs))
check-house: $(call chosen,house,$(house_runs)) ## the rules of the house: layers, style, documents, the binary
	$(call sum,house,$(house_runs))
check-screens: run/screens/screens ## golden screens at five sizes
	$(call sum,screens,$^)
check-sheets: run/sheets/sheets ## golden sheets in every format
	$(call sum,sheets,$^)

# The screen's programs, which mostly wait, go first.
check-suites: $(patsubst %,check-%,$(if $(VARIANT),$(filter-out house torture,$(suites)),$(suites)))

# What takes minutes: programs that read FENGONG_LONG and then walk at all sizes, and further.
check-walks: run/pty/test_screen run/pty/test_ending run/pty/test_line run/unit/test_file run/unit/test_app_frames $(if $(VARIANT),,$(torture_runs))

plain-%:
	@$(MAKE) --no-print-directory $*
sanitized-%:
	@if grep -q 'SANITIZERS := yes' $(BUILD)/config.mk; then $(MAKE) --no-print-directory BUILD=$(BUILD)-asan \
		HARDEN=no CFLAGS='$(SANITIZE)' VARIANT='sanitized ' $*; \
	else echo 'This compiler has no sanitizers here: no second run.'; fi

# What the manual and the house suite ask the table of the format's keys.
$(BUILD)/format_keys: $(BUILD)/tests/house/format_keys.o $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS)

# Both builds and all their tests side by side, with more jobs than processors: some only wait.
check check-long: SUITES = $(if $(filter check,$@),check-suites,check-walks)
check: ## all tests, twice: the second time with sanitizers
check-long: ## the longest walks, twice as well; "make check" walks a part of them
check check-long:
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' PAPER='$(PAPER)' BUILD='$(BUILD)' tools/deps.sh check
	@rm -rf $(RESULTS) $(BUILD)-asan/results
	@status=0; $(if $(filter check-long,$@),FENGONG_LONG=1 TEST_SECONDS=1500) $(MAKE) --no-print-directory -k \
		$(if $(findstring jobserver,$(MAKEFLAGS)),,$(TEST_JOBS)) plain-$(SUITES) sanitized-$(SUITES) || status=1; \
		tests/run.sh --close $(RESULTS) $(BUILD)-asan/results && exit $$status

regen-screens: $(BUILD)/fengong ## look at what changed in the golden screens and accept it
	@FENGONG=$(BUILD)/fengong tests/golden/screens.sh --regen
regen-sheets: $(BUILD)/fengong ## look at what changed in the golden sheets and accept it
	@FENGONG=$(BUILD)/fengong tests/golden/sheets.sh --regen

# What breaks is left in the build folder: a file for tests/data/bad, tests/data/notices or tests/fuzz/seeds.
FUZZ_SECONDS ?= 60
fuzz_documents := $(if $(PAPER_LIBS),docx xlsx html zip)
fuzz_runs := $(addprefix fuzz-,load import $(fuzz_documents))
fuzz_seeds = $(firstword $(wildcard tests/fuzz/seeds/$*) $(if $(filter load,$*),tests/data/bad,tests/data/notices))
$(fuzz_documents:%=$(BUILD)/tests/fuzz/fuzz_%.o): override CPPFLAGS += -Itests
$(fuzz_documents:%=$(BUILD)/fuzz_%): $(paper_archives)
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -fsanitize=fuzzer -o $@ $(filter %.o,$^) $(filter-out %/libcore.a,$(filter %.a,$^)) $(BUILD)/libcore.a \
		$(CORE_LIBS) $(TERM_LIBS) $(if $(filter $(fuzz_documents),$*),$(PAPER_LIBS) -lm)

fuzz: $(BUILD)/config.mk ## random files, notices and documents for FUZZ_SECONDS each (clang)
	@$(MAKE) --no-print-directory $(JOBS) BUILD=$(BUILD)-fuzz CC=clang HARDEN=no \
		CFLAGS='$(SANITIZE) -fsanitize=fuzzer-no-link' $(fuzz_runs)

$(fuzz_runs): fuzz-%: $(BUILD)/fuzz_%
	@mkdir -p $(BUILD)/corpus/$*
	$(BUILD)/fuzz_$* -max_total_time=$(FUZZ_SECONDS) -max_len=8000 -verbosity=0 -print_final_stats=1 \
		-dict=tests/fuzz/office.dict -artifact_prefix=$(BUILD)/ $(BUILD)/corpus/$* $(fuzz_seeds)

-include $(wildcard $(BUILD)/tests/unit/*.d $(BUILD)/tests/house/*.d $(BUILD)/tests/bench/*.d $(BUILD)/tests/fuzz/*.d)
