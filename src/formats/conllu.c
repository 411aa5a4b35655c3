/* conllu.c - CoNLL-U treebanks: a sentence a unit, its text only. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/line_error.h"
#include "formats/raw_lines.h"
#include "formats/text_lines.h"

#include <stdlib.h>

enum {
    FIELDS = 10,
    FORM = 1, /* index of the field that has the word */
    MISC = 9, /* and of that which has SpaceAfter=No */
    BID_BYTES = 16 << 10,
    BID_LINES = 40, /* of comments before the first word */
};

struct conllu {
    struct raw_lines lines;
    struct ura_buf id, said;      /* # sent_id and # text */
    struct ura_buf built;         /* from the words */
    unsigned long long range_end; /* last word that a range ("2-3") stands for */
    uint64_t line;                /* of the sentence */
    bool has_words, has_comments;
    bool glued; /* the last word said SpaceAfter=No */
};

/* Field INDEX of LINE; *COUNT: how many there are. */
static struct ura_str
field(struct ura_str line, size_t index, size_t *count)
{
    struct ura_str found = {"", 0};
    size_t from = 0, number = 0;

    for (size_t i = 0; i <= line.len; i++) {
        if (i < line.len && line.ptr[i] != '\t')
            continue;
        if (number++ == index)
            found = ura_str_slice(line, from, i);
        from = i + 1;
    }
    *count = number;
    return found;
}

/* "3", "2-3" or "5.1": the numbers before and behind the sign, which is 0 where there is none.
 */
static bool
parse_word_id(struct ura_str id, unsigned long long *first, char *sign,
              unsigned long long *second)
{
    size_t at = 0;

    while (at < id.len && id.ptr[at] != '-' && id.ptr[at] != '.')
        at++;
    *sign = at < id.len ? id.ptr[at] : '\0';
    *second = 0;
    return number_parse_unsigned(ura_str_slice(id, 0, at), first) &&
           (!*sign || number_parse_unsigned(ura_str_slice(id, at + 1, id.len), second));
}

static bool
begins_comment(struct ura_str line, const char *with)
{
    return line.len >= strlen(with) && memcmp(line.ptr, with, strlen(with)) == 0;
}

static int
bid(struct ura_str head, const char *name)
{
    char bytes[BID_BYTES];
    struct ura_str text = {bytes, head_narrow(head, bytes, sizeof bytes)}, line;
    unsigned long long first, second;
    size_t len = name ? strlen(name) : 0, count = 0;
    bool named = len > 7 && strcmp(name + len - 7, ".conllu") == 0;
    char sign;

    for (int i = 0; i < BID_LINES && head_take_line(&text, &line); i++) {
        struct ura_str id;

        if (line.len == 0 || line.ptr[0] == '#') {
            named = named || begins_comment(line, "# sent_id =") ||
                    begins_comment(line, "# text =");
            continue;
        }
        id = field(line, 0, &count);
        if (!parse_word_id(id, &first, &sign, &second))
            break;
        /* With a field too few or too many it is still this that is meant. */
        if (count == FIELDS || (named && count + 2 >= FIELDS))
            return 85;
        break;
    }
    return named ? 20 : 0;
}

static enum ura_status
open_conllu(struct ura_units *units, struct ura_error *error)
{
    struct conllu *conllu = calloc(1, sizeof *conllu);

    units->state = conllu;
    units->header.layout = URA_LAYOUT_LINES;
    if (!conllu)
        return error_memory(error);
    return raw_lines_open(units, units->options.encoding, &conllu->lines, error);
}

/* "# NAME = value" into OUT. */
static void
take_comment(struct ura_str line, const char *name, struct ura_buf *out)
{
    size_t at = 1, len = strlen(name);

    while (at < line.len && line.ptr[at] == ' ')
        at++;
    if (line.len < at + len || memcmp(line.ptr + at, name, len) != 0)
        return;
    at += len;
    while (at < line.len && line.ptr[at] == ' ')
        at++;
    if (at == line.len || line.ptr[at] != '=')
        return;
    at++;
    while (at < line.len && line.ptr[at] == ' ')
        at++;
    buf_clear(out);
    buf_append(out, line.ptr + at, line.len - at);
}

/* Whether one of the properties in MISC is SpaceAfter=No. */
static bool
says_no_space(struct ura_str misc)
{
    static const char sign[] = "SpaceAfter=No";

    return misc.len && memmem(misc.ptr, misc.len, sign, strlen(sign)) != NULL;
}

static void
append_word(struct conllu *conllu, struct ura_str line)
{
    size_t count;

    if (conllu->built.len && !conllu->glued)
        buf_append_byte(&conllu->built, ' ');
    buf_append_str(&conllu->built, field(line, FORM, &count));
    conllu->glued = says_no_space(field(line, MISC, &count));
}

static enum ura_status
take_word(struct conllu *conllu, struct ura_str line, struct ura_error *error)
{
    unsigned long long first, second;
    size_t count;
    struct ura_str id = field(line, 0, &count);
    char sign;

    if (count != FIELDS)
        return error_on_line(error, URA_SYNTAX, conllu->lines.line,
                             "has %zu fields; a word has %d, with a tab between them", count,
                             FIELDS);
    if (!parse_word_id(id, &first, &sign, &second))
        return error_on_line(error, URA_SYNTAX, conllu->lines.line,
                             "begins with no word number; 1, 2-3 or 5.1 would be right");
    conllu->has_words = true;
    if (sign == '.' || (!sign && first <= conllu->range_end))
        return URA_OK; /* it has no letters of its own */
    append_word(conllu, line);
    if (sign == '-')
        conllu->range_end = second;
    return URA_OK;
}

static enum ura_status
take_line(struct conllu *conllu, struct ura_str line, struct ura_error *error)
{
    if (!conllu->has_words && !conllu->has_comments)
        conllu->line = conllu->lines.line;
    if (line.ptr[0] != '#')
        return take_word(conllu, line, error);
    if (conllu->has_words)
        return error_on_line(
            error, URA_SYNTAX, conllu->lines.line,
            "is a comment inside of a sentence; comments stand before its words");
    conllu->has_comments = true;
    take_comment(line, "sent_id", &conllu->id);
    take_comment(line, "text", &conllu->said);
    return URA_OK;
}

static void
begin_sentence(struct conllu *conllu)
{
    buf_clear(&conllu->id);
    buf_clear(&conllu->said);
    buf_clear(&conllu->built);
    conllu->range_end = 0;
    conllu->has_words = conllu->has_comments = conllu->glued = false;
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct conllu *conllu = units->state;
    enum ura_status status = URA_OK;
    struct ura_str line;

    begin_sentence(conllu);
    while (!status && !(status = raw_lines_next(&conllu->lines, &line, error))) {
        if (line.len)
            status = take_line(conllu, line, error);
        else if (conllu->has_words)
            break;
    }
    if (status && !(status == URA_END && conllu->has_words))
        return status;
    if (conllu->said.failed || conllu->id.failed || conllu->built.failed)
        return error_memory(error);
    out->id = buf_str(&conllu->id);
    out->source = buf_str(conllu->said.len ? &conllu->said : &conllu->built);
    out->line = conllu->line;
    losses_add(&units->losses, "sentences' annotations", 1);
    return URA_OK;
}

static void
close_conllu(struct ura_units *units)
{
    struct conllu *conllu = units->state;

    if (!conllu)
        return;
    raw_lines_close(&conllu->lines);
    buf_release(&conllu->id);
    buf_release(&conllu->said);
    buf_release(&conllu->built);
    free(conllu);
}

const struct ura_format format_conllu = {
    .name = "conllu",
    .summary = "a treebank in CoNLL-U: the text of its sentences",
    .holds = "a sentence a unit, with its sent_id",
    .loses = "lemmas, tags, trees",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_conllu,
    .next = next,
    .close = close_conllu,
};
