// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** What a fault is given. */
export interface FaultContext {
  /** An empty folder, removed afterwards. */
  readonly folder: string;
  /** How often it strikes. */
  readonly times: number;
  /** The moments follow from it. */
  readonly seed: number;
  say(line: string): void;
}

/** What became of one strike. */
export interface Outcome {
  readonly what: string;
  /** Null where all is as it should be. */
  readonly wrong: string | null;
}

export type Fault = (context: FaultContext) => Promise<readonly Outcome[]>;
