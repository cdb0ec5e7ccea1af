// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { dateOfInstant, err, ok, type CalendarDate, type Problem, type Result } from '#kernel';
import { checkSetting, type SettingKey } from '#scoring';
import { AuditTrail } from '../access/index.js';
import { Transactions } from '../platform/database/transactions.js';
import { EconomicsSettingRepository } from './economics-setting.repository.js';
import { missingText } from './missing-text.js';

/** What the administration states about a setting. */
export interface SettingStatement {
  readonly key: string;
  readonly low: number;
  readonly high: number;
  readonly author: string;
  readonly source: string | null;
  /** Today where it is left out. */
  readonly setOn: CalendarDate | null;
  /** Version that was read; null where what comes with the program counted. */
  readonly replaces: number | null;
}

/** States a setting of the economics: its next version, which counts from the next run on. */
@Injectable()
export class StateEconomicsSetting {
  constructor(
    private readonly transactions: Transactions,
    private readonly settings: EconomicsSettingRepository,
    private readonly audit: AuditTrail,
  ) {}

  execute(statement: SettingStatement, actorId: number, requestId?: string): Promise<Result<{ readonly key: SettingKey }, Problem>> {
    return this.transactions.run<{ key: SettingKey }, Problem>(async () => {
      const checked = checkSetting(statement.key, statement.low, statement.high);
      if (!checked.ok) return checked;
      const missing = missingText({ author: statement.author }, [statement.source]);
      if (missing) return err(missing);
      const today = dateOfInstant(new Date());
      const setOn = statement.setOn ?? today;
      if (setOn > today) return err({ code: 'SCORING.SETTING_STATED_LATER', setting: checked.value.key, setOn, today });
      const stated = { ...checked.value, author: statement.author.trim(), source: statement.source?.trim() || null, setOn };
      const newest = await this.settings.takeTurn(stated.key);
      if (newest !== statement.replaces) return err(await this.audit.changedMeanwhile({ entity: 'EconomicsSetting', entityId: `${stated.key} v${newest}`, name: stated.key, path: 'replaces', given: statement.replaces, current: newest }));
      const version = await this.settings.add(stated);
      await this.audit.record({ actorId, operation: 'stateEconomicsSetting', entity: 'EconomicsSetting', entityId: `${stated.key} v${version}`, before: { revision: version - 1 }, after: { ...stated, version }, requestId });
      return ok({ key: stated.key });
    });
  }
}
