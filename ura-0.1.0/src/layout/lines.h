/* lines.h - the lines of a text: where they are, how wide, how they begin and end. */
/* SPDX-License-Identifier: MIT */
#ifndef LAYOUT_LINES_H
#define LAYOUT_LINES_H

#include <ura/document.h>

#include "base/base.h"

enum line_flag {
    LINE_BLANK = 1 << 0,
    LINE_ENDED = 1 << 1,    /* ends like a sentence: . ! ? ... and what closes after it */
    LINE_COLON = 1 << 2,    /* ends with a colon */
    LINE_HYPHEN = 1 << 3,   /* ends with a letter or a digit, and a hyphen */
    LINE_UPPER = 1 << 4,    /* its first letter or digit is a capital; quotes are passed over */
    LINE_LOWER = 1 << 5,    /* ... is a small letter */
    LINE_DIGIT = 1 << 6,    /* ... is a digit */
    LINE_BULLET = 1 << 7,   /* begins with a bullet and a blank, or is a bullet */
    LINE_DASH = 1 << 8,     /* begins with a dash and a blank: speech, or a list */
    LINE_NUMBERED = 1 << 9, /* begins with "1." "2)" "a)" "(iv)" and a blank */
    LINE_CAPS = 1 << 10,    /* two letters or more, and all are capitals */
    LINE_COLUMNS = 1 << 11, /* tabs, bars or runs of blanks between words: a row of a table */
    LINE_LEADERS = 1 << 12, /* dots from a word to a number: a table, contents */
    LINE_NUMBER = 1 << 13,  /* nothing but a number of up to four digits, or a roman one */
    LINE_NEW_PAGE = 1 << 14, /* a form feed stands before it */
    LINE_QUOTE = 1 << 15,    /* begins with an opening quotation mark */
};

/* A line: TEXT[start, end) without the blanks at either end. */
struct line {
    size_t start;
    size_t end;
    uint16_t indent; /* columns before it; a tab goes to the next multiple of 8 */
    uint16_t width;  /* code points with the indent, at most WIDTH_LIMIT */
    uint16_t flags;
    uint8_t furniture; /* enum ura_furniture: set aside already */
};

enum { WIDTH_LIMIT = UINT16_MAX };

/* All lines of a text, and how they were set. Zero before, lines_release after. */
struct lines {
    struct line *items;
    size_t count;
    size_t capacity;
    bool wrapped;    /* lines end where the next word would not have fitted */
    bool indented;   /* paragraphs begin with an indent */
    bool hyphenated; /* words are divided at line ends */
    unsigned wrap;   /* columns that lines were wrapped at */
    unsigned slack;  /* columns by which a full line may miss WRAP */
    unsigned margin; /* the indent that lines usually have */
};

/* Find the lines of TEXT. Memory is used again from one text to the next. */
enum ura_status lines_read(struct ura_str text, struct lines *out, struct ura_error *error);
/* Whether the first word of line NEXT did not fit on line INDEX. */
bool line_is_full(const struct lines *lines, struct ura_str text, size_t index, size_t next);
static inline struct ura_str
line_text(const struct line *line, struct ura_str text)
{
    return ura_str_slice(text, line->start, line->end);
}
void lines_release(struct lines *lines);

#endif
