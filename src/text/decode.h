/* decode.h - bytes of any encoding to UTF-8, with the way back. */
/* SPDX-License-Identifier: MIT */
#ifndef TEXT_DECODE_H
#define TEXT_DECODE_H

#include <iconv.h>

#include "base/base.h"
#include "text/charset.h"
#include "text/map.h"

enum decoder_kind {
    DECODER_NONE,  /* UTF-8: nothing to decode */
    DECODER_TABLE, /* eight bits a character */
    DECODER_UTF_16,
    DECODER_ICONV, /* all others, character by character */
};

/* Zero, then decoder_open. */
struct decoder {
    enum decoder_kind kind;
    const char *name; /* as people know it */
    bool big_endian;
    const struct charset *charset; /* the context's */
    iconv_t converter;

    struct ura_buf text; /* decoded and not yet taken */
    struct ura_map map;  /* from `text` to the file */
};

/* NAME lives longer than the decoder. Fails with URA_NOT_FOUND where iconv does not know it. */
enum ura_status decoder_open(struct ura_context *context, const char *name, struct decoder *out,
                             struct ura_error *error);
/*
 * Appends BYTES, which lie at OFFSET of the file, to `text`; *USED of them, since a character
 * may go on behind them. LAST: nothing comes after them. Fails with URA_BAD_INPUT and the
 * offset where the bytes have no meaning or are cut off; what comes before is then in `text`.
 */
enum ura_status decoder_run(struct decoder *decoder, struct ura_str bytes, size_t offset,
                            bool last, size_t *used, struct ura_error *error);
/* Takes the first LEN bytes of `text` away. */
void decoder_take(struct decoder *decoder, size_t len);
void decoder_release(struct decoder *decoder);

#endif
