// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { overall, type LicenseFinding } from '#licensing';

/** Findings beyond this many are not kept; whoever wants them all reads the file a second time. */
export const MOST_KEPT = 10_000;

type Outcome = LicenseFinding['verdict'];

/** Findings of one bill of materials: all of a short one, and of a long one how many there are of each kind and the first that ask for something. */
export class FindingList {
  readonly counts = { APPROVED: 0, REVIEW: 0, REJECTED: 0 };
  private readonly first: Readonly<Record<Outcome, LicenseFinding[]>> = { APPROVED: [], REVIEW: [], REJECTED: [] };
  private all: LicenseFinding[] | null = [];

  /** @param shown how many of each outcome are kept in any case */
  constructor(
    private readonly shown: number,
    private readonly mostKept: number = MOST_KEPT,
  ) {}

  add(finding: LicenseFinding): void {
    this.counts[finding.verdict]++;
    if (this.first[finding.verdict].length < this.shown) this.first[finding.verdict].push(finding);
    if (this.all !== null && this.all.length >= this.mostKept) this.all = null;
    this.all?.push(finding);
  }

  get count(): number {
    return this.counts.APPROVED + this.counts.REVIEW + this.counts.REJECTED;
  }

  get verdict(): Outcome {
    return overall(this.counts);
  }

  /** All findings in the order of the document; null where they were too many to be kept. */
  get kept(): readonly LicenseFinding[] | null {
    return this.all;
  }

  /** The first findings that ask for something, rejected ones before those to review. */
  get open(): readonly LicenseFinding[] {
    return [...this.first.REJECTED, ...this.first.REVIEW].slice(0, this.shown);
  }
}
