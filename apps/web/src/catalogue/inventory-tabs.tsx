// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { catalogueTexts } from '../i18n/catalogue.js';
import { useTexts } from '../i18n/language.js';

/** The two views of the inventory. */
export function InventoryTabs() {
  const t = useTexts(catalogueTexts);
  return (
    <nav aria-label={t.title} className="tabs">
      <Link to="/inventar" activeOptions={{ exact: true, includeSearch: false }}>
        {t.products}
      </Link>
      <Link to="/inventar/rohnamen" activeOptions={{ includeSearch: false }}>
        {t.titles}
      </Link>
    </nav>
  );
}
