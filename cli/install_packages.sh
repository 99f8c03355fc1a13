# Debian packages for cli/quickstart.sh and tests/run.sh, which source this file. Works with root's rights,
# else through sudo; asks apt for nothing when nothing is missing.

# say WORDS...: a line on standard error, where all that the scripts have to say goes.
say() { printf '%s\n' "$*" >&2; }

# fail WORDS...: says what went wrong and ends the script.
fail() {
    say "$(basename "$0"): $*"
    exit 1
}

# jobs: how many compilers to run at once, one a core, as far as memory goes (a compiler takes up to 1 GiB).
jobs() {
    cores=$(nproc 2>/dev/null || echo 1)
    room=$(awk '/^MemAvailable:/ { print int($2 / 1048576) }' /proc/meminfo 2>/dev/null || true)
    if [ -n "$room" ] && [ "$room" -lt "$cores" ]; then cores=$room; fi
    if [ "$cores" -lt 1 ]; then cores=1; fi
    echo "$cores"
}

# missing_packages FILE...: those of the lists that are not installed, on one line.
missing_packages() {
    sed -e 's/#.*//' -e '/^[[:space:]]*$/d' "$@" | while read -r package; do
        state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
        if [ "$state" != installed ]; then printf '%s ' "$package"; fi
    done
}

# why_apt_failed LOG: one sentence for a person, from what apt wrote.
why_apt_failed() {
    if grep -q -E 'Could not resolve|Temporary failure|Could not connect|Connection (failed|timed out|refused)|Network is unreachable|Unable to connect' "$1"; then
        echo "the package servers cannot be reached; is this machine online?"
    elif grep -q -E 'Unable to locate package|has no installation candidate' "$1"; then
        echo "apt does not know a package; whosaid is built with Debian 12 (main), see /etc/apt/sources.list*"
    elif grep -q -E 'Could not get lock|Unable to lock' "$1"; then
        echo "another package manager is at work; wait until it is done"
    elif grep -q -E 'No space left|enough free space' "$1"; then
        echo "the disk is full"
    elif grep -q -E '[Pp]assword|not allowed|not in the sudoers' "$1"; then
        echo "sudo did not give root's rights"
    else
        echo "apt reported an error"
    fi
}

# install_packages LOG FILE...: installs what is missing of the package lists; ends the script where it cannot.
install_packages() {
    log=$1
    shift
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        fail "this is no Debian-like system (no apt); install what corresponds to these packages, then build by hand:
$(sed -e 's/#.*//' -e '/^[[:space:]]*$/d' -e 's/^/  /' "$@")"
    fi
    missing=$(missing_packages "$@")
    if [ -z "$missing" ]; then return; fi

    root=
    if [ "$(id -u)" -ne 0 ]; then
        root="sudo"
        if ! command -v sudo >/dev/null; then
            fail "packages are missing, and installing them takes root's rights, but there is no sudo. As root:
  apt-get update && apt-get install $missing"
        fi
        if [ ! -t 0 ]; then root="sudo -n"; fi # nobody to type a password
    fi
    say "Installing with apt${root:+ (through sudo)}: $missing"
    apt="$root env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=120"
    # apt-get update reports success without a network; then it is the installation that fails.
    if ! { $apt update && $apt install --yes --no-install-recommends $missing; } >"$log" 2>&1; then
        tail -n 15 "$log" | sed 's/^/  /' >&2
        fail "could not install packages: $(why_apt_failed "$log")
  All that apt said: $log"
    fi
}
