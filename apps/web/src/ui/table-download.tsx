// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useLanguage } from '../i18n/language.js';

/** A link to a workbook that the server writes in the reader's language; `address` without its ending. */
export function TableDownload({ address, name }: { address: string; name: string }) {
  const { language } = useLanguage();
  return (
    <a className="kern-link" href={`${address}.xlsx?language=${language}`} download>
      {name}
    </a>
  );
}
