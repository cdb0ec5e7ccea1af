// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { SaxesParser } from 'saxes';
import type { Problem } from '#kernel';
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { textValue } from '../../text-value.js';
import { AgentInventory } from './agent-inventory.js';

const DEEPEST_NESTING = 100;
const SOFTWARE = 'REQUEST/CONTENT/SOFTWARES';
const SYSTEM = 'REQUEST/CONTENT/OPERATINGSYSTEM';

/**
 * Reads the inventory of one machine as OCS Inventory, FusionInventory and GLPI agents write it in XML, as a stream.
 * Export: `glpi-agent --local DIR`, `fusioninventory-agent --local DIR`, `ocsinventory-agent --local DIR`.
 */
export async function readAgentXml(source: PeekedSource, encoding: DetectedEncoding): Promise<AgentInventory | Problem> {
  const inventory = new AgentInventory();
  const parser = new SaxesParser({ position: true });
  const path: string[] = [];
  let problem: Problem | null = null;
  let text = '';
  let open: { fields: Map<string, string>; line: number } | null = null;
  let softwareCount = 0;
  const fail = (found: Problem): void => {
    problem ??= { line: parser.line, column: parser.column + 1, ...found };
  };
  parser.on('doctype', () => fail({ code: 'IMPORTING.XML_DOCTYPE' }));
  parser.on('error', (error) => fail({ code: /unclosed tag|must contain a root/.test(error.message) ? 'IMPORTING.FILE_CUT' : 'IMPORTING.XML_INVALID', reason: error.message.replace(/^\d+:\d+: /, '') }));
  parser.on('text', (piece) => (text += piece));
  parser.on('cdata', (piece) => (text += piece));
  parser.on('opentag', (tag) => {
    path.push(tag.name);
    text = '';
    if (path.length > DEEPEST_NESTING) fail({ code: 'IMPORTING.TOO_DEEP', deepest: DEEPEST_NESTING });
    const here = path.length === 3 ? path.join('/') : '';
    if (here === SOFTWARE || here === SYSTEM) open = { fields: new Map(), line: parser.line };
  });
  parser.on('closetag', () => {
    const here = path.length <= 4 ? path.join('/') : '';
    if (here === 'REQUEST/DEVICEID') inventory.deviceId = textValue(text);
    else if (here === 'REQUEST/CONTENT/HARDWARE/NAME') inventory.deviceName = textValue(text);
    else if (open !== null && path.length === 4) open.fields.set(path[3] as string, text);
    else if (open !== null && here === SOFTWARE) {
      inventory.software.push({ name: open.fields.get('NAME'), version: open.fields.get('VERSION'), publisher: open.fields.get('PUBLISHER'), installDate: open.fields.get('INSTALLDATE'), path: `SOFTWARES[${softwareCount++}]`, line: open.line });
      open = null;
    } else if (open !== null && here === SYSTEM) {
      const name = textValue(open.fields.get('FULL_NAME')) ?? textValue(open.fields.get('NAME'));
      if (name !== null) inventory.software.push({ name, version: open.fields.get('VERSION'), publisher: null, installDate: open.fields.get('INSTALL_DATE'), path: 'OPERATINGSYSTEM', line: open.line });
      open = null;
    }
    path.pop();
    text = '';
  });
  for await (const piece of decodeText(source.all, encoding)) {
    parser.write(piece);
    if (problem !== null) return problem;
  }
  parser.close();
  return problem ?? inventory;
}
