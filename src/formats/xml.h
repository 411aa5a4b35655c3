/* xml.h - XML read as a stream, and written. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_XML_H
#define FORMATS_XML_H

#include "formats/formats.h"

/* What stands at the reader's place. */
enum xml_event {
    XML_START, /* of an element; an empty one (<a/>) is a start and an end */
    XML_END,
    XML_TEXT, /* characters, CDATA, white space; an entity that is not known, as "&name;" */
};

/*
 * A document that is read. Nothing outside of it is ever opened, and entities that it defines
 * are not replaced. Names are local names: prefixes are gone, `space` is the namespace.
 */
struct xml {
    void *reader; /* libxml2's */
    struct ura_input *input;
    struct ura_context *context;
    enum xml_event event;
    struct ura_str name;  /* of XML_START and XML_END: local name */
    struct ura_str space; /* its namespace, "" without */
    struct ura_str text;  /* of XML_TEXT; all of these live until the next xml_next */
    int depth;            /* of the element: the root has 0; text has its element's plus 1 */
    uint64_t line;        /* from 1 */
    bool empty_end;       /* the end of an empty element is to come */
    bool skipping;        /* what is read is passed over, of any length */
    bool written_empty;   /* xml_append_tag wrote its end with its start */
    struct ura_buf reference; /* the text of the last reference */
    struct ura_error failure; /* what libxml2 or the input said first */
    bool failed;
};

/*
 * Begin to read what INPUT has left. ENCODING as iconv names it, or NULL: as the document says.
 * Fails with URA_NO_MEMORY. xml_close after, also where it failed.
 */
enum ura_status xml_open(struct ura_context *context, struct ura_input *input,
                         const char *encoding, struct xml *out, struct ura_error *error);
/*
 * The next event; comments and processing instructions are passed over. URA_END behind the
 * root. Fails with URA_SYNTAX (line, what libxml2 says), URA_TOO_LARGE (a text over max-line,
 * elements nested over XML_DEPTH_MAX), URA_IO, URA_NO_MEMORY.
 */
enum ura_status xml_next(struct xml *xml, struct ura_error *error);
/* Goes on to the end of the element that has just begun, passing over what it holds, of any
 * length. */
enum ura_status xml_skip(struct xml *xml, struct ura_error *error);
/*
 * Goes on to the end of the element that has just begun and appends its text to OUT, with that
 * of the elements in it. Fails as xml_next does.
 */
enum ura_status xml_take_text(struct xml *xml, struct ura_buf *out, struct ura_error *error);
/*
 * The value of attribute NAME (local name) of the element that has just begun, into ARENA;
 * ptr is NULL where it has none. "xml:lang" is "lang" in namespace "xml".
 */
struct ura_str xml_attribute(struct xml *xml, const char *name, struct ura_arena *arena);
struct ura_str xml_attribute_in(struct xml *xml, const char *name, const char *space,
                                struct ura_arena *arena);
/*
 * The attributes of the element that has just begun, one after the other; false behind the
 * last, and the element's place is then the reader's again. All of them must be asked for. What
 * OUT points to lives until the next call.
 */
struct xml_attribute {
    struct ura_str name, space, value; /* local name, namespace or "" */
};
bool xml_next_attribute(struct xml *xml, struct xml_attribute *out);
/* Appends the tag that has just begun or ended as it would be written, with its attributes. */
void xml_append_tag(struct xml *xml, struct ura_buf *out);
/* The same without prefix, and without attributes that have one other than xml: - so that it
 * stands in any document of the same format. */
void xml_append_bare_tag(struct xml *xml, struct ura_buf *out);
/* Whether the event is XML_START (or XML_END) of an element with the local name NAME. */
static inline bool
xml_is(const struct xml *xml, enum xml_event event, const char *name)
{
    return xml->event == event && ura_str_equal(xml->name, ura_str_from(name));
}
/* Says that the document is well-formed but not what it should be, at the place that is read.
 */
enum ura_status xml_refuse(const struct xml *xml, const char *message, struct ura_error *error);
void xml_close(struct xml *xml);

enum {
    XML_DEPTH_MAX = 256, /* groups nested by hand or tool have some dozens */
};

/* The namespace of xml:lang and xml:space. */
#define XML_NAMESPACE "http://www.w3.org/XML/1998/namespace"

/*
 * The first tag of HEAD, in UTF-8 or UTF-16, behind a declaration, comments and a document
 * type: its local name into NAME (at most SIZE bytes with the NUL), the whole tag into TAG.
 * false if HEAD is no XML. For bids.
 */
struct xml_root {
    char name[64];
    char tag[2048];
};
bool xml_find_root(struct ura_str head, struct xml_root *out);

/* Appends TEXT so that it is text of an element, or the value of an attribute in "". Characters
 * that XML has not (control characters) are left out; returns how many. */
size_t buf_append_xml(struct ura_buf *buf, struct ura_str text);
size_t buf_append_xml_attribute(struct ura_buf *buf, const char *name, struct ura_str value);

#endif
