// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId } from 'react';
import { Button } from './button.js';

/** Work that goes on elsewhere: how far it is, and the way to end it. Without a total, only that it goes on. */
export function JobProgress({ name, step, done, total, onStop, stopName }: { name: string; step: string; done: number; total: number | null; onStop?: () => void; stopName: string }) {
  const id = useId();
  return (
    <div className="stack" role="status">
      <div className="kern-progress">
        <label className="kern-label" htmlFor={id}>
          {name} <span className="muted">{step}</span>
        </label>
        <progress id={id} {...(total === null || total === 0 ? {} : { value: Math.min(done, total), max: total })} />
      </div>
      {onStop && (
        <p>
          <Button kind="secondary" small onClick={onStop}>
            {stopName}
          </Button>
        </p>
      )}
    </div>
  );
}
