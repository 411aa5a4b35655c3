# stories.sh - what benchmarks of many pairs share: as many story pairs as are wanted, no two alike.
# SPDX-License-Identifier: MIT
# shellcheck shell=sh

# make_stories PAIRS FOLDER: FOLDER/texts and FOLDER/list, out of the bundled stories in Albanian
# and English, each with a line of its own. Needs $here, the source tree.
make_stories()
{
    mkdir "$2/texts"
    # shellcheck disable=SC2154
    for story in "$here"/corpora/*/; do
        case $story in
        */english-*/ | */report-pages/) ;;
        *) [ ! -f "$story/gold.tsv" ] || echo "$story" ;;
        esac
    done >"$2/stories"
    # awk takes bytes as they come in the C locale: some stories are in old encodings.
    LC_ALL=C awk -v pairs="$1" -v work="$2" '
        function slurp(path,    line, text) {
            while ((getline line <path) > 0)
                text = text line "\n"
            close(path)
            return text
        }
        { source[NR] = slurp($0 "source.txt"); target[NR] = slurp($0 "target.txt") }
        END {
            for (i = 1; i <= pairs; i++) {
                story = (i - 1) % NR + 1
                name = "texts/" i
                printf "%s\nRasti %d u mbyll.\n", source[story], i >(work "/" name ".sq.txt")
                printf "%s\nCase %d is closed.\n", target[story], i >(work "/" name ".en.txt")
                close(work "/" name ".sq.txt")
                close(work "/" name ".en.txt")
                printf "%s.sq.txt\t%s.en.txt\tpair-%d\n", name, name, i >(work "/list")
            }
        }' "$2/stories"
}
