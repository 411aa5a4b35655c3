/* mojibake.c - UTF-8 that was once decoded as something else, put right where that is certain.
 */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "text/mojibake.h"

#include <stdio.h>
#include <stdlib.h>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "text/charset.h"
#include "text/damage.h"
#include "text/letters.h"

enum { PASSES = 4 }; /* times that a text is damaged at most: three were seen */

static const char KEY[] = "mojibake", IMAGE_NAME[] = "mojibake" IMAGE_SUFFIX;

/* An image of one part, a struct mojibake; its version goes up with that and with what fills
 * it. */
static const struct image_kind image_kind = {"ura-moji", 1};

/* What the context keeps: tables that were made, or the mapping that they lie in. */
struct kept {
    struct mojibake *made;
    struct mapping mapping;
    const struct mojibake *tables;
};

/* What UTF-8 is taken for by mistake, the usual first. Latin-1 is read with CP1252, so there
 * all controls count as the bytes that they are; elsewhere those that the set has nothing for.
 * BIAS is the logarithm of how much rarer than the first each is: a guess, which decides only
 * between sets that read a line nearly alike. */
static const struct {
    const char *name;
    bool dos;
    bool controls;
    float bias;
} charsets[MOJIBAKE_CHARSETS] = {
    {"CP1252", false, true, 0}, {"CP1250", false, true, 0}, {"MACINTOSH", false, false, 0},
    {"CP852", true, false, 0},  {"CP850", true, false, 0},  {"ISO-8859-2", false, true, -4},
};

/* First bytes of characters that text of our days is made of; others are right text by chance.
 */
static uint8_t
kind_of_byte(unsigned byte)
{
    if (byte < 0xc0)
        return MOJIBAKE_REST;
    if ((byte >= 0xc2 && byte <= 0xc5) || byte == 0xc8 || (byte >= 0xcc && byte <= 0xd1) ||
        (byte >= 0xd7 && byte <= 0xd9))
        return MOJIBAKE_LEAD_2;
    if (byte >= 0xe0 && byte <= 0xef)
        return MOJIBAKE_LEAD_3;
    return byte == 0xf0 ? MOJIBAKE_LEAD_4 : 0;
}

static void
add_character(struct mojibake *mojibake, size_t set, uint32_t c, unsigned byte)
{
    if (c < MOJIBAKE_END && !mojibake->bytes[set][c]) {
        mojibake->bytes[set][c] = (uint8_t)byte;
        mojibake->kinds[c] |= kind_of_byte(byte);
    }
}

static void
fill(struct mojibake *mojibake, struct charset *charset)
{
    for (unsigned i = 0; i < 32; i++)
        mojibake->windows[i] = 0x80 + i;
    for (size_t set = 0; set < MOJIBAKE_CHARSETS; set++) {
        mojibake->dos[set] = charsets[set].dos;
        if (!charset_load(charsets[set].name, charset))
            continue;
        for (unsigned byte = 0x80; byte < 256; byte++)
            add_character(mojibake, set, charset->characters[byte], byte);
        for (unsigned control = 0x80; charsets[set].controls && control < 0xa0; control++)
            if (set == 0 || charset->characters[control] == CHARSET_UNDEFINED)
                add_character(mojibake, set, control, control);
        for (unsigned i = 0; set == 0 && i < 32; i++)
            if (charset->characters[0x80 + i] != CHARSET_UNDEFINED)
                mojibake->windows[i] = charset->characters[0x80 + i];
    }
}

static enum ura_status
fill_commonness(struct ura_context *context, struct mojibake *mojibake, struct ura_error *error)
{
    const struct letters *letters;
    enum ura_status status = letters_get(context, &letters, error);

    for (size_t c = 0; c < MOJIBAKE_END && !status; c++) {
        mojibake->commonness[c] = letters_foreign();
        for (size_t i = 0; c < LETTERS_END && i < letters->count; i++)
            if (letters->logs[c][i] > mojibake->commonness[c])
                mojibake->commonness[c] = letters->logs[c][i];
    }
    return status;
}

static void
free_kept(void *value)
{
    struct kept *kept = value;

    mapping_close(&kept->mapping);
    free(kept->made);
    free(kept);
}

/* The character sets are the same on every machine; how often letters are is in a data file. */
static enum ura_status
find_stamp(const char *folder, uint64_t *stamp, struct ura_error *error)
{
    struct ura_buf bytes = {0};
    enum ura_status status;

    *stamp = 0;
    stamp_add_text(stamp, ura_version());
    status = stamp_add_file(stamp, folder, "letters.tsv", &bytes, error);
    buf_release(&bytes);
    return status;
}

static enum ura_status
make(struct ura_context *context, struct mojibake **out, struct ura_error *error)
{
    struct mojibake *mojibake = calloc(1, sizeof *mojibake);
    struct charset *charset = malloc(sizeof *charset);
    enum ura_status status;

    *out = NULL;
    if (!mojibake || !charset) {
        free(mojibake);
        free(charset);
        return error_memory(error);
    }
    fill(mojibake, charset);
    free(charset);
    status = fill_commonness(context, mojibake, error);
    if (status)
        free(mojibake);
    else
        *out = mojibake;
    return status;
}

/* Maps the image in FOLDER, where there is one and it was made of what STAMP stands for. */
static void
map_image(const char *folder, uint64_t stamp, struct kept *out)
{
    struct image image;
    char path[640];

    snprintf(path, sizeof path, "%s/%s", folder, IMAGE_NAME);
    if (mapping_open(path, &out->mapping, NULL))
        return;
    if (!image_read(out->mapping.bytes, &image_kind, &image, NULL) && image.stamp == stamp &&
        image.count == 1 && image.parts[0].len == sizeof *out->tables)
        out->tables = (const void *)image.parts[0].ptr;
    else
        mapping_close(&out->mapping);
}

enum ura_status
mojibake_get(struct ura_context *context, const struct mojibake **out, struct ura_error *error)
{
    const char *folder = ura_context_data_folder(context);
    struct kept *kept = context_kept(context, KEY);
    enum ura_status status;
    uint64_t stamp;

    *out = kept ? kept->tables : NULL;
    if (kept)
        return URA_OK;
    kept = calloc(1, sizeof *kept);
    if (!kept)
        return error_memory(error);
    status = find_stamp(folder, &stamp, error);
    if (!status)
        map_image(folder, stamp, kept);
    if (!status && !kept->tables) {
        status = make(context, &kept->made, error);
        kept->tables = kept->made;
    }
    if (status) {
        free_kept(kept);
        return status;
    }
    status = context_keep(context, KEY, kept, free_kept, error);
    if (!status)
        *out = kept->tables;
    return status;
}

enum ura_status
mojibake_compile(struct ura_context *context, struct ura_buf *out, struct ura_error *error)
{
    struct mojibake *made;
    uint64_t stamp;
    enum ura_status status = find_stamp(ura_context_data_folder(context), &stamp, error);

    if (!status)
        status = make(context, &made, error);
    if (status)
        return status;
    image_write(&image_kind, stamp, &(struct ura_str){(const char *)made, sizeof *made}, 1,
                out);
    free(made);
    return out->failed ? error_memory(error) : URA_OK;
}

bool
mojibake_may_begin(const struct mojibake *mojibake, uint8_t kinds, const uint8_t *text,
                   size_t at, size_t end)
{
    int found = 0;

    while (found < 3 && at < end && text[at] >= 0x80) {
        UChar32 c;

        U8_NEXT(text, at, end, c);
        if (c < 0 || c >= MOJIBAKE_END || !(mojibake->kinds[c] & MOJIBAKE_REST))
            break;
        found++;
    }
    return ((kinds & MOJIBAKE_LEAD_2) && found >= 1) ||
           ((kinds & MOJIBAKE_LEAD_3) && found >= 2) ||
           ((kinds & MOJIBAKE_LEAD_4) && found >= 3);
}

/* What the cells from AT on mean as bytes of SET: *RESULT, and how many they are; 0 if nothing.
 */
static size_t
read_sequence(const struct mojibake *mojibake, const struct cells *cells, size_t at, size_t set,
              uint32_t *result)
{
    uint8_t bytes[U8_MAX_LENGTH];
    size_t len = 0, read = 0;
    UChar32 c;

    for (; len < U8_MAX_LENGTH && at + len < cells->count; len++) {
        uint32_t cell = cells->items[at + len].c;

        bytes[len] = cell < MOJIBAKE_END ? mojibake->bytes[set][cell] : 0;
        if (bytes[len] == 0 || (len > 0 && bytes[len] >= 0xc0))
            break;
        if (len == 0 && !(kind_of_byte(bytes[0]) & ~MOJIBAKE_REST))
            return 0;
    }
    if (len < 2)
        return 0;
    U8_NEXT(bytes, read, len, c);
    if (c < 0)
        return 0;
    *result = (uint32_t)c;
    return read;
}

/* Whether what comes right before or after [AT, AT + LEN) is a letter of the same script. */
static bool
has_neighbour(const struct mojibake *mojibake, const struct cells *cells, size_t at, size_t len,
              size_t set, size_t previous)
{
    uint32_t result;
    size_t next = read_sequence(mojibake, cells, at + len, set, &result);

    return previous == at || (next && damage_weigh(cells, at + len, next, result,
                                                   mojibake->dos[set]) == DAMAGE_SCRIPT);
}

/*
 * How much a certain piece of damage speaks for its set: for the number of pieces first of all,
 * then for what comes out. Of two sets that differ in few places the wrong one gives rare
 * letters and capitals behind small ones.
 */
static float
weight_of(const struct mojibake *mojibake, const struct cells *cells, size_t at,
          uint32_t result)
{
    static const float PIECE = 25.0F, MARK = -6.0F, CAPITAL = -1.5F, CAPITAL_INSIDE = -9.0F;
    uint32_t small = (uint32_t)u_tolower((UChar32)result);
    float weight = PIECE;

    weight +=
        small < MOJIBAKE_END && u_isalpha((UChar32)small) ? mojibake->commonness[small] : MARK;
    if (small != result)
        weight += at && u_islower((UChar32)cells->items[at - 1].c) ? CAPITAL_INSIDE : CAPITAL;
    return weight;
}

/* How much certain damage the passage has, read as SET. */
static float
weigh_certain(const struct mojibake *mojibake, const struct cells *cells, size_t set)
{
    size_t script_end = SIZE_MAX;
    float weight = 0;

    for (size_t at = 0; at < cells->count;) {
        uint32_t result;
        size_t len = read_sequence(mojibake, cells, at, set, &result);
        enum damage damage =
            len ? damage_weigh(cells, at, len, result, mojibake->dos[set]) : DAMAGE_NONE;

        if (damage == DAMAGE_CERTAIN ||
            (damage == DAMAGE_SCRIPT &&
             has_neighbour(mojibake, cells, at, len, set, script_end)))
            weight += weight_of(mojibake, cells, at, result);
        if (damage == DAMAGE_SCRIPT)
            script_end = at + len;
        at += damage == DAMAGE_NONE ? 1 : len;
    }
    return weight;
}

/* Puts right everything that can be damage by SET. */
static void
repair(const struct mojibake *mojibake, struct passage *passage, size_t set)
{
    struct cells *cells = &passage->now;
    size_t kept = 0;

    for (size_t at = 0; at < cells->count;) {
        struct cell cell = cells->items[at];
        uint32_t result;
        size_t len = read_sequence(mojibake, cells, at, set, &result);

        if (len && damage_weigh(cells, at, len, result, mojibake->dos[set]) != DAMAGE_NONE) {
            passage_tell(passage, URA_CHANGE_MOJIBAKE, cell.start);
            cell.c = result;
            cell.end = cells->items[at + len - 1].end;
            at += len;
        } else {
            at++;
        }
        /* What was read stays where it was for its neighbours' sake: KEPT is never behind AT.
         */
        cells->items[kept++] = cell;
    }
    cells->count = kept;
}

/* Controls that are marks of CP1252 which were taken for Latin-1. */
static void
repair_controls(const struct mojibake *mojibake, struct passage *passage)
{
    for (size_t i = 0; i < passage->now.count; i++) {
        struct cell *cell = &passage->now.items[i];

        if (cell->c < 0x80 || cell->c >= 0xa0 || mojibake->windows[cell->c - 0x80] == cell->c)
            continue;
        passage_tell(passage, URA_CHANGE_MOJIBAKE, cell->start);
        cell->c = mojibake->windows[cell->c - 0x80];
    }
}

void
mojibake_repair(const struct mojibake *mojibake, struct passage *passage)
{
    for (int pass = 0; pass < PASSES; pass++) {
        size_t best = 0;
        float most = 0;

        for (size_t set = 0; set < MOJIBAKE_CHARSETS; set++) {
            float weight = weigh_certain(mojibake, &passage->now, set) + charsets[set].bias;

            if (weight > most) {
                most = weight;
                best = set;
            }
        }
        if (most <= 0)
            break;
        repair(mojibake, passage, best);
    }
    repair_controls(mojibake, passage);
}
