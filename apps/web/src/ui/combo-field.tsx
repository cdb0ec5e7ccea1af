// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useState, type KeyboardEvent } from 'react';
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';
import { Labelled } from './fields.js';
import type { ShownProblem } from './states.js';

export interface Named {
  /** What tells it from all others. */
  readonly id: string;
  readonly name: string;
  /** Tells those of one name apart. */
  readonly about?: string | undefined;
}

interface ComboFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly problem?: ShownProblem | undefined;
  readonly value: Named | null;
  /** What fits to what was typed; undefined while it is being looked up. */
  readonly found: readonly Named[] | undefined;
  /** Asks for what fits; an empty text once the choice is made. */
  readonly onSearch: (text: string) => void;
  /** Where what nobody is called can be chosen, too: what was typed, as a choice. */
  readonly offerNew?: ((typed: string) => Named) | undefined;
  readonly onChoose: (value: Named | null) => void;
}

const TYPING_PAUSE_MS = 150;

/** One of very many, found by a part of its name: what is typed is looked up, arrows and Enter choose, an empty field means none. */
export function ComboField({ label, hint, problem, value, found, onSearch, offerNew, onChoose }: ComboFieldProps) {
  const t = useTexts(uiTexts);
  const list = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const isOpen = typed !== null && typed.trim() !== '';
  const isCalledSo = found?.some(({ name }) => name.toLowerCase() === typed?.trim().toLowerCase()) ?? true;
  const options = !isOpen ? [] : offerNew && !isCalledSo ? [...found!, offerNew(typed.trim())] : (found ?? []);
  useEffect(() => {
    if (typed === null) return undefined;
    const pause = setTimeout(() => onSearch(typed.trim()), TYPING_PAUSE_MS);
    return () => clearTimeout(pause);
    // looked up when something was typed, not when the screen was drawn anew
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [typed]);
  const close = () => {
    setTyped(null);
    setAt(0);
  };
  const choose = (one: Named | null) => {
    onChoose(one);
    close();
  };
  const press = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => setAt(Math.min(options.length - 1, at + 1)),
      ArrowUp: () => setAt(Math.max(0, at - 1)),
      Enter: () => options[at] && choose(options[at]),
      Escape: close,
    };
    const move = moves[event.key];
    if (!move) return;
    // neither sends the form nor closes the dialog around it
    event.preventDefault();
    event.stopPropagation();
    move();
  };
  return (
    <Labelled label={label} hint={hint} problem={problem}>
      {(id, described, isWrong) => (
        <div className="combo">
          <input
            id={id}
            type="text"
            role="combobox"
            className="kern-form-input__input"
            autoComplete="off"
            spellCheck={false}
            aria-expanded={isOpen}
            aria-controls={isOpen ? list : undefined}
            aria-autocomplete="list"
            aria-activedescendant={options[at] ? `${list}${at}` : undefined}
            aria-describedby={described}
            aria-invalid={isWrong}
            value={typed ?? value?.name ?? ''}
            onChange={(event) => {
              setTyped(event.target.value);
              setAt(0);
              if (event.target.value.trim() === '') onChoose(null);
            }}
            onBlur={close}
            onKeyDown={press}
          />
          {isOpen && (
            <div id={list} role="listbox" className="combo-list" aria-label={label}>
              {options.map((one, index) => (
                // the keyboard is heard by the field
                // eslint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={one.id}
                  id={`${list}${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  // chosen before the field loses the focus
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(one)}
                >
                  {one.name} {one.about && <span className="muted">{one.about}</span>}
                </div>
              ))}
              {options.length === 0 && (
                <div role="option" tabIndex={-1} aria-selected={false} aria-disabled className="muted">
                  {found === undefined ? t.loading : t.nothingFits}
                </div>
              )}
            </div>
          )}
        </div>
      )}
    </Labelled>
  );
}
