// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { Labelled } from '../ui/fields.js';
import type { PlanChoice } from './plan-queries.js';

/** One of the plans. With `none`, none can be chosen, too. */
export function PlanSelect({ label, plans, value, onChoose, none }: { label: string; plans: readonly PlanChoice[]; value: string | undefined; onChoose: (id: string | undefined) => void; none?: string }) {
  const t = useTexts(planningTexts);
  const { instant } = useFormats();
  return (
    <Labelled label={label}>
      {(id) => (
        <div className="kern-form-input__select-wrapper">
          <select id={id} className="kern-form-input__select" value={value ?? ''} onChange={(event) => onChoose(event.target.value || undefined)}>
            {(none !== undefined || value === undefined) && <option value="">{none ?? '–'}</option>}
            {plans.map((plan) => (
              <option key={plan.id} value={plan.id}>
                {t.planName(plan.scenario.name, instant(plan.finishedAt), plan.isInForce)}
              </option>
            ))}
          </select>
        </div>
      )}
    </Labelled>
  );
}
