// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { configure, TextReader, Uint8ArrayWriter, ZipWriter } from '@zip.js/zip.js';

/** A cell as a test writes it: `date` is a serial number shown as a day, `shared` a text in the common list, `raw` the XML of the whole cell. */
export type TestCell = string | number | null | { readonly date: number } | { readonly shared: string } | { readonly formula: string; readonly value: string } | { readonly raw: string };

/** A sheet as a test writes it. */
export interface TestSheet {
  readonly name: string;
  readonly rows: readonly (readonly TestCell[])[];
  readonly merged?: readonly string[];
  readonly isHidden?: boolean;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Packs files into a zip archive. */
export async function zipOf(files: Readonly<Record<string, string>>, password?: string): Promise<Uint8Array> {
  configure({ useWebWorkers: false });
  const writer = new ZipWriter(new Uint8ArrayWriter(), password === undefined ? {} : { password });
  for (const [name, content] of Object.entries(files)) await writer.add(name, new TextReader(content));
  return writer.close();
}

/** The files of a workbook, by hand and as Excel lays them out: shared texts behind the sheets. */
export function xlsxFiles(sheets: readonly TestSheet[]): Record<string, string> {
  const shared: string[] = [];
  const files: Record<string, string> = {
    '[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${TYPES}"><sheets>${sheets.map(({ name, isHidden }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}"${isHidden ? ' state="hidden"' : ''} r:id="rId${index + 10}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheets.map((_, index) => `<Relationship Id="rId${index + 10}" Type="${TYPES}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`).join('')}<Relationship Id="rId1" Type="${TYPES}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="rId2" Type="${TYPES}/styles" Target="styles.xml"/></Relationships>`,
  };
  sheets.forEach(({ rows, merged = [] }, index) => {
    const body = rows.map((cells, row) => `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`, shared)).join('')}</row>`).join('\n');
    const merges = merged.length === 0 ? '' : `<mergeCells count="${merged.length}">${merged.map((range) => `<mergeCell ref="${range}"/>`).join('')}</mergeCells>`;
    files[`xl/worksheets/sheet${index + 1}.xml`] = `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${body}</sheetData>${merges}</worksheet>`;
  });
  files['xl/styles.xml'] = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`;
  files['xl/sharedStrings.xml'] = `${HEAD}<sst xmlns="${MAIN}">${shared.map((text) => `<si><r><t xml:space="preserve">${escaped(text)}</t></r><rPh><t>hint</t></rPh></si>`).join('')}</sst>`;
  return files;
}

/** A workbook as Excel lays it out. */
export async function xlsxOf(sheets: readonly TestSheet[]): Promise<Uint8Array> {
  return zipOf(xlsxFiles(sheets));
}

function cellXml(cell: TestCell, reference: string, shared: string[]): string {
  if (cell === null) return `<c r="${reference}" s="0"/>`;
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'string') return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
  if ('date' in cell) return `<c r="${reference}" s="1"><v>${cell.date}</v></c>`;
  if ('formula' in cell) return `<c r="${reference}" t="str"><f>${escaped(cell.formula)}</f><v>${escaped(cell.value)}</v></c>`;
  return 'raw' in cell ? cell.raw : `<c r="${reference}" t="s"><v>${shared.push(cell.shared) - 1}</v></c>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
