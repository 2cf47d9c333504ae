# SPDX-License-Identifier: MIT
# The tests: "make check" runs all of them twice, the second time under AddressSanitizer and UBSan, and "make check-long"
# what takes longer.  Each suite alone: make check-unit, check-house, … (with BUILD and CFLAGS as given); one program of a
# suite: make check-unit TEST=app.
suites := pty torture unit paper document fuzz cli house screens sheets
TEST_JOBS := -j$(shell expr 2 \* $$(nproc 2>/dev/null || echo 1))
ifeq ($(MAKELEVEL)$(filter-out check-%,$(MAKECMDGOALS)),0)
MAKEFLAGS += -k $(TEST_JOBS)
endif

# What a test does itself takes no time; to optimize it takes as long as the program's half of a build.
$(foreach room,unit pty paper document house,$(BUILD)/tests/$(room)/%.o): override CFLAGS += -O0 -g1 -U_FORTIFY_SOURCE

unit_src := $(wildcard tests/unit/test_*.c)
unit_bin := $(unit_src:tests/unit/%.c=$(BUILD)/tests/%)

$(BUILD)/tests/%: $(BUILD)/tests/unit/%.o $(BUILD)/libcore.a
	@mkdir -p $(@D)
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $(filter %.o,$^) $(filter %.a,$^) $(CORE_LIBS) -lcmocka -lm

# What loads behind the screen knows no terminal either.
$(BUILD)/tests/test_behind: $(BUILD)/src/command/behind.o

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
pty_help := emulator emulator_control session twin folder gb_locale kinds hostile
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
# Sanitizers see nothing more in the guides' lines and completions, which run what the other scripts run.
cli_runs := $(patsubst tests/cli/%.sh,run/cli/%,$(filter-out tests/cli/lib.sh $(if $(VARIANT),tests/cli/guides.sh \
	tests/cli/completion.sh),$(wildcard tests/cli/*.sh)))
house_runs := $(patsubst tests/house/%.sh,run/house/%,$(filter-out tests/house/tap.sh,$(wildcard tests/house/*.sh)))
golden_runs := run/screens/screens run/sheets/sheets
torture_runs := $(patsubst tests/torture/%.sh,run/torture/%,$(filter-out tests/torture/lib.sh,$(wildcard tests/torture/*.sh)))
fuzz_documents := $(if $(PAPER_LIBS),docx xlsx html zip)
fuzz_targets := load import text search keys diff script sheet settings $(fuzz_documents)
fuzz_runs := $(fuzz_targets:%=run/fuzz/%)
# What needs more of a system (servers, packages, an empty root folder), for check-long only.
long_runs := $(patsubst tests/long/%.sh,run/long/%,$(wildcard tests/long/*.sh))
all_runs := $(long_runs) $(pty_runs) $(torture_runs) $(unit_runs) $(paper_runs) $(document_runs) $(fuzz_runs) $(cli_runs) $(house_runs) $(golden_runs)

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
$(pty_runs): export FAIL = $(abspath $(BUILD))/fail.so
$(pty_runs) run/long/static: export GB_LOCALE = $(abspath $(BUILD))/gb-locale
# The twin knows of fengong-paper wherever it runs, the program where one stands beside it: from the first test on.
pty_program := $(BUILD)/$(if $(PAPER_LIBS),,tests/beside/)fengong
$(pty_runs): $(filter %-paper,$(programs))
$(BUILD)/tests/beside/fengong: $(BUILD)/fengong
	@mkdir -p $(@D)
	$(Q)cp $< $@ && : >$@-paper && chmod +x $@-paper
$(pty_runs): export FENGONG = $(abspath $(pty_program))
$(pty_runs): run/pty/%: $(BUILD)/tests/pty/% $(pty_program) $(BUILD)/fail.so
	$(RUN) $<
$(addprefix run/pty/test_,linear restricted screen use): $(BUILD)/gb-locale
$(fuzz_runs): run/fuzz/%: $(BUILD)/replay_% $(BUILD)/seeds/%
	$(RUN) $< $(BUILD)/seeds/$*
$(cli_runs): run/cli/%: tests/cli/%.sh all
	$(RUN) sh $<
$(house_runs): run/house/%: tests/house/%.sh all $(BUILD)/table_rows
	$(RUN) $< $(BUILD)/fengong
$(long_runs): run/long/%: tests/long/%.sh all
	$(RUN) $< $(BUILD)/fengong
$(long_runs): export CC := $(CC)
run/long/static: $(pty_bin) $(BUILD)/gb-locale
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

# It warns and fails a little; what counts is what it made, and where it cannot, the tests of it skip.
$(BUILD)/gb-locale:
	@mkdir -p $@
	@localedef -i zh_CN -f GB18030 $@/zh_CN.GB18030 >/dev/null 2>&1 || true

check-build: all $(unit_bin) $(paper_bin) $(pty_bin) $(BUILD)/table_rows

check-pty: $(call chosen,pty,$(pty_runs)) ## the screen on a pseudo-terminal
	$(call sum,pty,$(pty_runs))
check-unit: $(call chosen,unit,$(unit_runs)) ## the unit tests; one program: make check-unit TEST=app
	$(call sum,unit,$(unit_runs))
check-paper: $(call chosen,paper,$(paper_runs)) ## PDF, Excel and Word as fengong-paper makes them
	$(call sum,paper,$(paper_runs))
check-document: $(call chosen,document,$(document_runs)) ## documents as fengong-paper reads them
	$(call sum,document,$(document_runs))
check-fuzz: $(call chosen,fuzz,$(fuzz_runs)) ## what fuzzers found worth keeping, once more; to look for more: make fuzz
	$(call sum,fuzz,$(fuzz_runs))
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
# What fuzzers found goes by the sanitizers, where there are any.
check-suites: $(patsubst %,check-%,$(filter-out $(if $(VARIANT),house torture,$(if $(filter yes,$(SANITIZERS)),fuzz)),$(suites)))

# What takes minutes: programs that read FENGONG_LONG and then walk at all sizes, and further.
# Packages, which run the tests once more to be built, are left to whoever makes a release: not in CI.
# Sanitizers go along where the walk is through the program's memory, and what fuzzers found by them, where there are
# any; what is watched from outside goes without.
check-walks: $(addprefix run/pty/test_,screen line $(if $(VARIANT),,escapes ending restricted writers failing load)) \
	$(if $(or $(VARIANT),$(filter no,$(SANITIZERS))),$(fuzz_runs)) \
	$(addprefix run/unit/test_,file app app_frames behind bombs notice resolve) $(if $(VARIANT),,$(torture_runs) $(filter-out $(if $(CI),run/long/deb),$(long_runs)))

plain-%:
	@$(MAKE) --no-print-directory $*
sanitized-%:
	@if grep -q 'SANITIZERS := yes' $(BUILD)/config.mk; then $(MAKE) --no-print-directory BUILD=$(BUILD)-asan \
		HARDEN=no CFLAGS='$(SANITIZE)' VARIANT='sanitized ' $*; \
	else echo 'This compiler has no sanitizers here: no second run.'; fi

# What the manual and the house suite ask the tables of the format's keys and of the settings.
$(BUILD)/table_rows: $(BUILD)/tests/house/table_rows.o $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(CORE_LIBS)

# Both builds and all their tests side by side, with more jobs than processors: some only wait.
check check-long: SUITES = $(if $(filter check,$@),check-suites,check-walks)
check: ## all tests, twice: the second time with sanitizers
check-long: ## the longest walks, twice as well; "make check" walks a part of them
check check-long:
	@CC='$(CC)' PKG_CONFIG='$(PKG_CONFIG)' PAPER='$(PAPER)' BUILD='$(BUILD)' tools/deps.sh check
	@rm -rf $(RESULTS) $(BUILD)-asan/results
	@status=0; $(if $(filter check-long,$@),FENGONG_LONG=1 FENGONG_SECONDS=$(SECONDS) TEST_SECONDS=3000) $(MAKE) --no-print-directory -k \
		$(if $(findstring jobserver,$(MAKEFLAGS)),,$(TEST_JOBS)) plain-$(SUITES) sanitized-$(SUITES) || status=1; \
		tests/run.sh --close $(RESULTS) $(BUILD)-asan/results && exit $$status

regen-screens: $(BUILD)/fengong ## look at what changed in the golden screens and accept it
	@FENGONG=$(BUILD)/fengong tests/golden/screens.sh --regen
regen-sheets: $(BUILD)/fengong ## look at what changed in the golden sheets and accept it
	@FENGONG=$(BUILD)/fengong tests/golden/sheets.sh --regen

# Random bytes for everything that takes bytes.  What breaks a target is left in the build folder: it becomes a file of
# tests/data/bad or tests/data/notices, or is packed into tests/fuzz/corpus, which the fuzz suite runs through.
SECONDS ?= 60
fuzz_goals := $(fuzz_targets:%=fuzz-%)
$(BUILD)/tests/fuzz/%.o $(BUILD)/tests/unit/test_wrap.o: override CPPFLAGS += -Itests
# A target's own laws are no code to find ways through.
$(BUILD)/tests/fuzz/%.o: override CFLAGS := $(filter-out -fsanitize=fuzzer-no-link,$(CFLAGS))
$(fuzz_documents:%=$(BUILD)/fuzz_%) $(fuzz_documents:%=$(BUILD)/replay_%): $(paper_archives)
$(BUILD)/fuzz_keys $(BUILD)/replay_keys: $(BUILD)/libterm.a
fuzz_link = $(CC) $(CFLAGS) $(LDFLAGS) $(1) -o $@ $(filter %.o,$^) $(filter-out %/libcore.a %/libyaml.a,$(filter %.a,$^)) \
	$(BUILD)/libcore.a $(filter %/libyaml.a,$^) $(CORE_LIBS) $(TERM_LIBS) \
	$(if $(filter $(fuzz_documents),$*),$(PAPER_LIBS)) -lm
$(BUILD)/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/libcore.a $(BUILD)/libyaml/libyaml.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(call fuzz_link,-fsanitize=fuzzer)
$(BUILD)/replay_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/libcore.a
	@$(if $(Q),echo "  LD    $@")
	$(Q)$(call fuzz_link,)
$(BUILD)/libyaml/libyaml.a: tools/libyaml.sh
	@CC='$(CC)' CFLAGS='$(CFLAGS)' tools/libyaml.sh $(@D)

fuzz fuzz-corpus: FUZZ = $(MAKE) --no-print-directory BUILD=$(BUILD)-fuzz CC=clang HARDEN=no \
	CFLAGS='$(SANITIZE) -fsanitize=fuzzer-no-link'
fuzz: $(BUILD)/config.mk ## random bytes for everything that takes bytes, SECONDS (60) each; TEST=load: that alone (clang)
	@$(FUZZ) $(JOBS) $(if $(TEST),$(TEST:%=fuzz-%),$(fuzz_goals))
fuzz-corpus: $(BUILD)/config.mk ## pack what the fuzzers found, as little of it as reaches the same code
	@$(FUZZ) $(JOBS) $(if $(TEST),$(TEST:%=corpus-%),$(fuzz_targets:%=corpus-%))

$(BUILD)/seeds/%: tests/fuzz/corpus/%.tar.gz
	@rm -rf $@ && mkdir -p $@ && tar xzf $< -C $@
# What the app that keys go to keeps is no leak: there they are looked for at the end alone.
fuzz_options = -max_len=8000 -timeout=10 -rss_limit_mb=2048 -artifact_prefix=$(BUILD)/$*- -dict=tests/fuzz/$(firstword \
	$(if $(filter $*,$(fuzz_documents)),office) $(if $(filter $*,keys search script settings),$*) yaml).dict \
	$(if $(filter keys,$*),-detect_leaks=0)
$(fuzz_goals): fuzz-%: $(BUILD)/fuzz_% $(BUILD)/seeds/%
	@mkdir -p $(BUILD)/corpus/$*
	$(BUILD)/fuzz_$* $(fuzz_options) -max_total_time=$(SECONDS) -verbosity=0 -print_final_stats=1 $(BUILD)/corpus/$* $(BUILD)/seeds/$*
$(fuzz_targets:%=corpus-%): corpus-%: $(BUILD)/fuzz_% $(BUILD)/seeds/%
	@rm -rf $(BUILD)/merged/$* && mkdir -p $(BUILD)/merged/$* $(BUILD)/corpus/$*
	$(BUILD)/fuzz_$* $(fuzz_options) -verbosity=0 -merge=1 $(BUILD)/merged/$* $(BUILD)/corpus/$* $(BUILD)/seeds/$*
	@tar cf - -C $(BUILD)/merged/$* --sort=name --mtime=@0 --owner=0 --group=0 --numeric-owner . | gzip -9n >tests/fuzz/corpus/$*.tar.gz

-include $(wildcard $(BUILD)/tests/unit/*.d $(BUILD)/tests/house/*.d $(BUILD)/tests/bench/*.d $(BUILD)/tests/fuzz/*.d)
