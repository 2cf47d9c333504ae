# SPDX-License-Identifier: MIT
# fish completion of fengong(1): commands, options, formats by "fengong --help"; names of units and leaders by "search".

# fish keeps of what is offered what has the word in it, and would drop 省发展改革委 for fgw: the best answer is then put
# in the word's place, by an abbreviation that holds for this once (fish 3.6).
function __fengong_names
    set -l word (commandline -ct | string replace -r '^--[a-z]+=' '')
    set -l names (fengong search --in=$argv[1] -- $word 2>/dev/null | string split -f 1 \t)
    set -l begun (string match -- "$word*" $names)
    if test (count $begun) -gt 0
        printf '%s\n' $begun
    else if test (count $names) -gt 0
        set -l option (string match -r '^--[a-z]+=' -- (commandline -ct))
        set -g __fengong_answer "$option$names[1]"
        abbr -a __fengong_word --position anywhere --regex (string escape --style=regex -- "$option$word") \
            --function __fengong_best 2>/dev/null
        and commandline -f expand-abbr
    end
end

# What the word at the cursor becomes, once.
function __fengong_best
    abbr -e __fengong_word
    printf '%s\n' $__fengong_answer
end

function __fengong_units
    __fengong_names units
end

function __fengong_leaders
    __fengong_names leaders
end

# A leader, or else a unit.
function __fengong_sheets
    set -l word (commandline -ct)
    if fengong search --in=leaders -- "$word" 2>/dev/null | string length -q
        __fengong_names leaders
    else
        __fengong_names units
    end
end

# The formats that the command takes; before it is typed, those of all commands.
function __fengong_formats
    set -l named (commandline -xpc 2>/dev/null; or commandline -opc)
    set -l now
    for line in (fengong --help 2>/dev/null)
        if string match -qr '^  [a-z]' -- $line
            set now (string match -r '[a-z]+' -- $line)
        else if string match -qr '^ *--as=' -- $line
            if contains -- $now $named; or not __fish_seen_subcommand_from $argv
                string split ' ' -- (string replace -r '^ *--as=' '' -- $line)
            end
        end
    end
end

# The words that an option takes.
function __fengong_choices
    set -l line (fengong --help 2>/dev/null | string match -r -- " --$argv[1]=\S+")
    string split '|' -- (string replace -r '^.*?=' '' -- $line[1])
end

set -l commands browse show unit search print stats export check import diff help
complete -c fengong -f
complete -c fengong -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c fengong -n "__fish_seen_subcommand_from unit search" -a "(__fengong_units)"
complete -c fengong -n "__fish_seen_subcommand_from print" -a "(__fengong_sheets) all livelihood targets"
complete -c fengong -n "__fish_seen_subcommand_from import diff" -F
complete -c fengong -n "__fish_seen_subcommand_from help" -a "$commands"
complete -c fengong -s f -l file -r -F -d "the breakdown"
complete -c fengong -s o -l output -r -F -d "write to a file"
complete -c fengong -l as -x -a "(__fengong_formats $commands)" -d "format"
complete -c fengong -l layout -x -a "(__fengong_choices layout)" -d "layout of sheets"
complete -c fengong -l each -x -a "(__fengong_choices each)" -d "a sheet for each"
complete -c fengong -l filter -x -d "the tasks that match"
complete -c fengong -l ids -r -F -d "the tasks listed in a file"
complete -c fengong -l title -x -d "the title of their sheet"
complete -c fengong -l sort -x -a "(__fengong_choices sort)" -d "order of a sheet"
complete -c fengong -l fonts -x -d "fonts of a PDF"
complete -c fengong -l width -x -d "columns of running text"
complete -c fengong -l printer -d "to the printer"
complete -c fengong -l bom -d "byte order mark for Excel"
complete -c fengong -l json -d "write what became of an imported notice"
complete -c fengong -l review -d "look at the doubts of an imported notice on the screen"
complete -c fengong -l punctuation -x -a "(__fengong_choices punctuation)" -d "of an imported notice"
complete -c fengong -l goto -x -d "start at a task"
complete -c fengong -l unit -x -a "(__fengong_units)" -d "start at a unit; stats: its partners"
complete -c fengong -l leader -x -a "(__fengong_leaders)" -d "start at a leader"
complete -c fengong -l search -x -a "(__fengong_units)" -d "start with a search"
complete -c fengong -l in -x -a "(__fengong_choices in)" -d "where search looks"
complete -c fengong -l script -r -F -d "play a script"
complete -c fengong -l size -x -d "of the screen"
complete -c fengong -l ambiguous -x -a "(__fengong_choices ambiguous)" -d "columns of ambiguous characters"
complete -c fengong -l ascii -d "draw in ASCII"
complete -c fengong -l linear -d "lines instead of a screen"
complete -c fengong -l theme -x -a "(__fengong_choices theme)" -d "colours for the background"
complete -c fengong -l color -x -a "(__fengong_choices color)" -d "colours"
complete -c fengong -l limit -x -d "largest file, in MiB"
complete -c fengong -l lang -x -a "(__fengong_choices lang)" -d "language"
complete -c fengong -l restricted -d "write and start nothing"
complete -c fengong -l self-test -d "with --restricted: try each way out"
complete -c fengong -l list-keys -d "print all keys"
complete -c fengong -l dump-config -d "print all settings"
complete -c fengong -s h -l help -d "print a summary"
complete -c fengong -s V -l version -d "print the version"
