// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useId, useRef, useState } from 'react';
import { Button } from './button.js';
import './file-drop.css';

/** Takes one file: dropped, or chosen by mouse or keyboard. */
export function FileDrop({ label, hint, choose, accept, onFile, isBusy = false }: { label: string; hint: string; choose: string; accept?: string; onFile: (file: File) => void; isBusy?: boolean }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.item(0);
    if (file && !isBusy) onFile(file);
  };
  return (
    // dropping comes beside the button, which everybody can reach
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className="file-drop"
      role="group"
      aria-labelledby={id}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <p id={id} className="kern-title">
        {label}
      </p>
      <p className="muted">{hint}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        aria-label={label}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ''; // the same file may be chosen again
        }}
      />
      <Button kind="secondary" onClick={() => input.current?.click()} disabled={isBusy}>
        {choose}
      </Button>
    </div>
  );
}
