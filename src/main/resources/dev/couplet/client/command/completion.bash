# Completes the arguments of couplet in bash. In ~/.bashrc: source <(couplet completion bash)

@data@

# TEXT CHARACTERS: sets rest to what follows the last of the characters. Removing a pattern would take quadratic time.
_couplet_after() {
  local pattern="[^$2]*$"
  [[ $1 =~ $pattern ]]
  rest=${BASH_REMATCH[0]}
}

# START WORD CANDIDATE...: offers the candidates for a word whose start is complete
_couplet_offer() {
  # readline replaces only what follows the last character that breaks words
  local start=${1:${#broken}} word=$2 candidate
  shift 2
  for candidate; do
    [[ $candidate == "$word"* ]] && COMPREPLY+=("$start$candidate")
  done
}

# PREFIX RECIPE: completes the last step of a recipe
_couplet_recipe() {
  local rest name argument given step start
  _couplet_after "$2" ',('
  step=$rest
  start=$1${2:0:${#2}-${#step}}
  compopt -o nospace 2>/dev/null
  if [[ $step != *=* ]]; then
    _couplet_offer "$start" "$step" $_couplet_transforms
    return
  fi
  name=${step%%=*} given=${step#*=} argument=${step##*[=:]}
  given=${given//[!:]/}
  _couplet_offer "$start${step%"$argument"}" "$argument" $(_couplet_choices "$name ${#given}")
}

_couplet() {
  local line=${COMP_LINE:0:COMP_POINT} rest token broken='' words word kind option='' number=0 prefix=''
  COMPREPLY=()
  _couplet_after "$line" '[:space:]'
  token=$rest
  read -ra words <<<"${line:0:${#line}-${#token}}"
  if [[ $token == [\'\"]* ]]; then
    token=${token:1}
  else
    _couplet_after "$token" "$COMP_WORDBREAKS"
    broken=${token:0:${#token}-${#rest}}
  fi
  if ((${#words[@]} < 2)); then
    _couplet_offer '' "$token" $(_couplet_options '')
    return
  fi
  for word in "${words[@]:2}"; do
    if [[ -n $option ]]; then
      option=''
    elif [[ $word == -?* ]]; then
      [[ -z $(_couplet_kind "${words[1]}" "$word") ]] || option=$word
    else
      number=$((number + 1))
    fi
  done
  word=$token
  if [[ -z $option && $token == --*=* ]]; then
    option=${token%%=*} prefix=$option= word=${token#*=}
  fi
  kind=$(_couplet_kind "${words[1]}" "${option:-#$number}")
  if [[ -z $option && $token == -* ]]; then
    _couplet_offer '' "$token" $(_couplet_options "${words[1]}")
  elif [[ $kind == recipe ]]; then
    _couplet_recipe "$prefix" "$word"
  elif [[ $kind != file && $kind != any ]]; then
    _couplet_offer "$prefix" "$word" $kind
  fi
}

# files, if nothing is offered
complete -o default -F _couplet couplet
