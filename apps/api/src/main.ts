// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { startProgram } from './program.js';
import { runAsProcess } from './run-as-process.js';

/** Serves HTTP and GraphQL, and takes queued work unless it is told to leave that to others. */
const demo = process.env['FAHRPLAN_PARENT'] === 'pipe' ? 'none' : 'city';
await runAsProcess({ FAHRPLAN_DEMO: demo, ...process.env }, startProgram);
