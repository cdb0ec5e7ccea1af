// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { startWorker } from './program.js';
import { runAsProcess } from './run-as-process.js';

/** Takes queued work, and serves nothing: the same modules without HTTP. */
await runAsProcess(process.env, startWorker);
