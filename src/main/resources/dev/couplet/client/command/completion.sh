_couplet_transforms='@transforms@'

# the options of a command
_couplet_options() {
  case $1 in
@options@
  esac
}

# what the value of an option is, or of an argument, by its number from 0
_couplet_kind() {
  case "$1 $2" in
@kinds@
  esac
}

# the choices for a parameter of a transform, by its number from 0
_couplet_choices() {
  case $1 in
@choices@
  esac
}
