/* fuzz_records.c - any bytes as a data file. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <stdio.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/base.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char path[] = "/tmp/ura-records-XXXXXX";
    struct ura_records records = {0};
    struct ura_error error = {0};
    enum ura_status status;
    int fd = mkstemp(path);

    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    close(fd);
    status = records_load("/tmp", path + sizeof "/tmp/" - 1, &records, &error);
    while (status == URA_OK && (status = records_next(&records, &error)) == URA_OK) {
        if (records.field_count == 0 || records.field_count > RECORD_FIELDS)
            abort();
        for (size_t i = 0; i < records.field_count; i++)
            if (memchr(records.fields[i].ptr, '\t', records.fields[i].len) ||
                memchr(records.fields[i].ptr, '\n', records.fields[i].len))
                abort();
    }
    if (status < 0 && !error.message[0])
        abort();
    records_release(&records);
    unlink(path);
    return 0;
}
