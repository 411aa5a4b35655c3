/* docx_notes.c - footnotes and endnotes of a Word document. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/docx.h"

#include <stdlib.h>

/* The note ID, whose paragraphs are LIST. */
static enum ura_status
add_note(struct docx_notes *notes, struct ura_str id, struct paragraphs *list,
         struct ura_error *error)
{
    uint32_t index = intern_take(&notes->ids, id);
    struct ura_buf text = {0};
    struct ura_unit unit = {0};
    struct ura_str *grown;

    if (index == INTERN_NONE)
        return error_memory(error);
    grown = array_grow(notes->texts, &notes->capacity, (size_t)index + 1, sizeof *grown);
    if (!grown)
        return error_memory(error);
    notes->texts = grown;
    while (paragraphs_take(list, &unit)) {
        if (text.len)
            buf_append_byte(&text, ' ');
        buf_append_str(&text, unit.source);
    }
    paragraphs_clear(list);
    grown[index] = arena_copy(&notes->arena, text.len ? buf_str(&text) : URA_STR(""));
    buf_release(&text);
    return grown[index].ptr ? URA_OK : error_memory(error);
}

/* What stands between text and notes is held as if it were a note. */
static bool
is_line(struct docx_walk *walk)
{
    struct ura_str type = docx_attribute(&walk->xml, "type", &walk->arena);

    return type.len && !ura_str_equal(type, URA_STR("normal"));
}

static enum ura_status
read_notes(struct docx_walk *walk, const char *kind, struct docx_notes *out,
           struct ura_error *error)
{
    struct ura_buf id = {0};
    enum ura_status status = URA_OK;
    bool line = false;

    while (!status && !(status = docx_walk_step(walk, error))) {
        if (docx_is(&walk->xml, XML_START, kind)) {
            buf_clear(&id);
            buf_append_text(&id, kind);
            buf_append_byte(&id, ' ');
            buf_append_str(&id, docx_attribute(&walk->xml, "id", &walk->arena));
            line = is_line(walk);
        } else if (docx_is(&walk->xml, XML_END, kind)) {
            if (line)
                paragraphs_clear(walk->out);
            else
                status = id.failed ? error_memory(error)
                                   : add_note(out, buf_str(&id), walk->out, error);
        }
    }
    buf_release(&id);
    return status == URA_END ? URA_OK : status;
}

enum ura_status
docx_read_notes(struct ura_context *context, const struct archive_part *part, const char *kind,
                struct losses *losses, struct docx_notes *out, struct ura_error *error)
{
    struct docx_walk *walk = part ? calloc(1, sizeof *walk) : NULL;
    struct paragraphs list = {0};
    enum ura_status status;

    if (!part)
        return URA_OK;
    if (!walk)
        return error_memory(error);
    walk->context = context;
    walk->losses = losses;
    walk->out = &list;
    walk->boxes_are_copy = true;
    status = docx_walk_open(walk, part, error);
    if (!status)
        status = read_notes(walk, kind, out, error);
    docx_walk_close(walk);
    free(walk);
    paragraphs_release(&list);
    return status;
}

struct ura_str
docx_find_note(const struct docx_notes *notes, struct ura_str id)
{
    uint32_t index = intern_find(&notes->ids, id);

    return index == INTERN_NONE ? URA_STR("") : notes->texts[index];
}

void
docx_release_notes(struct docx_notes *notes)
{
    free(notes->texts);
    intern_release(&notes->ids);
    arena_release(&notes->arena);
    *notes = (struct docx_notes){0};
}
