// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { uiTexts } from '../i18n/ui.js';
import { useTexts } from '../i18n/language.js';
import { Button } from './button.js';

/** A filter that came by a link, and the way to be rid of it. */
export function DroppedFilter({ name, onDrop }: { name: string; onDrop: () => void }) {
  const t = useTexts(uiTexts);
  return (
    <Button kind="secondary" small icon="close" onClick={onDrop} title={t.dropFilter}>
      {name}
    </Button>
  );
}
