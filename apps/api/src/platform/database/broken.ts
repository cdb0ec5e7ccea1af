// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { setTimeout as sleep } from 'node:timers/promises';

const LOST_STATES = /^(08...|57P0[1-5])$/;
/** SQLSTATE of a write that came to a server which follows another: the one to write on is elsewhere by now. */
const STANDBY = '25006';
const LOST_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);
const LONGEST_WAIT_MS = 60_000;

/** Whether a failure says that the connection, or the server behind it, is gone: what ran in a transaction is rolled back, and may be tried again. */
export function isConnectionLost(failure: unknown): boolean {
  const { code, message, syscall } = causeOf(failure);
  if (typeof code === 'string' && (LOST_STATES.test(code) || code === STANDBY)) return true;
  if (typeof code === 'string' && LOST_CODES.has(code)) return syscall === undefined || syscall === 'connect' || syscall === 'write' || syscall === 'read';
  // A query runner lets go of its connection when that dies between two statements.
  return /was already released|Connection terminated|Client has encountered a connection error|connection is closed|Client was closed|server closed the connection|not queryable|timeout exceeded when trying to connect|Connection terminated due to connection timeout|Cannot use a pool after|timeout expired|Query read timeout/i.test(message ?? '');
}

/** Whether a failure says that there is no room left, on the database's disk or on ours. */
export function isDiskFull(failure: unknown): boolean {
  const { code } = causeOf(failure);
  return code === '53100' || code === 'ENOSPC' || code === 'EDQUOT';
}

/** SQLSTATEs of text that PostgreSQL cannot hold: a NUL in a string or in JSON. */
const NOT_TEXT = new Set<unknown>(['22021', '22P05']);

/** Whether a failure says that what was sent is no text; no text that is stored has a NUL. */
export function isNotText(failure: unknown): boolean {
  return NOT_TEXT.has(causeOf(failure).code);
}

/** Whether a failure says that a statement took longer than it may. */
export function isTooLong(failure: unknown): boolean {
  return causeOf(failure).code === '57014';
}

/** Does something that is needed for sure, again and again while the database is away, up to a minute. */
export async function whenDatabaseIsBack<T>(work: () => Promise<T>): Promise<T> {
  const until = Date.now() + LONGEST_WAIT_MS;
  for (let pauseMs = 50; ; pauseMs = Math.min(1_000, pauseMs * 2)) {
    try {
      return await work();
    } catch (failure) {
      if (!isConnectionLost(failure) || Date.now() > until) throw failure;
      await sleep(pauseMs);
    }
  }
}

function causeOf(failure: unknown): { readonly code?: unknown; readonly message?: string; readonly syscall?: string } {
  const { driverError } = (failure ?? {}) as { driverError?: object };
  return (driverError ?? failure ?? {}) as { code?: unknown; message?: string; syscall?: string };
}
