// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { SaxesParser, type SaxesTagNS } from 'saxes';
import { err, ok, type Problem, type Result } from '#kernel';
import { textValue } from '../text-value.js';
import { sbomComponentOf } from './cyclonedx-json.js';
import type { Sbom, SbomComponent, SchemaSource } from './sbom.js';
import { checkAgainstXsd, CYCLONEDX_XML_VERSIONS } from './xsd-check.js';

const NAMESPACE = 'http://cyclonedx.org/schema/bom/';
const DEEPEST_NESTING = 200;
const PIECE_CHARACTERS = 65_536;

/** Reads and checks a CycloneDX document in XML. A DOCTYPE, and with it every entity of one's own, is refused before anything is expanded. */
export async function readCycloneDxXmlSbom(text: string, schemas: SchemaSource | null): Promise<Result<Sbom, Problem>> {
  const reader = new BomReader();
  const problem = reader.read(text) ?? (schemas === null ? null : await checkAgainstXsd(text, reader.version as string, schemas));
  return problem === null ? ok(reader.sbom()) : err(problem);
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

class BomReader {
  version: string | null = null;
  private problem: Problem | null = null;
  private readonly names: string[] = [];
  private readonly texts: string[] = [];
  private readonly open: OpenComponent[] = [];
  /** In the order in which they begin; a place is kept until its component is read. */
  private readonly components: (SbomComponent | null)[] = [];
  private subject: SbomComponent | null = null;
  private rootChildren = 0;

  read(text: string): Problem | null {
    const parser = new SaxesParser({ xmlns: true, position: true });
    const fail = (problem: Problem): void => {
      this.problem ??= { line: parser.line, column: parser.column + 1, ...problem };
    };
    parser.on('doctype', () => fail({ code: 'IMPORTING.XML_DOCTYPE' }));
    parser.on('error', (error) => fail({ code: /unclosed tag|unexpected end|must contain a root/.test(error.message) ? 'IMPORTING.FILE_CUT' : 'IMPORTING.XML_INVALID', reason: error.message.replace(/^\d+:\d+: /, '') }));
    parser.on('opentag', (tag) => this.opened(tag, fail));
    parser.on('text', (piece) => this.addText(piece));
    parser.on('cdata', (piece) => this.addText(piece));
    parser.on('closetag', () => this.closed());
    for (let at = 0; at < text.length && this.problem === null; at += PIECE_CHARACTERS) parser.write(text.slice(at, at + PIECE_CHARACTERS));
    if (this.problem === null) parser.close();
    return this.problem;
  }

  sbom(): Sbom {
    return { format: 'CycloneDX', specVersion: this.version as string, encoding: 'xml', name: this.subject?.name ?? null, subject: this.subject, components: this.components.filter((component) => component !== null) };
  }

  private opened(tag: SaxesTagNS, fail: (problem: Problem) => void): void {
    const depth = this.names.length;
    if (depth === 0) this.checkRoot(tag, fail);
    if (depth >= DEEPEST_NESTING) fail({ code: 'IMPORTING.TOO_DEEP', deepest: DEEPEST_NESTING });
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
    }
  }

  private checkRoot(tag: SaxesTagNS, fail: (problem: Problem) => void): void {
    if (tag.local !== 'bom' || !tag.uri.startsWith(NAMESPACE)) {
      fail({ code: 'IMPORTING.NOT_AN_SBOM', found: `${tag.name} ${tag.uri}`.trim(), formats: ['CycloneDX XML'] });
      return;
    }
    this.version = tag.uri.slice(NAMESPACE.length);
    if (!(CYCLONEDX_XML_VERSIONS as readonly string[]).includes(this.version)) fail({ code: 'IMPORTING.SBOM_VERSION', format: 'CycloneDX', version: this.version, versions: CYCLONEDX_XML_VERSIONS });
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
    else if (component !== undefined) this.takeText(component, this.below(), text);
    this.names.pop();
  }

  private takeText(component: OpenComponent, path: string, text: string): void {
    const value = component.value;
    const property = PROPERTIES[path];
    if (property !== undefined) value[property] = text;
    else if (path === 'supplier/name' || path === 'manufacturer/name') value[path.split('/')[0] as string] = { name: text };
    else if (path === 'licenses/expression') value.licenses.push({ expression: text });
    else if (path === 'licenses/license/id' || path === 'licenses/license/name') (value.licenses.at(-1)?.['license'] as Record<string, unknown>)[path.split('/')[2] as string] = textValue(text);
  }

  private finish(component: OpenComponent): void {
    this.open.pop();
    const read = sbomComponentOf(component.value, component.path);
    if (component.place < 0) this.subject = read;
    else this.components[component.place] = read;
  }
}
