/* xliff.h - what readers and writers of XLIFF 1 and 2 share. */
/* SPDX-License-Identifier: MIT */
#ifndef FORMATS_XLIFF_H
#define FORMATS_XLIFF_H

#include "formats/properties.h"
#include "formats/xml.h"

/* An inline element. */
struct xliff_code {
    const char *name;
    bool native;             /* it holds native code, not text */
    const char *required[2]; /* attributes without which it cannot be written back */
};

/* An attribute that is kept as a property, and what values it may have. */
enum xliff_kind {
    XLIFF_TEXT,
    XLIFF_TOKEN,        /* an NMTOKEN */
    XLIFF_NUMBER,       /* a whole number over 0 */
    XLIFF_USER_DEFINED, /* "prefix:value" */
    XLIFF_WORDS,        /* one of some words */
    XLIFF_OPEN_WORDS,   /* one of some words, or anything that begins with x- */
};

struct xliff_attribute {
    const char *name; /* NULL: the end of a list */
    enum xliff_kind kind;
    const char *words; /* each with a blank before it */
};

/* A text that was read: where it stands in the buffers of its reader. */
struct xliff_span {
    size_t text, text_end;
    size_t markup, markup_end;
    bool codes; /* it has inline codes, */
    bool odd;   /* and some that no valid file has */
};

/* A segment marked inside a text (mrk mtype="seg"). */
struct xliff_piece {
    struct ura_str mid;
    struct xliff_span span;
    bool taken; /* its other side was found */
};

/* What becomes one unit of the stream. */
struct xliff_segment {
    struct ura_str id;
    struct xliff_span source, target;
    bool has_target;
    enum ura_state state;
    struct ura_str source_language, target_language; /* empty: the file's */
    size_t property_first, property_count;
};

/* The state of both readers; one unit of the file at a time is held. */
struct xliff {
    struct xml xml;
    const struct xliff_code *codes; /* ended by one without a name */
    struct ura_arena file;          /* what is known of the file at hand */
    struct ura_arena unit;          /* what the segments at hand point to */
    struct ura_buf text, markup;
    struct xliff_piece *pieces;
    size_t piece_count, piece_capacity;
    struct xliff_segment *segments;
    size_t segment_count, segment_capacity, given;
    struct property_list properties;
    bool has_score; /* of the unit */
    double score;
    uint64_t line;
    struct ura_str source_language, target_language; /* of the file */
    struct ura_str original;
    struct ura_str root_source, root_target; /* languages of all files of XLIFF 2 */
    bool swapped;                            /* the caller's source is the file's target */
    size_t files;
    bool begun;            /* the first unit: properties were those of the header before it */
    bool opened;           /* the languages of the header are known */
    size_t seen, matched;  /* units in any language, in those that were asked for */
    struct ura_buf others; /* languages that were not asked for, for a message */
};

/* xliff_text.c */

/* Reads the element that has just begun to its end. Marked segments are appended to pieces. */
enum ura_status xliff_take_text(struct ura_units *units, struct xliff_span *out,
                                struct ura_error *error);
/* Whether SPAN has neither text nor codes; whether it has nothing but white space. */
bool xliff_is_empty(const struct xliff_span *span);
bool xliff_is_blank(const struct xliff *xliff, const struct xliff_span *span);
/* Appends a property with the text of the element that has just begun; XLIFF_SCORE is kept as
 * the score. */
enum ura_status xliff_take_property(struct xliff *xliff, enum ura_side side,
                                    struct ura_str name, struct ura_arena *arena,
                                    struct ura_error *error);
/* Appends the attributes of LIST that the element that has just begun has. */
void xliff_take_attributes(struct xliff *xliff, const struct xliff_attribute *list,
                           enum ura_side side, struct ura_arena *arena);

/* xliff_units.c */

/* Begins to read a file of XLIFF 1 or 2, MAJOR; the root is then the event at hand. */
enum ura_status xliff_open(struct ura_units *units, int major, const struct xliff_code *codes,
                           struct ura_error *error);
/* The element `file` has just begun. */
void xliff_begin_file(struct ura_units *units, struct ura_str source_language,
                      struct ura_str target_language);
/* Whether what is read now is of the first file, before its units: part of the header. */
bool xliff_in_header(const struct xliff *xliff);
/* Forgets the unit at hand; a new one has just begun. */
enum ura_status xliff_begin_unit(struct ura_units *units, struct ura_error *error);
/* A new segment of the unit at hand, with the properties that are appended from now on; NULL
 * when out of memory. */
struct xliff_segment *xliff_add_segment(struct ura_units *units);
/* The unit is whole. Its segments are kept if they are in the languages asked for. */
enum ura_status xliff_end_unit(struct ura_units *units, struct ura_error *error);
/* The next segment as a unit; READ_UNIT reads on until it has ended one, or URA_END. */
enum ura_status xliff_give(struct ura_units *units,
                           enum ura_status (*read_unit)(struct ura_units *units,
                                                        struct ura_error *error),
                           struct ura_unit *out, struct ura_error *error);
/* Reads the first unit, so that the header is known. */
enum ura_status xliff_look_ahead(struct ura_units *units,
                                 enum ura_status (*read_unit)(struct ura_units *units,
                                                              struct ura_error *error),
                                 struct ura_error *error);
void xliff_close(struct ura_units *units);
/* 1 or 2, the version that the root in HEAD says; 0 if it is no XLIFF. */
int xliff_version(struct ura_str head);

/* xliff_words.c */

/* What STATE, an attribute of a target in XLIFF 1, says; NONE if nothing. */
enum ura_state xliff_state_from(struct ura_str state);
/* The word of XLIFF 1 for STATE; NULL for none. */
const char *xliff_state_word(enum ura_state state);
/* Whether VALUE is one of WORDS, each of which has a blank before it. */
bool xliff_is_word(const char *words, struct ura_str value);
extern const char xliff_states[], xliff_state_qualifiers[], xliff_data_types[],
    xliff_resource_types[], xliff_context_types[];
/* Whether VALUE is an NMTOKEN in ASCII, and whether C may stand in one. */
bool xliff_is_token(struct ura_str value);
bool xliff_is_name_byte(char c);
/* Whether VALUE may be that of ATTRIBUTE. */
bool xliff_fits(const struct xliff_attribute *attribute, struct ura_str value);
/* The first property of that side and name; COUNT if there is none. */
size_t xliff_find_property(const struct ura_property *properties, size_t count,
                           enum ura_side side, const char *name);
/* Appends those of ATTRIBUTES that properties of SIDE have a fitting value for, */
void xliff_append_attributes(struct ura_buf *buf, const struct ura_property *properties,
                             size_t count, enum ura_side side,
                             const struct xliff_attribute *attributes);
/* and tells whether property INDEX is one that was appended so. */
bool xliff_is_attribute(const struct ura_property *properties, size_t count, size_t index,
                        enum ura_side side, const struct xliff_attribute *attributes);

/* xliff_ids.c */

/* The ids of a file that is written: hashes, 8 to 16 bytes an id. Zero is none. */
struct xliff_ids {
    uint64_t *slots; /* 0: free */
    size_t count, capacity;
};

/*
 * Appends ID to OUT, or where that is empty the number FALLBACK; where it stands already, with
 * a number behind it that makes it new. With TOKEN everything that no NMTOKEN holds is "_".
 */
enum ura_status xliff_append_id(struct xliff_ids *ids, struct ura_str id, size_t fallback,
                                bool token, struct ura_buf *out, struct ura_error *error);
/* Whether ID was appended already. */
bool xliff_ids_have(const struct xliff_ids *ids, struct ura_str id);
/* Forgets all. */
void xliff_ids_release(struct xliff_ids *ids);
/* Appends LANGUAGE as BCP 47 spells it ("en_US": "en-US"), or "und" if that cannot be. */
void xliff_append_language(struct ura_buf *buf, const char *attribute, struct ura_str language);

/* The property, and in a file the name, under which a score is kept; digits behind its point.
 */
#define XLIFF_SCORE "x-score"
enum { XLIFF_SCORE_DECIMALS = 4 };

/* `from` of a note in a header that is no note but the property whose name follows. */
#define XLIFF_NOTE_OF "ura:"

/* What XLIFF 2 has no word for: subState "ura:rejected"; a segment without id, "unit:#2". */
#define XLIFF2_STATE_OF "ura:"
#define XLIFF2_METADATA "urn:oasis:names:tc:xliff:metadata:2.0"

/* xliff2_properties.c */

/* Whether property INDEX is written with its segment, not with its unit. */
bool xliff2_is_of_segment(const struct ura_unit *unit, size_t index);
/* Appends the score and the properties of UNIT that have no place of their own. What inline
 * codes refer to has one where the unit was read as SAME_FORMAT. */
void xliff2_append_metadata(struct ura_buf *buf, const struct ura_unit *unit, bool same_format);
void xliff2_append_notes(struct ura_buf *buf, const struct ura_property *properties,
                         size_t count);

/* xliff_write.c, xliff2_write.c */
enum ura_status xliff_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status xliff_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                                 struct ura_error *error);
enum ura_status xliff_write_end(struct ura_unit_writer *writer, bool whole,
                                struct ura_error *error);
enum ura_status xliff2_write_begin(struct ura_unit_writer *writer, struct ura_error *error);
enum ura_status xliff2_write_unit(struct ura_unit_writer *writer, const struct ura_unit *unit,
                                  struct ura_error *error);
enum ura_status xliff2_write_end(struct ura_unit_writer *writer, bool whole,
                                 struct ura_error *error);
/* Attributes that become properties under their own names. */
extern const struct xliff_attribute xliff_file_attributes[], xliff_unit_attributes[],
    xliff_target_attributes[], xliff2_unit_attributes[], xliff2_source_attributes[],
    xliff2_target_attributes[], xliff2_order_attribute[];

#endif
