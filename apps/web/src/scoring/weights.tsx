// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { withWeight, type Axis, type Criterion, type ScoringModel } from '#scoring';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';

const AXES: readonly Axis[] = ['GOAL', 'FEASIBILITY'];

/** The weights as sliders; moving one shrinks or grows the others of its axis. */
export function Weights({ model, weighed, onWeigh }: { model: ScoringModel; weighed: ScoringModel; onWeigh: (model: ScoringModel) => void }) {
  const t = useTexts(scoringTexts);
  return (
    <details className="weights">
      <summary>{t.weights}</summary>
      <p className="muted print-not">{t.weightsHint}</p>
      {AXES.map((axis) => (
        <fieldset key={axis}>
          <legend className="kern-title">{axis === 'GOAL' ? t.goalAxis : t.feasibilityAxis}</legend>
          <div className="weights-list">
            {weighed.criteria
              .filter((criterion) => criterion.axis === axis)
              .map((criterion) => (
                <Slider key={criterion.id} criterion={criterion} onMove={(weight01) => onWeigh(withWeight(weighed, criterion.id, weight01))} />
              ))}
          </div>
        </fieldset>
      ))}
      <p>
        <Button kind="secondary" small onClick={() => onWeigh(model)}>
          {t.reset}
        </Button>
      </p>
    </details>
  );
}

/** A weight may become small, but not nothing: from there it could not be grown again in proportion. */
const LEAST = 1;
const MOST = 99;

function Slider({ criterion, onMove }: { criterion: Criterion; onMove: (weight01: number) => void }) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  const { share } = useFormats();
  const id = useId();
  const { weight01, weightMin01, weightMax01 } = criterion;
  const isOut = weight01 < weightMin01 - 1e-9 || weight01 > weightMax01 + 1e-9;
  const said = t.weightOf(share(weight01), share(weightMin01), share(weightMax01));
  return (
    <div className="weight">
      <label htmlFor={id}>{criterion.name[language]}</label>
      <input id={id} type="range" min={LEAST} max={MOST} step={1} value={Math.round(weight01 * 100)} aria-valuetext={said} onChange={(event) => onMove(Number(event.target.value) / 100)} />
      <span className="muted">
        {said}
        {isOut && <strong> {t.outOfBounds}</strong>}
      </span>
    </div>
  );
}
