// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  isPackText, isPubliccodeText, parseCatalogueFile, parsePack, productOfPubliccode, readEndoflife, sameValue,
  type CatalogueChange, type CatalogueEntries, type CatalogueFragment, type CataloguePack, type CatalogueText,
} from '#catalogue';
import { err, ok, type Problem, type Result } from '#kernel';
import { ReadUploadedText } from '../importing/index.js';
import type { StoredLayer } from './catalogue-layer.repository.js';
import { ChangeCatalogue, type CatalogueStanding, type CatalogueStep, type ChangeRequest } from './change-catalogue.use-case.js';

/** How an upload is to be read. */
export interface CatalogueUpload {
  readonly uploadId: string;
  /** CATALOGUE: catalogue files, packs, publiccode.yml, told apart by what stands in them. */
  readonly kind: 'CATALOGUE' | 'ENDOFLIFE';
  /** Category for a publiccode.yml, in place of the one that fits best. */
  readonly categoryId?: string | undefined;
}

const MOST_BYTES = 64_000_000;

/** Loads what was handed in: catalogue files, a pack, a publiccode.yml, release cycles. All of it or nothing; the same again changes nothing. */
@Injectable()
export class LoadCatalogueUpload {
  constructor(
    private readonly uploads: ReadUploadedText,
    private readonly change: ChangeCatalogue,
  ) {}

  async execute(upload: CatalogueUpload, request: Pick<ChangeRequest, 'actorId' | 'requestId' | 'isDryRun'>): Promise<Result<CatalogueChange[], Problem[]>> {
    const read = await this.uploads.execute(upload.uploadId, MOST_BYTES);
    if (!read.ok) return err([read.problem]);
    const { fileName, text } = read.value;
    const files = filesOf(fileName, text);
    if (!files.ok) return err([files.problem]);
    const step = (standing: CatalogueStanding) => (upload.kind === 'ENDOFLIFE' ? stepOfEndoflife(text, fileName, standing) : stepOfFiles(files.value, upload.categoryId, standing));
    return this.change.execute({ ...request, operation: upload.kind === 'ENDOFLIFE' ? 'loadEndoflife' : 'loadCatalogue', entityId: fileName.slice(0, 200) }, step);
  }
}

/** An upload is one file, or a folder as JSON: `{"files": [{"name": …, "text": …}]}` under a name that ends with `.files.json`. */
function filesOf(fileName: string, text: string): Result<readonly CatalogueText[], Problem> {
  if (!fileName.endsWith('.files.json')) return ok([{ name: fileName, text }]);
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
    if (Array.isArray(files) && files.every((one): one is CatalogueText => typeof (one as CatalogueText | null)?.name === 'string' && typeof (one as CatalogueText).text === 'string')) return ok(files);
  } catch {
    // told below
  }
  return err({ code: 'CATALOGUE.UPLOAD_UNREADABLE', file: fileName });
}

function stepOfFiles(files: readonly CatalogueText[], categoryId: string | undefined, standing: CatalogueStanding): Result<CatalogueStep, Problem[]> {
  const problems: Problem[] = [];
  const fragments: CatalogueFragment[] = [];
  const packs: { readonly pack: CataloguePack; readonly fragment: CatalogueFragment }[] = [];
  for (const { name, text } of files) {
    if (isPackText(text)) {
      const pack = parsePack(text, name, (content) => createHash('sha256').update(content).digest('hex'));
      if (pack.ok) packs.push(pack.value);
      else problems.push(...pack.problem);
    } else {
      const read = isPubliccodeText(text) ? productOfPubliccode(text, name, standing.merged, categoryId) : parseCatalogueFile(text, name);
      if (read.ok) fragments.push(read.value);
      else problems.push(...read.problem);
    }
  }
  if (problems.length > 0) return err(problems);
  const layers: StoredLayer[] = packs.map(({ pack: { header, ...content } }) => ({ kind: 'PACK', name: header.name, provenance: { ...header }, ...content }));
  if (fragments.length > 0) layers.push(fileLayer(fragments, standing));
  return ok({ layers, fragments: [...fragments, ...packs.map(({ fragment }) => fragment)] });
}

/** The files loaded beside the base: earlier ones, with these in their place; an entry that says what the base says is none. */
function fileLayer(fragments: readonly CatalogueFragment[], { layers }: CatalogueStanding): StoredLayer {
  const base = layers.find(({ kind }) => kind === 'BASE');
  const standing = layers.find(({ kind }) => kind === 'FILE');
  const merged = <List extends 'vendors' | 'categories' | 'products'>(list: List): CatalogueEntries[List] => {
    type Entry = { readonly id: string };
    const known = new Map((base?.[list] ?? []).map((entry: Entry) => [entry.id, entry]));
    const entries = new Map((standing?.[list] ?? []).map((entry: Entry) => [entry.id, entry]));
    for (const entry of fragments.flatMap((fragment): readonly Entry[] => fragment[list])) {
      if (sameValue(known.get(entry.id), entry)) entries.delete(entry.id);
      else entries.set(entry.id, entry);
    }
    return [...entries.values()] as unknown as CatalogueEntries[List];
  };
  return { kind: 'FILE', name: 'files', provenance: {}, vendors: merged('vendors'), categories: merged('categories'), products: merged('products'), statements: [] };
}

function stepOfEndoflife(text: string, fileName: string, { cycles, merged }: CatalogueStanding): Result<CatalogueStep, Problem[]> {
  const read = readEndoflife(text, fileName);
  if (!read.ok) return err([read.problem]);
  const wanted = new Set(merged.products.map(({ identifiers }) => identifiers.endoflife));
  const known = [...read.value].filter(([name, list]) => wanted.has(name) && list.length > 0);
  if (known.length === 0) return err([{ code: 'CATALOGUE.ENDOFLIFE_NO_PRODUCT', file: fileName, names: [...read.value.keys()].slice(0, 10) }]);
  return ok({ cycles: new Map([...cycles, ...known]) });
}
