// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** A step of the start, told to whoever waits: when it begins, and how long it took. */
export interface StartWatch {
  step<T>(name: StartStep, work: () => Promise<T>): Promise<T>;
}

export type StartStep = 'database' | 'migrations' | 'program' | 'catalogue' | 'demo' | 'scoring' | 'planning' | 'listening';
