// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './read-type.js';
export { ReadDatabase, READ_POOL, READ_STYLE } from './read-database.js';
export { Reads, answered, readByResponseKey } from './executed-reads.js';
export { directAnswers, writeAnswer } from './direct-answers.js';
