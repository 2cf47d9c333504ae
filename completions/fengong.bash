# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2207 # the words of COMPREPLY=($(compgen …)) are ours, without blanks
# bash completion of fengong(1): commands, options, formats by "fengong --help"; names of units and leaders by "search".

# The candidates on standard input that begin with the word; when none does, the first: it is the best answer (fgw is
# 省发展改革委), and what several answers have in common (省) must not replace what was typed.
_fengong_offer() {
    local all=() one
    mapfile -t all
    for one in "${all[@]}"; do
        [[ -n $one && $one == "$1"* ]] && COMPREPLY+=("$one")
    done
    [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=(${all[0]:+"${all[0]}"})
}

_fengong_units() {
    _fengong_offer "$1" < <("${COMP_WORDS[0]}" "${files[@]}" search -- "$1" 2>/dev/null | cut -f 1)
}

_fengong_leaders() {
    _fengong_offer "$1" < <("${COMP_WORDS[0]}" "${files[@]}" search --in=leaders -- "$1" 2>/dev/null | cut -f 1)
}

# The formats that the command takes; before it is typed, those of all commands.
_fengong_formats() {
    mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" --help 2>/dev/null | command=$2 awk '
        /^  [a-z]/ { now = $1 }
        /^ *--as=[a-z ]+$/ && (ENVIRON["command"] == "" || now == ENVIRON["command"]) { sub(/^ *--as=/, ""); print }')" -- "$1" |
        awk '!seen[$0]++')
}

# The words that an option takes.
_fengong_choices() {
    mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" --help 2>/dev/null | option=$1 awk '
        { at = index($0, " " ENVIRON["option"] "=") }
        at { split(substr($0, at + length(ENVIRON["option"]) + 2), words, " "); gsub(/[|]/, " ", words[1]); print words[1]; exit }')" -- "$2")
}

_fengong_files() {
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$1")
}

_fengong() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} command='' files=() i
    local commands='browse show unit search print stats export check import diff help'
    local options='--file= --output= --as= --layout= --each= --filter= --ids= --title= --sort= --fonts= --width= --printer --bom --punctuation= --json --review --goto= --unit= --leader= --search=
        --in= --script= --size= --ambiguous= --ascii --linear --theme= --color= --limit= --lang= --restricted --self-test --list-keys --dump-config --help --version'
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        -f | --file | -o | --output)
            local option=${COMP_WORDS[i]}
            # bash cuts words at =
            [ "${COMP_WORDS[i + 1]}" = = ] && ((i++))
            ((++i < COMP_CWORD)) && [[ $option == -f || $option == --file ]] && files+=(-f "${COMP_WORDS[i]}")
            ;;
        *) [[ -z $command && " $commands " == *" ${COMP_WORDS[i]} "* ]] && command=${COMP_WORDS[i]} ;;
        esac
    done
    [ "$cur" = = ] && cur=
    [ "$prev" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}
    case $prev in
    -f | --file | -o | --output | --script | --ids) _fengong_files "$cur" && return ;;
    --as) _fengong_formats "$cur" "$command" && return ;;
    --in | --lang | --color | --theme | --ambiguous | --punctuation | --layout | --each | --sort)
        _fengong_choices "$prev" "$cur" && return
        ;;
    --unit | --search) _fengong_units "$cur" && return ;;
    --leader) _fengong_leaders "$cur" && return ;;
    --filter | --title | --fonts | --width | --size | --goto | --limit) return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
        [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace 2>/dev/null
    elif [ -z "$command" ]; then
        COMPREPLY=($(compgen -W "$commands" -- "$cur"))
    else
        case $command in
        unit | search) _fengong_units "$cur" ;;
        print)
            COMPREPLY=($(compgen -W 'all livelihood targets' -- "$cur"))
            _fengong_leaders "$cur"
            [ ${#COMPREPLY[@]} -gt 0 ] || _fengong_units "$cur"
            ;;
        import | diff) _fengong_files "$cur" ;;
        help) COMPREPLY=($(compgen -W "$commands" -- "$cur")) ;;
        esac
    fi
    return 0
}
complete -F _fengong fengong
