/* settings.h - what a result depends on besides its two texts. */
/* SPDX-License-Identifier: MIT */
#ifndef CORPUS_SETTINGS_H
#define CORPUS_SETTINGS_H

#include <ura/batch.h>

#include "base/base.h"

/*
 * Appends the options that matter for a result as a command line, "batch --to tsv ...": the
 * same for every shard and any number of jobs.
 */
void settings_append(struct ura_buf *buf, const struct ura_batch_options *options);
/* A hash of every data file under FOLDER but images, their names and bytes. */
/* Appends a learned table by the HASH of its bytes, whatever it is called. */
void settings_append_table(struct ura_buf *buf, uint64_t hash);
enum ura_status settings_hash_data(const char *folder, uint64_t *out, struct ura_error *error);
/* A hash of SETTINGS (the command line), the hashes of ura's DATA and of what the user BROUGHT
 * (a word list), and the versions of ura and ICU. */
uint64_t settings_hash(struct ura_str settings, uint64_t data, uint64_t brought);

#endif
