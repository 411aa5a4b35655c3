/* explain.c - why a bead was chosen, for ura align --explain. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "cli/explain.h"

enum { PART_COUNT = 5, DECIMALS = 2, OBJECT_DECIMALS = 4, VALUE_COLUMN = 12 };

struct part {
    const char *name;
    const char *what;
    float worth;
};

static void
list_parts(const struct ura_explanation *explanation, struct part out[PART_COUNT])
{
    out[0] = (struct part){"words", "words, numbers and marks that meet", explanation->words};
    out[1] = (struct part){"lengths", "lengths of the two sides", explanation->lengths};
    out[2] = (struct part){"prior", "so many sentences with so many", explanation->prior};
    out[3] = (struct part){"usual", "how usual that is in these texts", explanation->usual};
    out[4] = (struct part){"headings", "sentences without an end mark", explanation->headings};
}

static void
append_worth(struct ura_buf *buf, float worth)
{
    size_t start = buf->len;

    if (worth >= 0)
        buf_append_byte(buf, '+');
    buf_append_fixed(buf, (double)worth, DECIMALS);
    while (buf->len - start < VALUE_COLUMN - 2)
        buf_append_byte(buf, ' ');
}

/* The sentences of one side of a bead, a line each. */
static void
append_side(struct ura_buf *buf, const char *name, const struct ura_document *document,
            size_t first, size_t count)
{
    for (size_t i = first; i < first + count; i++) {
        buf_append_text(buf, "  ");
        buf_append_text(buf, name);
        buf_append_byte(buf, ' ');
        buf_append_unsigned(buf, i + 1);
        buf_append_text(buf, "  ");
        buf_append_str(buf, ura_document_text(document, document->sentences[i].flow));
        buf_append_byte(buf, '\n');
    }
}

static void
append_reason(struct ura_buf *buf, const struct ura_reason *reason)
{
    buf_append_text(buf, "  ");
    append_worth(buf, reason->worth);
    buf_append_str(buf, reason->source);
    if (reason->source.len && reason->target.len)
        buf_append_text(buf, " = ");
    buf_append_str(buf, reason->target);
    if (!reason->source.len || !reason->target.len)
        buf_append_text(buf, reason->source.len ? " (source, has no partner)"
                                                : " (target, has no partner)");
    buf_append_byte(buf, '\n');
}

static void
append_text(struct ura_buf *buf, const struct ura_explanation *explanation, size_t number,
            const struct ura_document *source, const struct ura_document *target)
{
    const struct ura_bead *bead = &explanation->bead, *second = &explanation->runner_up;
    struct part parts[PART_COUNT];

    buf_append_text(buf, "bead ");
    buf_append_unsigned(buf, number);
    buf_append_text(buf, " of ");
    buf_append_unsigned(buf, explanation->bead_count);
    buf_append_text(buf, bead->moved ? ", moved, probability " : ", probability ");
    buf_append_fixed(buf, (double)bead->probability, OBJECT_DECIMALS);
    buf_append_byte(buf, '\n');
    append_side(buf, "source", source, bead->source_first, bead->source_count);
    append_side(buf, "target", target, bead->target_first, bead->target_count);
    buf_append_text(buf, "worth (natural logarithm, against two strangers)\n  ");
    append_worth(buf, bead->score);
    buf_append_text(buf, "in all\n");
    list_parts(explanation, parts);
    for (int i = 0; i < PART_COUNT; i++) {
        buf_append_text(buf, "  ");
        append_worth(buf, parts[i].worth);
        buf_append_text(buf, parts[i].what);
        buf_append_byte(buf, '\n');
    }
    if (explanation->reason_count)
        buf_append_text(buf, "words\n");
    for (size_t i = 0; i < explanation->reason_count; i++)
        append_reason(buf, &explanation->reasons[i]);
    if (!explanation->has_runner_up) {
        buf_append_text(buf, "nothing else came near\n");
        return;
    }
    buf_append_text(buf, "runner-up, behind by ");
    buf_append_fixed(buf, (double)explanation->advantage, DECIMALS);
    buf_append_byte(buf, '\n');
    append_side(buf, "source", source, second->source_first, second->source_count);
    append_side(buf, "target", target, second->target_first, second->target_count);
}

static void
append_key(struct ura_buf *buf, const char *key)
{
    buf_append_text(buf, ",\"");
    buf_append_text(buf, key);
    buf_append_text(buf, "\":");
}

/* [3,4] */
static void
append_numbers(struct ura_buf *buf, const char *key, size_t first, size_t count)
{
    append_key(buf, key);
    buf_append_byte(buf, '[');
    for (size_t i = first; i < first + count; i++) {
        if (i > first)
            buf_append_byte(buf, ',');
        buf_append_unsigned(buf, i);
    }
    buf_append_byte(buf, ']');
}

static void
append_real(struct ura_buf *buf, const char *key, float value)
{
    append_key(buf, key);
    buf_append_fixed(buf, (double)value, OBJECT_DECIMALS);
}

static void
append_object(struct ura_buf *buf, const struct ura_explanation *explanation, size_t number)
{
    static const char *const kinds[] = {"word", "number", "mark"};
    const struct ura_bead *bead = &explanation->bead, *second = &explanation->runner_up;
    struct part parts[PART_COUNT];

    buf_append_text(buf, "{\"record\":\"explanation\",\"bead\":");
    buf_append_unsigned(buf, number - 1);
    append_numbers(buf, "source", bead->source_first, bead->source_count);
    append_numbers(buf, "target", bead->target_first, bead->target_count);
    append_key(buf, "moved");
    buf_append_text(buf, bead->moved ? "true" : "false");
    append_real(buf, "confidence", bead->probability);
    append_real(buf, "score", bead->score);
    list_parts(explanation, parts);
    for (int i = 0; i < PART_COUNT; i++)
        append_real(buf, parts[i].name, parts[i].worth);
    append_key(buf, "reasons");
    for (size_t i = 0; i < explanation->reason_count; i++) {
        const struct ura_reason *reason = &explanation->reasons[i];

        buf_append_text(buf, i ? ",{\"kind\":\"" : "[{\"kind\":\"");
        buf_append_text(buf, kinds[reason->kind]);
        buf_append_text(buf, "\",\"source\":");
        buf_append_json(buf, reason->source);
        append_key(buf, "target");
        buf_append_json(buf, reason->target);
        append_real(buf, "worth", reason->worth);
        buf_append_byte(buf, '}');
    }
    buf_append_text(buf, explanation->reason_count ? "]" : "[]");
    if (explanation->has_runner_up) {
        buf_append_text(buf, ",\"runner_up\":{\"behind\":");
        buf_append_fixed(buf, (double)explanation->advantage, OBJECT_DECIMALS);
        append_numbers(buf, "source", second->source_first, second->source_count);
        append_numbers(buf, "target", second->target_first, second->target_count);
        append_real(buf, "score", second->score);
        buf_append_byte(buf, '}');
    }
    buf_append_text(buf, "}\n");
}

enum ura_status
explain_write(const struct ura_explanation *explanation, size_t number,
              const struct ura_document *source, const struct ura_document *target, bool object,
              struct ura_output *output, struct ura_error *error)
{
    struct ura_buf buf = {0};
    int failed = 0;
    bool no_memory;

    if (object)
        append_object(&buf, explanation, number);
    else
        append_text(&buf, explanation, number, source, target);
    no_memory = buf.failed;
    if (!no_memory)
        failed = output_write(buf.ptr, buf.len, output);
    buf_release(&buf);
    if (no_memory)
        return error_memory(error);
    return failed ? error_errno(error, "cannot write", failed) : URA_OK;
}
