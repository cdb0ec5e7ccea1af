// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Fragment, useState, type ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { planningTexts } from '../i18n/planning.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Badge } from '../ui/badge.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { SelectField } from '../ui/fields.js';
import { ProductLink } from '../ui/product-link.js';
import { STATUS_TONES } from './migration-statuses.js';
import type { Locks, Roadmap, RoadmapItem } from './roadmap.js';
import { withinHorizon } from './roadmap.js';
import { usePeriods } from './use-periods.js';
import { WhyNot } from './why-not.js';

interface ItemDialogProps {
  readonly plan: string;
  readonly roadmap: Roadmap;
  readonly item: RoadmapItem | undefined;
  readonly locks: Locks;
  /** Left out for who may not plan. */
  readonly onLock: ((key: string, period: number | null | undefined) => void) | undefined;
  readonly onClose: () => void;
}

/** Everything a plan says of one migration, why it is not earlier, and where its start is locked. */
export function ItemDialog({ plan, roadmap, item, locks, onLock, onClose }: ItemDialogProps) {
  return (
    <Dialog title={item?.name ?? ''} isOpen={item !== undefined} onClose={onClose}>
      {item && <ItemDetails key={item.key} plan={plan} roadmap={roadmap} item={item} locks={locks} onLock={onLock} />}
    </Dialog>
  );
}

function ItemDetails({ plan, roadmap, item, locks, onLock }: Omit<ItemDialogProps, 'onClose' | 'item'> & { item: RoadmapItem }) {
  const t = useTexts(planningTexts);
  const { language } = useLanguage();
  const { money, day, count, decimal } = useFormats();
  const names = usePeriods(roadmap.scenario);
  const [isWhyAsked, setIsWhyAsked] = useState(false);
  const { work } = item;
  const deadline = work?.deadline;
  const facts: [string, ReactNode][] = [
    ...(item.alternative ? [[t.alternative, <ProductLink key="to" to={item.alternative} />] as [string, ReactNode]] : []),
    ...(item.status ? [[t.status, <Badge key="status" tone={STATUS_TONES[item.status]}>{t.statuses[item.status]}</Badge>] as [string, ReactNode]] : []),
    ...(item.start === null ? [] : [[t.starts, day(roadmap.scenario.periods[item.start]?.startsOn)] as [string, ReactNode]]),
    ...(work
      ? ([
          [t.runs, `${t.periods(count(item.durationPeriods))}${item.start === null ? '' : `, ${names.span(item.start, item.durationPeriods)}`}`],
          ...(typeof deadline === 'number' ? [[t.deadline, names.name(deadline)] as [string, ReactNode]] : []),
          [t.effort, item.teams.length === 0 ? count(0) : item.teams.map((team) => `${team.name} ${decimal(team.days)}`).join(' · ')],
          [t.oneOff, money(work.oneOffCents ?? 0)],
          [t.dualRun, money(work.dualRunPerPeriodCents ?? 0)],
          [t.savingPerPeriod, item.savingUnknownBecause ? '–' : money(work.savingPerPeriodCents ?? 0)],
          [t.contribution, `${decimal(work.value)} ${t.points}`],
        ] as [string, ReactNode][])
      : []),
  ];
  return (
    <div className="stack">
      <dl className="facts">
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {item.reason && <p className="kern-body">{item.reason[language]}</p>}
      {item.sizeIsAssumed && <p className="kern-body muted">{t.assumed}</p>}
      {item.savingUnknownBecause && <p className="kern-body muted">{t.savingUnknown[item.savingUnknownBecause]}</p>}
      {item.supportEndedBefore && <p className="kern-body muted">{t.supportEnded(day(item.supportEndedBefore))}</p>}
      {item.isBegun ? (
        <p className="kern-body">{t.cannotLock}</p>
      ) : work === null ? (
        <p className="kern-body muted">{t.cannotLockUnplannable}</p>
      ) : onLock ? (
        <div>
          <SelectField
            label={t.lock}
            value={locks.has(item.key) ? String(locks.get(item.key)) : undefined}
            none={t.lockNone}
            choices={[
              ...roadmap.scenario.periods.flatMap((_, period) => (withinHorizon(period, item.durationPeriods, roadmap.scenario.periods.length) === period ? [{ value: String(period), name: names.name(period) }] : [])),
              { value: 'null', name: t.lockOut },
            ]}
            onChoose={(chosen) => onLock(item.key, chosen === undefined ? undefined : chosen === 'null' ? null : Number(chosen))}
          />
          <p className="field-hint">{t.lockHint}</p>
        </div>
      ) : null}
      {work && !item.isBegun && item.start !== 0 && !isWhyAsked && (
        <p>
          <Button kind="secondary" small icon="help" onClick={() => setIsWhyAsked(true)}>
            {item.start === null ? t.whyOut : t.why}
          </Button>
        </p>
      )}
      {isWhyAsked && <WhyNot plan={plan} product={item.key} roadmap={roadmap} isOut={item.start === null} />}
      <p>
        <Link to="/inventar/$key" params={{ key: item.key }} className="kern-link">
          {t.toProduct}
        </Link>
      </p>
    </div>
  );
}
