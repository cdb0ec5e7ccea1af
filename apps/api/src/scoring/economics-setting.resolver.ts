// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ok, unwrap, type CalendarDate, type Language } from '#kernel';
import { economicsSettings, saySetting, type SettingKey, type StatedSetting } from '#scoring';
import { Transactions } from '../platform/database/transactions.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { EconomicsSettingRepository } from './economics-setting.repository.js';
import * as t from './economics-setting.types.js';
import { StateEconomicsSetting } from './state-economics-setting.use-case.js';

const VERSIONS_SHOWN = 100;

@Resolver()
export class EconomicsSettingResolver {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: EconomicsSettingRepository,
    private readonly state: StateEconomicsSetting,
    private readonly texts: ProblemTexts,
  ) {}

  @Needs('scoring:read')
  @Query(() => [t.EconomicsSetting], { description: 'Everything that the economics assume: what the administration stated, else what comes with the program.' })
  async economicsSettings(@Context() { language }: RequestContext): Promise<t.EconomicsSetting[]> {
    const versions = unwrap(await this.transactions.run<StatedSetting[], never>(async () => ok(await this.settings.versions(VERSIONS_SHOWN))));
    return (Object.keys(economicsSettings) as SettingKey[]).map((key) => settingOf(key, versions, language));
  }

  @Needs('scoring:approve', 'SHARED')
  @Mutation(() => t.StateEconomicsSettingPayload, { description: 'States a setting of the economics: a next version, which counts from the next run on. Runs that are there keep theirs.' })
  async stateEconomicsSetting(@Args('input') { key, replaces, low, high, author, source, setOn }: t.StateEconomicsSettingInput, @Context() { actorId, requestId, language }: RequestContext) {
    const statement = { key, low, high: high ?? low, author, source: source ?? null, setOn: (setOn ?? null) as CalendarDate | null, replaces: replaces ?? null };
    const stated = await this.state.execute(statement, actorId, requestId);
    if (!stated.ok) return this.texts.present(stated.problem, language);
    const versions = unwrap(await this.transactions.run<StatedSetting[], never>(async () => ok(await this.settings.versions(VERSIONS_SHOWN))));
    return { __typename: 'EconomicsSettingStated', setting: settingOf(stated.value.key, versions, language) };
  }
}

function settingOf(key: SettingKey, all: readonly StatedSetting[], language: Language): t.EconomicsSetting {
  const { name, unit, isRange, low, high } = economicsSettings[key];
  const versions = all.filter((version) => version.key === key);
  const stated = versions[0] ?? null;
  const value = stated ?? { low, high };
  return { key, name: name[language], unit, text: saySetting(key, value, language), low: value.low, high: value.high, isRange, stated, versions };
}
