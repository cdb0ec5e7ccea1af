// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import { decodeText } from '../../bytes/decode.js';
import type { DetectedEncoding } from '../../bytes/encoding.js';
import type { PeekedSource } from '../../bytes/peek.js';
import { JsonSplitter, type JsonValue, type ValuePlan } from '../../json/splitter.js';
import { textValue } from '../../text-value.js';
import { member } from '../cyclonedx/component-record.js';
import { AgentInventory } from './agent-inventory.js';

const PLANS: Readonly<Record<string, ValuePlan>> = {
  '': 'open',
  deviceid: 'take',
  partial: 'take',
  content: 'open',
  'content.hardware': 'take',
  'content.operatingsystem': 'take',
  'content.softwares': 'open',
  'content.softwares[]': 'take',
};

/**
 * Reads the inventory of one machine as the GLPI agent sends it in JSON, full or partial. Export: `glpi-agent --local DIR --json`.
 *
 * @source glpi-project/inventory_format, inventory.schema.json
 */
export async function readAgentJson(source: PeekedSource, encoding: DetectedEncoding): Promise<AgentInventory | Problem> {
  const inventory = new AgentInventory();
  const splitter = new JsonSplitter(
    (pattern) => PLANS[pattern] ?? 'skip',
    (taken) => takeValue(inventory, taken),
  );
  for await (const piece of decodeText(source.all, encoding)) {
    splitter.push(piece);
    if (splitter.problem !== null) break;
  }
  splitter.end();
  return splitter.problem ?? inventory;
}

function takeValue(inventory: AgentInventory, { pattern, path, value, line }: JsonValue): void {
  if (pattern === 'deviceid') inventory.deviceId = textValue(value);
  else if (pattern === 'partial') inventory.isPartial = value === true;
  else if (pattern === 'content.hardware') inventory.deviceName = textValue(member(value, 'name'));
  else if (pattern === 'content.operatingsystem') {
    const name = textValue(member(value, 'full_name')) ?? textValue(member(value, 'name'));
    if (name !== null) inventory.add({ name, version: member(value, 'version'), publisher: null, installDate: member(value, 'install_date'), path, line });
  } else if (pattern === 'content.softwares[]') {
    inventory.add({ name: member(value, 'name'), version: member(value, 'version'), publisher: member(value, 'publisher'), installDate: member(value, 'install_date'), path, line });
  }
}
