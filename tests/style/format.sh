# sh tests/style/format.sh CLANG_FORMAT, from the source tree: whether every source and header is formatted.
set -eu
find core corpus index cli tests -name '*.[ch]pp' -print0 | xargs -0 "$1" --dry-run -Werror
