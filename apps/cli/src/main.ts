// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { readEnvironment } from './environment.js';
import { Output } from './output/output.js';
import { runCommandLine } from './run-command-line.js';

// A reader that has seen enough (`| head`) is no failure.
process.stdout.on('error', (failure: NodeJS.ErrnoException) => process.exit(failure.code === 'EPIPE' ? 0 : 1));
process.stderr.on('error', () => undefined);

const output = new Output(process.stdout, process.stderr, process.stdout.columns);
const status = await runCommandLine(process.argv.slice(2), readEnvironment(process.env), output, process.stdin);
await output.flush();
process.exit(status);
