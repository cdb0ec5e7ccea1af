// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useTexts } from '../i18n/language.js';

/** How much of what is there is used: as a bar, in per cent, and in full for whoever points at it or listens. */
export function LoadCell({ used, limit, write }: { used: number | undefined; limit: number | null; write: (value: number) => string }) {
  const t = useTexts(planningTexts);
  const { share } = useFormats();
  if (used === undefined) return <span className="muted">–</span>;
  const inFull = t.usedOf(write(used), limit === null ? t.noLimit : write(limit));
  if (limit === null || limit <= 0) return <span className="load-text">{inFull}</span>;
  const used01 = used / limit;
  return (
    <span className="load" title={inFull}>
      <svg className="load-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect className="load-track" width="100" height="8" />
        <rect className={used01 > 0.95 ? 'load-used load-used--full' : 'load-used'} width={Math.min(100, used01 * 100)} height="8" />
      </svg>
      <span className="load-text" aria-hidden="true">
        {share(used01)}
      </span>
      <span className="kern-sr-only">{inFull}</span>
    </span>
  );
}
