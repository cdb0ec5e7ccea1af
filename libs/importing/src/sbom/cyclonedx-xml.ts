// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { err, ok, type Problem, type Result } from '#kernel';
import { textValue } from '../text-value.js';
import { sbomComponentOf } from './cyclonedx-component.js';
import type { ComponentSink, SbomComponent, SbomHead, SchemaSource } from './sbom.js';
import { SeenTexts } from './seen-texts.js';
import { XmlParts } from './xml-parts.js';
import { CYCLONEDX_XML_VERSIONS, xsdCheckOf, type XsdCheck } from './xsd-check.js';

const NAMESPACE = 'http://cyclonedx.org/schema/bom/';
const DEEPEST_NESTING = 200;
const PIECE_CHARACTERS = 65_536;
/** Between two tags there may not be more than this, in UTF-16 units. */
const LONGEST_TEXT = 33_554_432;

/**
 * Reads and checks a CycloneDX document in XML, piece by piece: memory holds one top component with its parts, and a digest of each reference.
 * A DOCTYPE, and with it every entity of one's own, is refused before anything is expanded.
 *
 * @param schemas without them the document is read for what it says and not checked
 */
export async function scanCycloneDxXml(text: AsyncIterable<string>, schemas: SchemaSource | null, sink: ComponentSink): Promise<Result<SbomHead, Problem>> {
  const parts = schemas === null ? null : new XmlParts();
  const reader = new BomReader(sink, parts);
  let check: XsdCheck | null = null;
  for await (const piece of text) {
    for (let at = 0; at < piece.length && reader.problem === null; at += PIECE_CHARACTERS) reader.push(piece.slice(at, at + PIECE_CHARACTERS));
    if (reader.problem !== null) break;
    if (parts === null || schemas === null || reader.version === null) continue;
    check ??= await xsdCheckOf(reader.version, schemas);
    reader.problem = parts.check(check);
  }
  const problem = reader.end() ?? (check === null ? null : (parts?.finish(check) ?? null));
  return problem === null ? ok(reader.head()) : err(problem);
}

/** A component as its JSON form would have it, while its elements come in. */
interface OpenComponent {
  readonly depth: number;
  readonly path: string;
  readonly value: Record<string, unknown> & { licenses: Record<string, unknown>[] };
  /** Place among all components; -1 for the subject of the document. */
  readonly place: number;
  children: number;
}

/** Element path below `component` → property of the JSON form. */
const PROPERTIES: Readonly<Record<string, string>> = { name: 'name', version: 'version', group: 'group', publisher: 'publisher', purl: 'purl', cpe: 'cpe' };

/** Nothing further down inside a component is of interest here: `licenses/license/id`. */
const DEEPEST_OF_INTEREST = 3;

class BomReader {
  version: string | null = null;
  problem: Problem | null = null;
  private readonly parser = new SaxesParser({ xmlns: true, position: true });
  private readonly references = new SeenTexts();
  private readonly names: string[] = [];
  private readonly texts: string[] = [];
  private readonly open: OpenComponent[] = [];
  /** The open top component and its parts, in the order in which they begin; a place is kept until its component is read. */
  private components: (SbomComponent | null)[] = [];
  private subject: SbomComponent | null = null;
  private rootChildren = 0;
  private lastTagAt = 0;

  constructor(
    private readonly sink: ComponentSink,
    private readonly parts: XmlParts | null,
  ) {
    this.parser.on('doctype', () => this.fail({ code: 'IMPORTING.XML_DOCTYPE' }));
    this.parser.on('error', (error) => this.fail({ code: /unclosed tag|unexpected end|must contain a root/.test(error.message) ? 'IMPORTING.FILE_CUT' : 'IMPORTING.XML_INVALID', reason: error.message.replace(/^\d+:\d+: /, '') }));
    this.parser.on('opentag', (tag) => {
      this.lastTagAt = this.parser.position;
      this.parts?.opened(tag, this.names.length, this.parser.position);
      this.opened(tag);
    });
    this.parser.on('text', (piece) => this.addText(piece));
    this.parser.on('cdata', (piece) => this.addText(piece));
    this.parser.on('closetag', () => {
      this.lastTagAt = this.parser.position;
      this.closed();
      this.parts?.closed(this.names.length, this.parser.position);
    });
  }

  push(piece: string): void {
    const problem = this.parts?.push(piece) ?? null;
    this.parser.write(piece);
    this.problem ??= problem;
    if (this.parser.position - this.lastTagAt > LONGEST_TEXT) this.fail({ code: 'IMPORTING.VALUE_TOO_LONG', longest: LONGEST_TEXT });
  }

  end(): Problem | null {
    if (this.problem === null) this.parser.close();
    return this.problem;
  }

  head(): SbomHead {
    return { format: 'CycloneDX', specVersion: this.version as string, encoding: 'xml', name: this.subject?.name ?? null, subject: this.subject, deviations: [] };
  }

  private fail(problem: Problem): void {
    this.problem ??= { line: this.parser.line, column: this.parser.column + 1, ...problem };
  }

  private opened(tag: SaxesTagNS): void {
    const depth = this.names.length;
    if (depth === 0) this.checkRoot(tag);
    if (depth >= DEEPEST_NESTING) this.fail({ code: 'IMPORTING.TOO_DEEP', deepest: DEEPEST_NESTING });
    const reference = tag.attributes['bom-ref']?.value;
    if (this.parts !== null && reference !== undefined && !this.references.add(reference)) this.fail({ code: 'IMPORTING.SBOM_INVALID', path: [...this.names, tag.local].join('/'), reason: `the reference ${reference} is given twice` });
    const parent = this.names[depth - 1];
    const grandparent = this.names[depth - 2];
    this.names.push(tag.local);
    this.texts.push('');
    if (tag.local === 'component') {
      const outer = this.open.at(-1);
      const isPart = parent === 'components' && (outer ? outer.depth === depth - 1 : grandparent === 'bom');
      const isSubject = parent === 'metadata' && depth === 2;
      if (isPart || isSubject) this.open.push({ depth: depth + 1, path: this.pathOf(isSubject, outer), value: { licenses: [] }, place: isSubject ? -1 : this.components.push(null) - 1, children: 0 });
    } else if (tag.local === 'license' && this.below() === 'licenses/license') {
      this.open.at(-1)?.value.licenses.push({ license: { acknowledgement: tag.attributes['acknowledgement']?.value } });
    } else if (/^licenses\/expression(-detailed)?$/.test(this.below())) {
      this.open.at(-1)?.value.licenses.push({ expression: tag.attributes['expression']?.value, acknowledgement: tag.attributes['acknowledgement']?.value });
    }
  }

  private checkRoot(tag: SaxesTagNS): void {
    if (tag.local !== 'bom' || !tag.uri.startsWith(NAMESPACE)) {
      this.fail({ code: 'IMPORTING.NOT_AN_SBOM', found: `${tag.name} ${tag.uri}`.trim(), formats: ['CycloneDX XML'] });
      return;
    }
    this.version = tag.uri.slice(NAMESPACE.length);
    if (!(CYCLONEDX_XML_VERSIONS as readonly string[]).includes(this.version)) this.fail({ code: 'IMPORTING.SBOM_VERSION', format: 'CycloneDX', version: this.version, versions: CYCLONEDX_XML_VERSIONS });
  }

  private pathOf(isSubject: boolean, outer: OpenComponent | undefined): string {
    if (isSubject) return 'metadata.component';
    return outer ? `${outer.path}.components[${outer.children++}]` : `components[${this.rootChildren++}]`;
  }

  /** Elements between the innermost open component and the current one. */
  private below(): string {
    const component = this.open.at(-1);
    return component === undefined ? '' : this.names.slice(component.depth).join('/');
  }

  private addText(piece: string): void {
    if (this.open.length > 0) this.texts[this.texts.length - 1] += piece;
  }

  private closed(): void {
    const component = this.open.at(-1);
    const text = this.texts.pop() as string;
    if (component !== undefined && this.names.length === component.depth) this.finish(component);
    else if (component !== undefined && this.names.length - component.depth <= DEEPEST_OF_INTEREST) this.takeText(component, this.below(), text);
    this.names.pop();
  }

  private takeText(component: OpenComponent, path: string, text: string): void {
    const value = component.value;
    const property = PROPERTIES[path];
    if (property !== undefined) value[property] = text;
    else if (path === 'supplier/name' || path === 'manufacturer/name') value[path.split('/')[0] as string] = { name: text };
    else if (path === 'licenses/expression') Object.assign(value.licenses.at(-1) as object, { expression: text });
    else if (/^licenses\/license\/(id|name|url)$/.test(path)) (value.licenses.at(-1)?.['license'] as Record<string, unknown>)[path.split('/')[2] as string] = textValue(text);
  }

  private finish(component: OpenComponent): void {
    this.open.pop();
    const read = sbomComponentOf(component.value, component.path);
    if (component.place < 0) this.subject = read;
    else this.components[component.place] = read;
    if (this.open.length > 0) return;
    for (const complete of this.components) if (complete !== null && this.problem === null) this.sink(complete);
    this.components = [];
  }
}
