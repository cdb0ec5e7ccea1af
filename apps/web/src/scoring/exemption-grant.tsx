// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { Permitted } from '../access/permitted.js';
import { scoringTexts } from '../i18n/scoring.js';
import { useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { GRANT, GrantDialog } from './exemption-dialogs.js';

/** The way to decide on an open product where it is shown. */
export function ExemptionGrant({ product }: { product: { readonly key: string; readonly name: string } }) {
  const t = useTexts(scoringTexts);
  const [isOpen, setOpen] = useState(false);
  return (
    <Permitted to={[GRANT]}>
      <Button kind="secondary" small onClick={() => setOpen(true)}>
        {t.grant}
      </Button>
      <GrantDialog product={isOpen ? product : undefined} onClose={() => setOpen(false)} onDone={() => setOpen(false)} />
    </Permitted>
  );
}
