/* ninjs.c - news items in JSON, ninjs 1 to 3. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "formats/html_fragment.h"
#include "formats/line_error.h"
#include "formats/markup.h"

#include <stdio.h>
#include <stdlib.h>
#include <strings.h>

#include <jansson.h>

struct ninjs {
    struct story story;
    json_t *root;
    size_t item;         /* the next one, where the root is a list */
    size_t story_count;  /* items that had a body */
    struct ura_str type; /* of the item read last */
};

static int
bid(struct ura_str head, const char *name)
{
    static const char *const keys[] = {
        "\"uri\"",       "\"guid\"",           "\"headline\"",
        "\"headlines\"", "\"bodies\"",         "\"body_",
        "\"slugline\"",  "\"versioncreated\"", "\"versionCreated\"",
        "\"pubstatus\"", "\"pubStatus\"",      "\"byline\"",
        "\"description_"};
    size_t at = 0, found = 0;

    (void)name;
    if (head.len >= 3 && memcmp(head.ptr, "\xef\xbb\xbf", 3) == 0)
        at = 3;
    while (at < head.len && strchr(" \t\r\n[", head.ptr[at]))
        at++;
    if (at == head.len || head.ptr[at] != '{')
        return 0;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        found += memmem(head.ptr, head.len, keys[i], strlen(keys[i])) != NULL;
    return found >= 2 ? 60 : 0;
}

/* Everything that INPUT has, which is one value of JSON. */
static enum ura_status
read_all(struct ura_units *units, struct ura_buf *out, struct ura_error *error)
{
    enum { STEP = 64 << 10 }; /* bytes asked for at a time */
    size_t limit = ura_context_limit(units->context, URA_LIMIT_FILE), got;
    enum ura_status status;

    do {
        if (!buf_reserve(out, STEP))
            return error_memory(error);
        status = ura_input_read(units->input, out->ptr + out->len, STEP, &got, error);
        out->len += status ? 0 : got;
        if (!status && out->len > limit)
            status = error_set(error, URA_TOO_LARGE,
                               "is longer than %zu bytes; raise --%s to read it", limit,
                               ura_limit_name(URA_LIMIT_FILE));
    } while (!status && got);
    return status;
}

static enum ura_status
load(struct ura_units *units, struct ura_error *error)
{
    struct ninjs *ninjs = units->state;
    struct ura_buf bytes = {0};
    json_error_t complaint;
    enum ura_status status = read_all(units, &bytes, error);
    struct ura_str text = buf_str(&bytes);

    if (!status) {
        if (text.len >= 3 && memcmp(text.ptr, "\xef\xbb\xbf", 3) == 0)
            text = ura_str_slice(text, 3, text.len);
        ninjs->root = json_loadb(text.len ? text.ptr : "", text.len, 0, &complaint);
        if (!ninjs->root)
            status = error_on_line(error, URA_SYNTAX,
                                   complaint.line > 0 ? (uint64_t)complaint.line : 0,
                                   "this is no well-formed JSON: %s", complaint.text);
        else if (!json_is_object(ninjs->root) && !json_is_array(ninjs->root))
            status =
                error_on_line(error, URA_SYNTAX, 1,
                              "is no ninjs: an object, or a list of objects, would be one");
    }
    buf_release(&bytes);
    return status;
}

static struct ura_str
text_of(const json_t *value)
{
    return json_is_string(value)
               ? (struct ura_str){json_string_value(value), json_string_length(value)}
               : (struct ura_str){NULL, 0};
}

/* A member whose name may be spelt as in 1.x or, with capitals, as in 3.x. */
static struct ura_str
member(const json_t *object, const char *name, const char *later)
{
    struct ura_str text = text_of(json_object_get(object, name));

    return text.len ? text : text_of(json_object_get(object, later));
}

static void
add(struct ninjs *ninjs, enum ura_furniture furniture, struct ura_str text)
{
    if (text.len)
        story_add(&ninjs->story, furniture ? URA_BLOCK_FURNITURE : URA_BLOCK_HEADING, furniture,
                  text);
}

/* The texts of LIST, "headlines" or "descriptions", the main one first; each once. */
static void
add_list(struct ninjs *ninjs, const json_t *list, enum ura_furniture furniture)
{
    for (int main = 1; main >= 0; main--) {
        for (size_t i = 0; i < json_array_size(list); i++) {
            const json_t *one = json_array_get(list, i);
            struct ura_str role = text_of(json_object_get(one, "role"));
            bool is_main = i == 0 ? !role.len || ura_str_equal(role, URA_STR("main"))
                                  : ura_str_equal(role, URA_STR("main"));

            if (is_main == main)
                add(ninjs, furniture, text_of(json_object_get(one, "value")));
        }
    }
}

/* The members of ITEM whose names begin with PREFIX ("headline_"), but for those in HTML. */
static void
add_members(struct ninjs *ninjs, json_t *item, const char *prefix, enum ura_furniture furniture)
{
    const char *name;
    json_t *value;

    json_object_foreach(item, name, value) if (strncmp(name, prefix, strlen(prefix)) == 0 &&
                                               !strcasestr(name, "html"))
        add(ninjs, furniture, text_of(value));
}

static void
take_metadata(struct ninjs *ninjs, json_t *item)
{
    add(ninjs, URA_FURNITURE_SLUG, member(item, "slugline", "slugLine"));
    add(ninjs, URA_FURNITURE_EMBARGO, member(item, "embargoed", "embargoedUntil"));
    add(ninjs, URA_FURNITURE_ADVISORY, member(item, "ednote", "edNote"));
    add(ninjs, URA_FURNITURE_NONE, member(item, "headline", "title"));
    add_members(ninjs, item, "headline_", URA_FURNITURE_NONE);
    add_list(ninjs, json_object_get(item, "headlines"), URA_FURNITURE_NONE);
    add(ninjs, URA_FURNITURE_BYLINE, member(item, "byline", "byLine"));
    add(ninjs, URA_FURNITURE_BYLINE, member(item, "creditline", "creditLine"));
    add(ninjs, URA_FURNITURE_DATELINE, member(item, "dateline", "dateLine"));
    add_members(ninjs, item, "description_", URA_FURNITURE_CAPTION);
    add_list(ninjs, json_object_get(item, "descriptions"), URA_FURNITURE_CAPTION);
}

/* A form in which a story is there. */
struct body {
    struct ura_str text;
    int worth; /* HTML tells paragraphs best, other markup well, plain text by its lines */
};

static int
worth_of(struct ura_str text, const char *type, const char *role)
{
    if (strcasestr(type, "html") || strcasestr(role, "html"))
        return 3;
    if (strcasestr(type, "xml") || strcasestr(role, "nitf"))
        return 2;
    return markup_is_in(text) ? 2 : 1;
}

/* Takes TEXT if it is the best so far; *COUNT of all that have letters. */
static void
consider(struct body *best, struct ura_str text, int worth, size_t *count)
{
    if (!text.len)
        return;
    ++*count;
    if (worth > best->worth)
        *best = (struct body){text, worth};
}

static const char *
string_or_empty(const json_t *object, const char *name, const char *later)
{
    struct ura_str text = member(object, name, later);

    return text.len ? text.ptr : "";
}

static struct body
best_body(json_t *item, size_t *count)
{
    const json_t *bodies = json_object_get(item, "bodies");
    struct body best = {{NULL, 0}, 0};
    const char *name;
    json_t *value;

    json_object_foreach(item, name,
                        value) if (strncmp(name, "body", 4) == 0 && strcmp(name, "bodies") != 0)
        consider(&best, text_of(value), worth_of(text_of(value), name, ""), count);
    for (size_t i = 0; i < json_array_size(bodies); i++) {
        const json_t *body = json_array_get(bodies, i);
        struct ura_str text = text_of(json_object_get(body, "value"));

        consider(&best, text,
                 worth_of(text, string_or_empty(body, "contenttype", "contentType"),
                          string_or_empty(body, "role", "role")),
                 count);
    }
    return best;
}

static enum ura_status
take_body(struct ura_units *units, struct body body, size_t count, struct ura_error *error)
{
    struct ninjs *ninjs = units->state;

    losses_add(&units->losses, "other forms of the same text", count - 1);
    if (body.worth > 1)
        return html_fragment_take(body.text, &ninjs->story, &units->losses, error);
    story_add_plain(&ninjs->story, body.text);
    return story_check(&ninjs->story, error);
}

static enum ura_status
take_item(struct ura_units *units, json_t *item, struct ura_error *error)
{
    struct ninjs *ninjs = units->state;
    size_t count = 0;
    struct body body;

    if (!json_is_object(item))
        return error_set(error, URA_SYNTAX, "item %zu is no object", ninjs->item);
    ninjs->type = text_of(json_object_get(item, "type"));
    body = best_body(item, &count);
    if (!body.worth) {
        losses_add(&units->losses, "items without a body", 1);
        return URA_OK;
    }
    ninjs->story_count++;
    story_begin_item(&ninjs->story);
    ninjs->story.language = text_of(json_object_get(item, "language"));
    take_metadata(ninjs, item);
    losses_add(&units->losses, "associated items",
               json_object_size(json_object_get(item, "associations")) +
                   json_array_size(json_object_get(item, "associations")));
    return take_body(units, body, count, error);
}

/* Reads the next item; URA_END after the last. */
static enum ura_status
take_next(struct ura_units *units, struct ura_error *error)
{
    struct ninjs *ninjs = units->state;
    bool list = json_is_array(ninjs->root);

    if (ninjs->item < (list ? json_array_size(ninjs->root) : 1)) {
        json_t *item = list ? json_array_get(ninjs->root, ninjs->item) : ninjs->root;

        ninjs->item++;
        return take_item(units, item, error);
    }
    if (ninjs->story_count)
        return URA_END;
    return error_set(error, URA_BAD_INPUT,
                     "has no body: a ninjs item of type %.*s holds no story, at most captions",
                     (int)(ninjs->type.len ? ninjs->type.len : 4),
                     ninjs->type.len ? ninjs->type.ptr : "none");
}

static enum ura_status
next(struct ura_units *units, struct ura_unit *out, struct ura_error *error)
{
    struct ninjs *ninjs = units->state;
    enum ura_status status = URA_OK;

    while (!status && !story_take(&ninjs->story, out))
        status = take_next(units, error);
    return status;
}

static enum ura_status
open_ninjs(struct ura_units *units, struct ura_error *error)
{
    struct ninjs *ninjs = calloc(1, sizeof *ninjs);
    enum ura_status status;

    units->state = ninjs;
    if (!ninjs)
        return error_memory(error);
    story_open(units->context, &ninjs->story);
    status = load(units, error);
    while (!status && !ninjs->story.waiting_count)
        status = take_next(units, error);
    if (status == URA_END)
        return URA_OK;
    units->header.source_language = ninjs->story.language;
    units->header.layout = URA_LAYOUT_WIRE;
    return status;
}

static void
close_ninjs(struct ura_units *units)
{
    struct ninjs *ninjs = units->state;

    if (!ninjs)
        return;
    story_release(&ninjs->story);
    json_decref(ninjs->root);
    free(ninjs);
}

const struct ura_format format_ninjs = {
    .name = "ninjs",
    .summary = "news items in JSON, ninjs 1 to 3",
    .holds = "paragraphs, headings, lists, table rows; slug, byline, dateline, notes, captions",
    .loses = "inline codes, pictures, what is associated, all but one form of a text",
    .content = URA_CONTENT_DOCUMENT,
    .bid = bid,
    .open = open_ninjs,
    .next = next,
    .close = close_ninjs,
};
