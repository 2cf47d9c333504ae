# SPDX-License-Identifier: MIT
# fish completion of fengong(1): commands, options, formats; names of units by "fengong search", of leaders by "stats".

function __fengong_units
    fengong search -- (commandline -ct) 2>/dev/null | string split -f 1 \t
end

function __fengong_leaders
    fengong stats --as=tsv 2>/dev/null | string match -r '^领导\t[^\t]+' | string replace -r '^领导\t' ''
end

set -l commands browse show unit search print stats export check import diff
complete -c fengong -f
complete -c fengong -n "not __fish_seen_subcommand_from $commands" -a "$commands"
complete -c fengong -n "__fish_seen_subcommand_from unit search print" -a "(__fengong_units)"
complete -c fengong -n "__fish_seen_subcommand_from print" -a "(__fengong_leaders) all livelihood"
complete -c fengong -n "__fish_seen_subcommand_from import diff" -F
complete -c fengong -s f -l file -r -F -d "the breakdown"
complete -c fengong -s o -l output -r -F -d "write to a file"
complete -c fengong -l as -x -a "text json tsv csv yaml markdown html pdf xlsx docx" -d "format"
complete -c fengong -l width -x -d "columns of running text"
complete -c fengong -l printer -d "to the printer"
complete -c fengong -l bom -d "byte order mark for Excel"
complete -c fengong -l punctuation -x -a "full keep" -d "of an imported notice"
complete -c fengong -l goto -x -d "start at a task"
complete -c fengong -l unit -x -a "(__fengong_units)" -d "start at a unit"
complete -c fengong -l leader -x -a "(__fengong_leaders)" -d "start at a leader"
complete -c fengong -l search -x -a "(__fengong_units)" -d "start with a search"
complete -c fengong -l script -r -F -d "play a script"
complete -c fengong -l size -x -d "of the screen"
complete -c fengong -l ambiguous -x -a "auto 1 2" -d "columns of ambiguous characters"
complete -c fengong -l ascii -d "draw in ASCII"
complete -c fengong -l color -x -a "auto always never" -d "colours"
complete -c fengong -l restricted -d "write and start nothing"
complete -c fengong -l list-keys -d "print all keys"
complete -c fengong -s h -l help -d "print a summary"
complete -c fengong -s V -l version -d "print the version"
