// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { textValue } from '../../text-value.js';
import { readXml } from '../../xml/read-xml.js';
import { AgentInventory } from './agent-inventory.js';

const SOFTWARE = 'REQUEST/CONTENT/SOFTWARES';
const SYSTEM = 'REQUEST/CONTENT/OPERATINGSYSTEM';

/**
 * Reads the inventory of one machine as OCS Inventory, FusionInventory and GLPI agents write it in XML, as a stream.
 * Export: `glpi-agent --local DIR`, `fusioninventory-agent --local DIR`, `ocsinventory-agent --local DIR`.
 *
 * @throws Unreadable what stands in the way
 */
export async function readAgentXml(source: PeekedSource, encoding: DetectedEncoding): Promise<AgentInventory> {
  const inventory = new AgentInventory();
  const path: string[] = [];
  let text = '';
  let open: { fields: Map<string, string>; line: number } | null = null;
  let softwareCount = 0;
  const pieces = readXml(decodeText(source.all, encoding), {
    open(name, _, line) {
      path.push(name);
      text = '';
      const here = path.length === 3 ? path.join('/') : '';
      if (here === SOFTWARE || here === SYSTEM) open = { fields: new Map(), line };
    },
    text(piece) {
      text += piece;
    },
    close() {
      const here = path.length <= 4 ? path.join('/') : '';
      if (here === 'REQUEST/DEVICEID') inventory.deviceId = textValue(text);
      else if (here === 'REQUEST/PARTIAL') inventory.isPartial = /^(1|true|yes)$/i.test(text.trim());
      else if (here === 'REQUEST/CONTENT/HARDWARE/NAME') inventory.deviceName = textValue(text);
      else if (open !== null && path.length === 4) open.fields.set(path[3] as string, text);
      else if (open !== null && here === SOFTWARE) {
        const { fields, line } = open;
        inventory.add({ name: fields.get('NAME'), version: fields.get('VERSION'), publisher: fields.get('PUBLISHER'), installDate: fields.get('INSTALLDATE'), path: `SOFTWARES[${softwareCount++}]`, line });
        open = null;
      } else if (open !== null && here === SYSTEM) {
        const { fields, line } = open;
        const name = textValue(fields.get('FULL_NAME')) ?? textValue(fields.get('NAME'));
        if (name !== null) inventory.add({ name, version: fields.get('VERSION'), publisher: null, installDate: fields.get('INSTALL_DATE'), path: 'OPERATINGSYSTEM', line });
        open = null;
      }
      path.pop();
      text = '';
    },
  });
  while (!(await pieces.next()).done);
  return inventory;
}
