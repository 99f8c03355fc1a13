#!/bin/sh
# Builds whosaid and runs its tests; ends with ctest's summary. Installs the packages that this takes.
#
#   sh tests/run.sh              the suite
#   sh tests/run.sh PRESET...    the suite with these presets: dev, asan, tsan, fuzz
#
# Formatting and clang-tidy are tests too, of preset dev; without them: ctest --preset dev -LE style
# The HTML report is looked at in Chromium; that alone: ctest --preset dev -L browser
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
. "$here/cli/install_packages.sh"
cd "$here"

for preset in "$@"; do
    case $preset in
    dev | asan | tsan | fuzz) ;;
    -h | --help)
        sed -n '2,8s/^# *//p' "$here/tests/run.sh"
        exit 0
        ;;
    *) fail "unknown preset \"$preset\"; there are dev, asan, tsan and fuzz" ;;
    esac
done
if [ $# -eq 0 ]; then set -- dev; fi

mkdir -p build 2>/dev/null && [ -w build ] || fail "cannot write to $here/build; clone whosaid to a folder of your own"
install_packages "$here/build/apt.log" cli/packages.txt tests/packages.txt

failed=
for preset in "$@"; do
    say "Building and testing preset $preset in $here/build/$preset"
    cmake --preset "$preset" >"build/configure-$preset.log" 2>&1 || {
        cat "build/configure-$preset.log" >&2
        fail "cmake --preset $preset failed, see above"
    }
    cmake --build --preset "$preset" --parallel "$(jobs)" || fail "the build of preset $preset failed, see above"
    ctest --preset "$preset" --parallel "$(nproc)" --progress || failed="$failed $preset"
done
[ -z "$failed" ] || fail "tests failed with preset:$failed"
