// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { SaxesTagNS } from 'saxes';
import type { Problem } from '#kernel';
import type { XsdCheck } from './xsd-check.js';

const PART_CHARACTERS = 262_144;
/** Lists whose items are checked some at a time; they may be empty in every version. */
const CUT_LISTS: ReadonlySet<string> = new Set(['components', 'dependencies', 'services', 'vulnerabilities', 'compositions', 'annotations']);
/** What cannot be cut (one huge item, or the rest of the document) may not be longer than this, in UTF-16 units. */
const LONGEST_PART = 134_217_728;

/** A piece of a document that can be checked on its own, and how its places are places of the whole. */
interface Part {
  readonly text: string;
  /** Line of the whole on which the part begins. */
  readonly line: number;
  /** What the part's items are called, and how many of them stand before it in the whole; null for the document without its long lists. */
  readonly items: { readonly name: string; readonly before: number } | null;
}

/**
 * Cuts an XML document, while it is read, into documents that together are valid exactly if it is: one for every few hundred items of its long lists,
 * and one with all the rest. What binds parts together (references given once) is checked elsewhere.
 *
 * The parser tells of each tag right after it; `position` counts UTF-16 units from the beginning, behind the tag.
 */
export class XmlParts {
  private readonly ready: Part[] = [];
  /** Text that was read and is not cut off yet; it begins at `start`, on `line`. */
  private text = '';
  private start = 0;
  private line = 1;
  private shell = '';
  private root = { open: '', name: '', uri: '' };
  private list: { open: string; name: string; item: string; isInItem: boolean; before: number; items: number } | null = null;

  /** Takes the next piece of the document, before the parser does; a problem where too much comes together that has to be checked as one. */
  push(piece: string): Problem | null {
    this.text += piece;
    return this.text.length + this.shell.length > LONGEST_PART ? { code: 'IMPORTING.VALUE_TOO_LONG', line: this.line, longest: LONGEST_PART } : null;
  }

  opened(tag: SaxesTagNS, depth: number, position: number): void {
    if (depth === 0) {
      const before = this.cut(position);
      const open = before.slice(before.lastIndexOf('<'));
      this.root = { open: inOneLine(open), name: tag.name, uri: tag.uri };
      // The prolog may name an encoding, which decoded text no longer has.
      this.shell = `${lineBreaks(before.slice(0, before.length - open.length))}${open}`;
    } else if (depth === 1 && CUT_LISTS.has(tag.local) && !tag.isSelfClosing) {
      const before = this.cut(position);
      this.shell += before;
      this.list = { open: inOneLine(before.slice(before.lastIndexOf('<'))), name: tag.name, item: '', isInItem: false, before: 0, items: 0 };
    } else if (depth === 2 && this.list !== null) {
      this.list.isInItem = tag.uri === this.root.uri;
      if (!this.list.isInItem) return;
      // Elements of other namespaces may only follow an item, so that a part has to begin with one.
      const itemStart = this.start + this.text.slice(0, position - this.start).lastIndexOf('<');
      if (itemStart - this.start >= PART_CHARACTERS) this.cutItems(itemStart);
      this.list.item = tag.local;
    }
  }

  /** @param depth of the element that ends: 0 for the root */
  closed(depth: number, position: number): void {
    if (this.list === null) return;
    if (depth === 2) this.list.items += Number(this.list.isInItem);
    else if (depth === 1) {
      this.cutItems(position, true);
      this.list = null;
    }
  }

  /** Checks what was cut off so far. */
  check(check: XsdCheck): Problem | null {
    for (const part of this.ready.splice(0)) {
      const problem = check(part.text);
      if (problem !== null) return inTheWhole(problem, part);
    }
    return null;
  }

  /** Checks the rest, once the document was read to its end. */
  finish(check: XsdCheck): Problem | null {
    return this.check(check) ?? check(this.shell + this.text);
  }

  /** Cuts off the items up to here, or up to the end tag of their list that ends here. */
  private cutItems(position: number, isListEnd = false): void {
    const list = this.list as NonNullable<typeof this.list>;
    const { line } = this;
    let items = this.cut(position);
    if (isListEnd) {
      const end = items.lastIndexOf('<');
      this.shell += lineBreaks(items.slice(0, end)) + items.slice(end);
      items = items.slice(0, end);
    } else this.shell += lineBreaks(items);
    if (items.trim() === '') return;
    this.ready.push({ text: `${this.root.open}${list.open}${items}</${list.name}></${this.root.name}>`, line, items: { name: list.item, before: list.before } });
    list.before += list.items;
    list.items = 0;
  }

  private cut(position: number): string {
    const piece = this.text.slice(0, position - this.start);
    this.text = this.text.slice(position - this.start);
    this.start = position;
    this.line += lineBreaks(piece).length;
    return piece;
  }
}

function inTheWhole(problem: Problem, part: Part): Problem {
  const line = problem.line === undefined ? {} : { line: problem.line + part.line - 1 };
  if (part.items === null || problem.path === undefined) return { ...problem, ...line };
  const { name, before } = part.items;
  const pattern = new RegExp(`^([^/]+/[^/]+/)${name}(?:\\[(\\d+)\\])?(?=/|$)`);
  const path = problem.path.replace(pattern, (_, list: string, number?: string) => `${list}${name}[${before + Number(number ?? 1)}]`);
  return { ...problem, ...line, path };
}

/** A tag without its line breaks, which an attribute's value takes for spaces anyway. */
function inOneLine(tag: string): string {
  return tag.replace(/[\r\n]+/g, ' ');
}

function lineBreaks(text: string): string {
  let count = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  return '\n'.repeat(count);
}
