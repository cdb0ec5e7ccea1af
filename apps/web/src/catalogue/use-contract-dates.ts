// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { catalogueTexts } from '../i18n/catalogue.js';
import { useFormats, useTexts } from '../i18n/language.js';

interface Dates {
  readonly endsOn: string | null;
  readonly noticeBy: string | null;
  readonly nextTermination: { readonly endsOn: string } | null;
}

/** Until when a contract runs, and until when notice must be given; one that runs on without a term has no last day for it. */
export function useContractDates(): { readonly runsUntil: (dates: Dates) => string; readonly noticeBy: (dates: Dates) => string } {
  const t = useTexts(catalogueTexts);
  const { day } = useFormats();
  return {
    runsUntil: ({ endsOn }) => (endsOn === null ? t.openEnded : day(endsOn)),
    noticeBy: ({ endsOn, noticeBy, nextTermination }) => (endsOn === null && nextTermination ? t.noticeAtAnyTime(day(nextTermination.endsOn)) : day(noticeBy)),
  };
}
