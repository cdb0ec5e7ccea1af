// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';
import type { Config } from '../config/config.js';
import type { Tracing } from '../tracing/tracing.js';
import { maskSecrets } from './mask-secrets.js';

/**
 * The program's log: one JSON object a line on standard error, so that standard output stays free for answers. No line has a secret in it.
 *
 * @param tracing where there is one, a line says in which trace it was written
 */
export function createLogger({ logLevel, secrets }: Pick<Config, 'logLevel' | 'secrets'>, tracing?: () => Tracing | null): Logger {
  const place = () => {
    const span = tracing?.()?.underWay();
    return span === undefined ? {} : { traceId: span.traceId, spanId: span.spanId };
  };
  return pino({ level: logLevel, base: null, ...(tracing ? { mixin: place } : {}), hooks: { streamWrite: maskSecrets(secrets) }, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination({ dest: 2, sync: true }));
}

/** Lets the framework write into the program's log: only what went wrong. */
export function frameworkLog(log: Logger): LoggerService {
  return {
    log: () => undefined,
    debug: () => undefined,
    verbose: () => undefined,
    warn: (message: unknown) => log.warn(String(message)),
    error: (message: unknown, stack?: unknown) => log.error({ stack }, String(message)),
    fatal: (message: unknown) => log.fatal(String(message)),
  };
}
