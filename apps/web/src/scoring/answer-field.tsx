// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { allowedFor, choicesOf, readAnswer, type Question } from '#scoring';
import { scoringTexts } from '../i18n/scoring.js';
import { useFormats, useLanguage, useTexts } from '../i18n/language.js';
import { DayField, Labelled } from '../ui/fields.js';

interface AnswerFieldProps {
  readonly question: Question;
  /** What each choice is worth, 0 to 1, where that is decided by it alone. */
  readonly worth01: Readonly<Record<string, number>> | null;
  readonly unit: string | null;
  readonly given: string;
  readonly onGive: (given: string) => void;
}

/** The answer itself: one of a few, a day, or a number that is read as it is typed. */
export function AnswerField({ question, worth01, unit, given, onGive }: AnswerFieldProps) {
  const t = useTexts(scoringTexts);
  if (question.kind === 'CHOICE') return <Choices question={question} worth01={worth01} given={given} onGive={onGive} />;
  if (question.kind === 'DAY') return <DayField label={t.answer} value={given} onChange={onGive} />;
  return <NumberAnswer question={question} unit={unit} given={given} onGive={onGive} />;
}

function Choices({ question, worth01, given, onGive }: Omit<AnswerFieldProps, 'unit'>) {
  const t = useTexts(scoringTexts);
  const { language } = useLanguage();
  const { count } = useFormats();
  const name = useId();
  return (
    <fieldset className="ask-choices">
      <legend className="kern-label">{t.answer}</legend>
      {choicesOf(question).map((value) => (
        <label key={value} className="ask-choice">
          <input type="radio" name={name} value={value} checked={given === value} onChange={() => onGive(value)} /> {question.values[value]![language]}
          {worth01?.[value] !== undefined && <span className="muted"> {t.worth(count(worth01[value] * 100))}</span>}
        </label>
      ))}
    </fieldset>
  );
}

function NumberAnswer({ question, unit, given, onGive }: Omit<AnswerFieldProps, 'worth01'>) {
  const t = useTexts(scoringTexts);
  const { decimal, share } = useFormats();
  const read = given.trim() === '' ? null : readAnswer(question, given);
  const written = (value: string | number) => (question.kind === 'SHARE' ? share(Number(value), 2) : decimal(Number(value), 3));
  const hint = read === null ? t.allowed(question.kind === 'SHARE' ? '0 … 100 %' : allowedFor(question).join(', ')) : read.ok ? t.understood(written(read.value)) : t.notUnderstood(question.kind === 'SHARE' ? '0 … 100 %' : allowedFor(question).join(', '));
  return (
    <Labelled label={unit && question.kind !== 'SHARE' ? `${t.answer} (${unit})` : t.answer} hint={hint}>
      {(id, hintId) => <input id={id} type="text" inputMode="decimal" className="kern-form-input__input" value={given} aria-describedby={hintId} aria-invalid={read !== null && !read.ok} autoComplete="off" onChange={(event) => onGive(event.target.value)} />}
    </Labelled>
  );
}
