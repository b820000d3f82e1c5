// zlib, as Debian's zlib1g-dev installs it, and what Swift cannot take from a macro.
#include <zlib.h>

// Begins to write a gzip file at the best compression.
static inline int tandem_gzip_begin(z_stream *stream) {
    return deflateInit2(stream, Z_BEST_COMPRESSION, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
}

// Begins to read what a zip file holds: deflate without a header.
static inline int tandem_inflate_begin(z_stream *stream) { return inflateInit2(stream, -MAX_WBITS); }
