/* replay.c - runs the fuzz target that it is linked with over its seeds; writes TAP. */
/* SPDX-License-Identifier: MIT */
#include "config.h"

#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/base.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const size_t LARGEST_SEED = (size_t)1 << 20;

/* What stands before the first dot of a seed's name is the format it is in. */
static void
name_format(const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char format[32];

    snprintf(format, sizeof format, "%.*s", (int)strcspn(name, "."), name);
    setenv("URA_FUZZ_FORMAT", format, 1);
}

static int
replay(const char *path)
{
    struct ura_buf seed = {0};
    struct ura_error error = {0};

    if (file_load(path, LARGEST_SEED, "max-seed", &seed, &error)) {
        fprintf(stderr, "%s: %s\n", path, error.message);
        return 1;
    }
    name_format(path);
    LLVMFuzzerTestOneInput((const uint8_t *)seed.ptr, seed.len);
    buf_release(&seed);
    return 0;
}

/* Over the files named, or else over tests/fuzz/seeds/NAME where the program is fuzz_NAME. */
int
main(int count, char **arguments)
{
    static const char PREFIX[] = "fuzz_";
    const char *name = strrchr(arguments[0], '/');
    const char *source = getenv("URA_SOURCE");
    char folder[480], path[1024];
    struct dirent *entry;
    int seeds = 0;
    DIR *listing;

    for (int i = 1; i < count; i++)
        if (replay(arguments[i]))
            return 1;
    if (count > 1)
        return 0;
    name = strstr(name ? name : arguments[0], PREFIX);
    snprintf(folder, sizeof folder, "%s/tests/fuzz/seeds/%s", source ? source : ".",
             name ? name + sizeof PREFIX - 1 : "");
    listing = opendir(folder);
    while (listing && (entry = readdir(listing)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (replay(path))
            return 1;
        printf("ok %d - the seed %s does no harm\n", ++seeds, entry->d_name);
        fflush(stdout);
    }
    if (listing)
        closedir(listing);
    printf("1..%d\n", seeds);
    return seeds ? 0 : 1;
}
