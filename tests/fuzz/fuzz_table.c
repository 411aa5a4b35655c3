/* fuzz_table.c - any bytes as a learned table. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdint.h>
#include <stdlib.h>

#include "lexicon/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { LOOKED_AT = 1000 }; /* words of a side; a damaged table may say that it has billions */

/* Goes over the words of SIDE, of their links and back; what is said of them must be readable.
 */
static size_t
walk(const struct table *table, int side, const struct table_facts *facts,
     struct vocabulary *vocabulary)
{
    size_t sum = 0;

    for (uint32_t i = 0; i < facts->types[side] && i < LOOKED_AT; i++) {
        struct table_word word = table_word_at(table, side, i);
        struct table_link link;
        size_t first = 0, end = 0;

        for (size_t k = 0; k < word.form.len; k++)
            sum += (unsigned char)word.form.ptr[k];
        if (vocabulary_take(vocabulary, word.stem, word.form, WORD_PLAIN) == INTERN_NONE)
            abort();
        if (!side)
            table_links_of(table, i, &first, &end);
        for (size_t k = first; k < end && k < first + LOOKED_AT; k++)
            if (table_link_at(table, i, k, &link) &&
                !(link.forward > 0 && link.forward <= 1 && link.target < facts->types[1]))
                abort();
    }
    return sum;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct vocabulary source = {0}, target = {0};
    struct candidates found = {0};
    struct ura_error error = {0};
    struct table_facts facts;
    struct table *table;

    if (table_open_bytes(data, size, &table, &error)) {
        if (!error.message[0] || table)
            abort();
        return 0;
    }
    table_describe(table, &facts);
    walk(table, 0, &facts, &source);
    walk(table, 1, &facts, &target);
    if (!table_find_links(table, false, &source, &target, &found) ||
        !table_find_links(table, true, &target, &source, &found))
        abort();
    for (size_t i = 0; i < found.count; i++)
        if (found.items[i].source >= source.keys.count + target.keys.count)
            abort();
    candidates_release(&found);
    vocabulary_release(&source);
    vocabulary_release(&target);
    table_free(table);
    return 0;
}
