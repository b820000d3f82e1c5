#include "CTandemScan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

// Sixty-four bytes at a time, a bit for each: where quotes, commas, line feeds and carriage returns stand.
typedef struct {
    uint64_t quotes, commas, feeds, returns;
} Block;

#if defined(__SSE2__)
static inline uint64_t equal(const __m128i part[4], char letter) {
    const __m128i wanted = _mm_set1_epi8(letter);
    uint64_t bits = 0;
    for (int i = 0; i < 4; i++) {
        bits |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part[i], wanted)) << (16 * i);
    }
    return bits;
}

static inline Block look(const uint8_t *bytes) {
    __m128i part[4];
    for (int i = 0; i < 4; i++) part[i] = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
    return (Block){equal(part, '"'), equal(part, ','), equal(part, '\n'), equal(part, '\r')};
}
#else
static inline Block look(const uint8_t *bytes) {
    Block block = {0, 0, 0, 0};
    for (int i = 0; i < 64; i++) {
        block.quotes |= (uint64_t)(bytes[i] == '"') << i;
        block.commas |= (uint64_t)(bytes[i] == ',') << i;
        block.feeds |= (uint64_t)(bytes[i] == '\n') << i;
        block.returns |= (uint64_t)(bytes[i] == '\r') << i;
    }
    return block;
}
#endif

// Each bit becomes the parity of all bits up to it.
static inline uint64_t parity(uint64_t bits) {
    for (int shift = 1; shift < 64; shift <<= 1) bits ^= bits << shift;
    return bits;
}

TandemScan tandem_scan(
    const uint8_t *bytes, size_t count, uint32_t *marks, size_t marks_room, uint32_t *ends, size_t ends_room
) {
    TandemScan found = {0, 0, 0};
    size_t written = 0;
    uint64_t inside_before = 0;    // all ones where the byte before stood inside quotes
    uint64_t may_open = 1;         // the byte before lets a quote open a field
    uint64_t has_closed = 0;       // the byte before closed one
    for (size_t base = 0; base < count; base += 64) {
        uint64_t valid = ~0ULL;
        Block block;
        if (count - base >= 64) {
            block = look(bytes + base);
        } else {
            uint8_t rest[64] = {0};
            memcpy(rest, bytes + base, count - base);
            valid = (1ULL << (count - base)) - 1;
            block = look(rest);
        }
        // From an opening quote on, up to and without the closing one.
        const uint64_t inside = parity(block.quotes) ^ inside_before;
        const uint64_t opening = block.quotes & inside, closing = block.quotes & ~inside;
        uint64_t separators = (block.commas | block.feeds) & ~inside;
        const uint64_t opens = ((separators | closing) << 1) | may_open;
        const uint64_t closed = (closing << 1) | has_closed;
        const uint64_t follows = block.commas | block.feeds | block.returns | block.quotes;
        const uint64_t bad = ((opening & ~opens) | (closed & ~follows) | (block.feeds & inside)) & valid;
        inside_before = (uint64_t)((int64_t)inside >> 63);
        may_open = (separators | closing) >> 63;
        has_closed = closing >> 63;
        if (bad) separators &= (bad & -bad) - 1;
        if (written + 64 > marks_room) return found;
        while (separators) {
            const int place = __builtin_ctzll(separators);
            separators &= separators - 1;
            marks[written] = (uint32_t)(base + (size_t)place);
            if (block.feeds >> place & 1) {
                ends[found.rows] = (uint32_t)written;
                found.rows += 1;
                found.consumed = base + (size_t)place + 1;
                if (found.rows == ends_room) return found;
            }
            written += 1;
        }
        if (bad) {
            found.trouble = 1;
            return found;
        }
    }
    return found;
}
