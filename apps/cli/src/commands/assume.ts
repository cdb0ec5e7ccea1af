// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Problem } from '#kernel';
import type { CommandContext } from '../context.js';
import { ExitStatus } from '../exit-status.js';
import { wrongUsage } from '../failure.js';
import { word } from '../i18n/words.js';
import { printTable } from '../output/table.js';
import { CHANGE_FIELDS, payloadOf } from '../server/payload.js';
import { withServer, type Server } from '../server/server.js';
import { serverDocument } from '../server/server-document.js';

interface Options {
  readonly author?: string;
  readonly source?: string;
  readonly on?: string;
}

interface Version {
  readonly version: number;
  readonly low: number;
  readonly high: number;
  readonly author: string;
  readonly source: string | null;
  readonly setOn: string;
}

interface Setting {
  readonly key: string;
  readonly name: string;
  readonly text: string;
  readonly stated: Version | null;
  readonly versions: readonly Version[];
}

const FIELDS = 'key name unit text low high isRange stated { version low high author source setOn } versions { version low high author source setOn }';
const STATE = serverDocument(`mutation ($input: StateEconomicsSettingInput!) { stateEconomicsSetting(input: $input) { ${CHANGE_FIELDS} ... on EconomicsSettingStated { setting { ${FIELDS} } } } }`);

/** `assume [SETTING] [VALUE]`: what the economics assume, its versions, or a next version. */
export async function run([key, value]: readonly string[], options: Options, context: CommandContext): Promise<ExitStatus> {
  const ends = value === undefined ? null : rangeIn(value);
  if (ends !== null && options.author === undefined) throw wrongUsage({ code: 'CLI.OPTION_MISSING', option: '--author', verb: 'assume ' });
  if (ends === null && (options.author ?? options.source ?? options.on) !== undefined) throw wrongUsage({ code: 'CLI.ARGUMENT_MISSING', argument: 'value', verb: 'assume ' });
  const settings = await withServer(context, async (server) => (ends === null ? read(key, server) : [await state(key!, ends, options, server)]));
  const { json, language, output } = context;
  if (json) await output.json(key === undefined ? settings : settings[0]);
  else if (key === undefined || ends !== null) {
    await printTable(
      output,
      [{ title: word('setting', language) }, { title: word('meaning', language), wrapAt01: 0.3 }, { title: word('value', language), align: 'right' }, { title: word('statedBy', language), wrapAt01: 0.3 }],
      settings.map(({ key: name, name: meaning, text, stated }) => [name, meaning, text, stated === null ? word('shipped', language) : `v${stated.version}, ${stated.setOn}, ${stated.author}${stated.source === null ? '' : ` (${stated.source})`}`]),
    );
  } else {
    const [{ name, text, versions }] = settings as readonly [Setting];
    await output.line(`${name}: ${text}${versions.length === 0 ? ` (${word('shipped', language)})` : ''}`);
    for (const one of versions) await output.line(`  v${one.version}  ${one.setOn}  ${one.low === one.high ? one.low : `${one.low}..${one.high}`}  ${one.author}${one.source === null ? '' : ` (${one.source})`}`);
  }
  return ExitStatus.DONE;
}

const SETTINGS = serverDocument(`{ economicsSettings { ${FIELDS} } }`);

async function read(key: string | undefined, server: Server): Promise<readonly Setting[]> {
  const { economicsSettings } = await server.ask<{ economicsSettings: readonly Setting[] }>(SETTINGS);
  if (key === undefined) return economicsSettings;
  const found = economicsSettings.filter((setting) => setting.key === key);
  if (found.length === 0) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'assume', value: key, allowed: economicsSettings.map((setting) => setting.key) });
  return found;
}

async function state(key: string, [low, high]: readonly [number, number], { author, source, on }: Options, server: Server): Promise<Setting> {
  const replaces = (await read(undefined, server)).find((setting) => setting.key === key)?.stated?.version;
  const { stateEconomicsSetting } = await server.ask<{ stateEconomicsSetting: { readonly setting: Setting } | Problem }>(STATE, { input: { key, replaces, low, high, author, source, setOn: on } });
  return payloadOf<{ readonly setting: Setting }>(stateEconomicsSetting).setting;
}

/** `62000`, `0,02`, `0.02..0.08`. */
function rangeIn(value: string): readonly [number, number] {
  const ends = value.split('..').map((end) => Number(end.trim().replace(',', '.') || Number.NaN));
  if (ends.length > 2 || ends.some((end) => !Number.isFinite(end))) throw wrongUsage({ code: 'CLI.OPTION_NOT_ALLOWED', option: 'assume', value, allowed: ['0.02', '0.02..0.08'] });
  return [ends[0]!, ends.at(-1)!];
}
