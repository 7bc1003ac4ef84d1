#compdef couplet
# Completes the arguments of couplet in zsh. In ~/.zshrc, after compinit: source <(couplet completion zsh)

@data@

# completes the last step of a recipe
_couplet_recipe() {
  local name given
  compset -P '*[,(]'
  if [[ $PREFIX != *=* ]]; then
    compadd -S '' -- ${=_couplet_transforms}
    return
  fi
  name=${PREFIX%%=*} given=${${PREFIX#*=}//[^:]/}
  compset -P '*[=:]'
  compadd -S '' -- $(_couplet_choices "$name ${#given}")
}

_couplet() {
  local word kind option='' number=0
  if ((CURRENT == 2)); then
    compadd -- $(_couplet_options '')
    return
  fi
  for word in "${(@)words[3,CURRENT-1]}"; do
    if [[ -n $option ]]; then
      option=''
    elif [[ $word == -?* ]]; then
      [[ -z $(_couplet_kind "$words[2]" "$word") ]] || option=$word
    else
      number=$((number + 1))
    fi
  done
  if [[ -z $option && $PREFIX == --*=* ]]; then
    option=${PREFIX%%=*}
    compset -P '*='
  fi
  kind=$(_couplet_kind "$words[2]" "${option:-#$number}")
  if [[ -z $option && $PREFIX == -* ]]; then
    compadd -- $(_couplet_options "$words[2]")
  elif [[ $kind == recipe ]]; then
    _couplet_recipe
  elif [[ $kind == file ]]; then
    _files
  elif [[ $kind != any ]]; then
    compadd -- ${=kind}
  fi
}

# as a file in $fpath, it is the function itself; otherwise it is sourced
if [[ $funcstack[1] == _couplet ]]; then
  _couplet "$@"
else
  compdef _couplet couplet
fi
