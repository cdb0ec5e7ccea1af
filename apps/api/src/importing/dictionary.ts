// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** A name that got an id during this import. */
export interface NewName {
  readonly id: number;
  /** The name, or the parts that make one. */
  readonly parts: readonly string[];
}

/**
 * Names that get integer ids: what is known already, and what is new. New names get the numbers -1, -2, … until ids are there for them
 * ({@link Dictionary.settle}); the caller replaces those numbers by {@link Dictionary.idOf}.
 */
export class Dictionary {
  readonly added: NewName[] = [];
  private pending: (readonly [string, readonly string[]])[] = [];
  /** Ids of the names that were settled last, in the order of their numbers. */
  private settled: readonly number[] = [];

  constructor(private readonly ids: Map<string, number>) {}

  /** @returns the id of a known name, or a negative number for one that is new in this round */
  numberOf(name: string, parts: readonly string[] = [name]): number {
    const known = this.ids.get(name);
    if (known !== undefined) return known;
    const number = -this.pending.push([name, parts]);
    this.ids.set(name, number);
    return number;
  }

  /** How many names wait for an id. */
  get waiting(): number {
    return this.pending.length;
  }

  /** Gives the waiting names their ids, in order. */
  settle(ids: readonly number[]): void {
    this.pending.forEach(([name, parts], at) => {
      const id = ids[at]!;
      this.ids.set(name, id);
      this.added.push({ id, parts });
    });
    this.settled = ids.slice(0, this.pending.length);
    this.pending = [];
  }

  /** The id behind a number of the round that was settled last. */
  idOf(number: number): number {
    return number < 0 ? this.settled[-number - 1]! : number;
  }
}

/** Titles by raw name first, because most differ there; the vendor and the identifiers tell the rest apart. */
export class TitleDictionary extends Dictionary {
  private readonly byRaw = new Map<string, { readonly vendor: string | null; readonly purl: string | null; readonly cpe: string | null; number: number }[]>();
  private fresh: { number: number }[] = [];

  numberOfTitle(raw: string, vendor: string | null, purl: string | null, cpe: string | null): number {
    let entries = this.byRaw.get(raw);
    if (entries === undefined) this.byRaw.set(raw, (entries = []));
    for (const entry of entries) if (entry.vendor === vendor && entry.purl === purl && entry.cpe === cpe) return entry.number;
    const parts = [clean(raw), clean(vendor), clean(purl), clean(cpe)];
    const entry = { vendor, purl, cpe, number: this.numberOf(parts.join('\u0001'), parts) };
    entries.push(entry);
    if (entry.number < 0) this.fresh.push(entry);
    return entry.number;
  }

  override settle(ids: readonly number[]): void {
    super.settle(ids);
    for (const entry of this.fresh) entry.number = this.idOf(entry.number);
    this.fresh = [];
  }
}

/** The dictionaries of an import; ids are kept over imports. */
export interface Dictionaries {
  readonly hosts: Dictionary;
  readonly titles: TitleDictionary;
  readonly versions: Dictionary;
  readonly departments: Dictionary;
}

/** Text as the database can hold it: it knows no NUL. */
export function clean(text: string | null): string {
  return text === null ? '' : text.includes('\0') ? text.replaceAll('\0', '') : text;
}
