/* xliff_ids.c - ids and languages as XLIFF wants them: new in their file, well spelt. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/xliff.h"

#include <stdlib.h>

enum { FIRST_CAPACITY = 256 }; /* slots, a power of two */

/* The slot of HASH in a table that has room. */
static size_t
find_slot(const struct xliff_ids *ids, uint64_t hash)
{
    size_t mask = ids->capacity - 1, at = (size_t)hash & mask;

    while (ids->slots[at] && ids->slots[at] != hash)
        at = (at + 1) & mask;
    return at;
}

static uint64_t
hash_of(struct ura_str id)
{
    uint64_t hash = hash_bytes(id.ptr, id.len);

    return hash ? hash : 1;
}

bool
xliff_ids_have(const struct xliff_ids *ids, struct ura_str id)
{
    uint64_t hash = hash_of(id);

    return ids->capacity && ids->slots[find_slot(ids, hash)] == hash;
}

/* Doubles a table that is half full. */
static bool
grow(struct xliff_ids *ids)
{
    struct xliff_ids grown = {.capacity = ids->capacity ? ids->capacity * 2 : FIRST_CAPACITY};

    if (ids->count * 2 < ids->capacity)
        return true;
    grown.slots = array_new(grown.capacity, sizeof *grown.slots);
    if (!grown.slots)
        return false;
    for (size_t i = 0; i < ids->capacity; i++)
        if (ids->slots[i])
            grown.slots[find_slot(&grown, ids->slots[i])] = ids->slots[i];
    grown.count = ids->count;
    free(ids->slots);
    *ids = grown;
    return true;
}

/* Adds it; false if it stood there already. */
static bool
add(struct xliff_ids *ids, struct ura_str id)
{
    uint64_t hash = hash_of(id);
    size_t at = find_slot(ids, hash);

    if (ids->slots[at])
        return false;
    ids->slots[at] = hash;
    ids->count++;
    return true;
}

enum ura_status
xliff_append_id(struct xliff_ids *ids, struct ura_str id, size_t fallback, bool token,
                struct ura_buf *out, struct ura_error *error)
{
    size_t from = out->len, end;

    for (size_t i = 0; i < id.len; i++)
        buf_append_byte(out, token && !xliff_is_name_byte(id.ptr[i]) ? '_' : id.ptr[i]);
    if (!id.len)
        buf_append_unsigned(out, fallback);
    end = out->len;
    if (out->failed || !grow(ids))
        return error_memory(error);
    for (size_t number = fallback;
         !out->failed && !add(ids, ura_str_slice(buf_str(out), from, out->len)); number++) {
        out->len = end;
        buf_append_byte(out, '.');
        buf_append_unsigned(out, number);
    }
    return out->failed ? error_memory(error) : URA_OK;
}

void
xliff_ids_release(struct xliff_ids *ids)
{
    free(ids->slots);
    *ids = (struct xliff_ids){0};
}

/* Whether each subtag has one to eight letters or digits, the first only letters. */
static bool
is_language(struct ura_str language)
{
    size_t len = 0;
    bool first = true;

    for (size_t i = 0; i <= language.len; i++) {
        char c = i < language.len ? language.ptr[i] : '-';
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');

        if (c == '-' || c == '_') {
            if (len == 0)
                return false;
            len = 0;
            first = false;
        } else if (++len > 8 || !(letter || (!first && c >= '0' && c <= '9'))) {
            return false;
        }
    }
    return true;
}

void
xliff_append_language(struct ura_buf *buf, const char *attribute, struct ura_str language)
{
    bool spelt = is_language(language);

    buf_append_byte(buf, ' ');
    buf_append_text(buf, attribute);
    buf_append_text(buf, "=\"");
    for (size_t i = 0; spelt && i < language.len; i++)
        buf_append_byte(buf, language.ptr[i] == '_' ? '-' : language.ptr[i]);
    buf_append_text(buf, spelt ? "\"" : "und\"");
}
