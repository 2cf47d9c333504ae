# SPDX-License-Identifier: MIT
# bash completion of fengong(1): commands, options, formats; names of units by "fengong search".

_fengong_units() {
    local IFS=$'\n'
    COMPREPLY=($("${COMP_WORDS[0]}" search -- "$1" 2>/dev/null | cut -f 1 | head -n 50))
}

_fengong() {
    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} word command=
    local commands='browse show unit search print stats export check import diff'
    local options='--file= --output= --as= --width= --printer --bom --punctuation= --goto= --unit= --leader= --search=
        --script= --size= --ambiguous= --ascii --color= --restricted --list-keys --help --version'
    COMPREPLY=()
    for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
        case " $commands " in *" $word "*) command=$word && break ;; esac
    done
    # bash cuts words at =
    [ "$cur" = = ] && cur=
    [ "$prev" = = ] && prev=${COMP_WORDS[COMP_CWORD - 2]}
    case $prev in
    -f | --file | -o | --output | --script) COMPREPLY=($(compgen -f -- "$cur")) && return ;;
    --as) COMPREPLY=($(compgen -W 'text json tsv csv yaml markdown html' -- "$cur")) && return ;;
    --color) COMPREPLY=($(compgen -W 'auto always never' -- "$cur")) && return ;;
    --ambiguous) COMPREPLY=($(compgen -W 'auto 1 2' -- "$cur")) && return ;;
    --punctuation) COMPREPLY=($(compgen -W 'full keep' -- "$cur")) && return ;;
    --unit | --search) _fengong_units "$cur" && return ;;
    --width | --size | --goto | --leader) return ;;
    esac
    if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options" -- "$cur"))
        [[ ${COMPREPLY[0]-} == *= ]] && compopt -o nospace
    elif [ -z "$command" ]; then
        COMPREPLY=($(compgen -W "$commands" -- "$cur"))
    else
        case $command in
        unit | search) _fengong_units "$cur" ;;
        print)
            COMPREPLY=($(compgen -W 'all livelihood' -- "$cur"))
            [ ${#COMPREPLY[@]} -gt 0 ] || _fengong_units "$cur"
            ;;
        import | diff) COMPREPLY=($(compgen -f -- "$cur")) ;;
        esac
    fi
}
complete -F _fengong fengong
