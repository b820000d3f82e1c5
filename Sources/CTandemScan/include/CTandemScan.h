#pragma once
#include <stddef.h>
#include <stdint.h>

// What one pass over the bytes of a CSV file has found.
typedef struct {
    // Whole rows, from the beginning on.
    size_t rows;
    // Bytes that they fill: where the next row begins.
    size_t consumed;
    // 1 where the row that begins at `consumed` is not of the plain form: a quote stands inside a field, or a field runs over
    // the end of the line.
    int trouble;
} TandemScan;

// Finds the separators of CSV rows whose fields may stand in quotes.
//
// `marks` takes the places of the commas and line ends outside quotes, `ends` for each row the place in `marks` of its line
// end. Stops where one of them is full, at the end of the bytes, or at the first row that is not of the plain form.
//
// A line end is a line feed; a carriage return before it belongs to the last field.
TandemScan tandem_scan(
    const uint8_t *bytes, size_t count, uint32_t *marks, size_t marks_room, uint32_t *ends, size_t ends_room
);
