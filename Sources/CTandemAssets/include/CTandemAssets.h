#ifndef CTANDEM_ASSETS_H
#define CTANDEM_ASSETS_H

#include <stddef.h>

/// A file of Catalog/ or Pages/ that is part of the program: its path from the root of the project, and its bytes.
typedef struct {
    const char *path;
    const unsigned char *bytes;
    size_t length;
} TandemAsset;

/// Every file, in order of paths.
const TandemAsset *tandem_assets(size_t *count);

#endif
