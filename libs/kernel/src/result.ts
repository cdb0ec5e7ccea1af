// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Outcome of something that is expected to fail at times: a value, or the problem that stands in its place. */
export type Result<T, P> = Ok<T> | Err<P>;

export interface Ok<T> {
  readonly ok: true;
  readonly value: T;
}

export interface Err<P> {
  readonly ok: false;
  readonly problem: P;
}

/** Wraps a value that was obtained. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** Wraps the problem that stands in the way. */
export function err<P>(problem: P): Err<P> {
  return { ok: false, problem };
}

/** Returns the value, or throws: only for places where a problem would be a bug of ours. */
export function unwrap<T>(result: Result<T, unknown>): T {
  if (result.ok) return result.value;
  throw new Error(`a value was certain here, but: ${JSON.stringify(result.problem)}`);
}
