# tap.sh - what test scripts share: one line a case, as the Test Anything Protocol has it.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

tap_number=0
tap_failures=0

# ok NAME PROBLEMS-FILE: passes where the file is empty; else shows what stands in it.
ok()
{
    tap_number=$((tap_number + 1))
    if [ -s "$2" ]; then
        tap_failures=$((tap_failures + 1))
        echo "not ok $tap_number - $1"
        sed 's/^/# /' "$2"
    else
        echo "ok $tap_number - $1"
    fi
}

# skip NAME REASON
skip()
{
    tap_number=$((tap_number + 1))
    echo "ok $tap_number - $1 # SKIP $2"
}

# The plan, and the exit code of the script.
done_testing()
{
    echo "1..$tap_number"
    [ "$tap_failures" -eq 0 ]
    exit
}

# scratch: a folder of the script's own in $scratch, gone when it ends.
scratch()
{
    scratch=$(mktemp -d) || exit 99
    trap 'rm -rf "$scratch"' EXIT
}
