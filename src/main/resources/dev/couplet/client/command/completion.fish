# Completes the arguments of couplet in fish. As ~/.config/fish/completions/couplet.fish, fish loads it when it is needed.

set -g __couplet_transforms @transforms@

# what the value of an option is, or of an argument, by its number from 0
function __couplet_kind
    switch "$argv[1] $argv[2]"
@kinds@
    end
end

# the choices for a parameter of a transform, by its number from 0
function __couplet_choices
    switch $argv[1]
@choices@
    end
end

# completes the last step of a recipe
function __couplet_recipe
    set -l recipe (commandline -ct | string trim -c "'\"" | string replace -r '^--[^=]*=' '')
    set -l step (string replace -r '^.*[,(]' '' -- "$recipe")
    set -l start (string replace -r '[^,(]*$' '' -- "$recipe")
    if not string match -q '*=*' -- $step
        printf '%s\n' $start$__couplet_transforms
        return
    end
    set -l name (string replace -r '=.*' '' -- $step)
    set -l given (string replace -r '^[^=]*=' '' -- $step | string replace -ra '[^:]' '')
    set -l argument (string replace -r '[^=:]*$' '' -- $step)
    for choice in (__couplet_choices "$name "(string length -- "$given") | string split ' ')
        printf '%s\n' $start$argument$choice
    end
end

# COMMAND KIND: whether the next argument of the command is of a kind
function __couplet_next
    set -l words (commandline -opc)
    test (count $words) -ge 2; and test $words[2] = $argv[1]; or return 1
    set -l option ''
    set -l number 0
    for word in $words[3..]
        if test -n "$option"
            set option ''
        else if string match -q -- '-?*' $word
            test -z "$(__couplet_kind $argv[1] $word)"; or set option $word
        else
            set number (math $number + 1)
        end
    end
    test -z "$option"; and test "$(__couplet_kind $argv[1] "#$number")" = $argv[2]
end

complete -c couplet -f
@complete@
