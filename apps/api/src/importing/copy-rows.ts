// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** Integers of a row: host, title, version, and the day of installation as days since 2000-01-01 (or {@link NO_DATE}). */
export const ROW_INTEGERS = 4;
/** Stands for a date that is not known. */
export const NO_DATE = -0x8000_0000;

const BYTES_PER_ROW = 2 + ROW_INTEGERS * 8;

/** What a binary COPY begins with: signature, flags, length of the header's extension. */
export const COPY_HEADER = Buffer.from([0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
/** And what it ends with. */
export const COPY_TRAILER = Buffer.from([0xff, 0xff]);

/**
 * Writes rows in PostgreSQL's binary COPY format; half the work for both sides compared with text.
 *
 * @param rows {@link ROW_INTEGERS} numbers each
 * @source PostgreSQL documentation, COPY, "Binary Format"
 */
export function copyRows(rows: Int32Array): Buffer {
  const buffer = Buffer.allocUnsafe((rows.length / ROW_INTEGERS) * BYTES_PER_ROW);
  const view = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
  let to = 0;
  for (let at = 0; at < rows.length; at += ROW_INTEGERS) {
    view.setInt16(to, ROW_INTEGERS);
    for (let column = 0; column < ROW_INTEGERS - 1; column++) {
      view.setInt32(to + 2 + column * 8, 4);
      view.setInt32(to + 6 + column * 8, rows[at + column]!);
    }
    const day = rows[at + ROW_INTEGERS - 1]!;
    view.setInt32(to + 26, day === NO_DATE ? -1 : 4);
    if (day === NO_DATE) to += BYTES_PER_ROW - 4;
    else {
      view.setInt32(to + 30, day);
      to += BYTES_PER_ROW;
    }
  }
  return buffer.subarray(0, to);
}
