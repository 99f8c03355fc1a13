#!/bin/sh
# From a fresh clone to a first answer: installs the packages that the build takes, builds whosaid, indexes the
# invented articles of corpus/sample and shows what whosaid makes of four claims about them. May be run again.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$here/cli/install_packages.sh"
cd "$here"

case "${1-}" in
'') ;;
-h | --help)
    echo "usage: sh cli/quickstart.sh    installs packages, builds whosaid in build/release, shows an example"
    exit 0
    ;;
*) fail "takes no arguments" ;;
esac

mkdir -p build 2>/dev/null && [ -w build ] || fail "cannot write to $here/build; clone whosaid to a folder of your own"
build=$here/build/release
index=$here/build/sample.index

# run_logged NAME COMMAND...: keeps quiet about what goes well.
run_logged() {
    log=$here/build/$1.log
    shift
    if "$@" >"$log" 2>&1; then return; fi
    tail -n 30 "$log" >&2
    fail "\"$*\" failed; all that it said: $log"
}

install_packages "$here/build/apt.log" cli/packages.txt

say "Building whosaid in $build"
run_logged configure cmake --preset release
if [ -t 2 ]; then # Ninja shows its progress on one line
    cmake --build --preset release --parallel "$(jobs)" >&2 || fail "the build failed; see above"
else
    run_logged build cmake --build --preset release --parallel "$(jobs)"
fi

say "Indexing the sample articles in $index"
status=0
"$build/whosaid" index --index "$index" corpus/sample || status=$?
if [ "$status" -eq 4 ]; then # left by a version with another schema, and nobody's but this script's
    rm -rf "$index"
    status=0
    "$build/whosaid" index --index "$index" corpus/sample || status=$?
fi
[ "$status" -eq 0 ] || fail "indexing failed, see above"

# show WHAT AS_OF CLAIM
show() {
    printf '\n=== %s\n\n$ whosaid verify "%s" --as-of %s\n\n' "$1" "$3" "$2"
    "$build/whosaid" verify "$3" --as-of "$2" --index "$index" || fail "verify failed, see above"
}

show "Independent origins report it" 2025-04-22 \
    "It would be the first bilateral visit to Egypt by an Indian prime minister in nine years."
show "Several outlets, one origin" 2025-01-25 \
    "A well at Kafubu market was contaminated."
show "Contradicted, and in what" 2025-05-24 \
    "The wider recall covers about 9,700 wheels sold in 14 states."
show "Nobody reports it" 2025-02-23 \
    "Malawi closed its border to travellers from Ndola."

cat <<END

What to type next:

  export PATH="$build:\$PATH" WHOSAID_INDEX="$index"
  whosaid search --claims 'certainty:possible'
  whosaid claims corpus/sample/kwaresh-dam.jsonl | less -R
  whosaid report kwaresh-dam/a4 --to html -o report.html
  whosaid --help

Your own articles (JSON Lines, NewsML-G2, NITF, ninjs, plain text): whosaid index --index news.index FOLDER
END
