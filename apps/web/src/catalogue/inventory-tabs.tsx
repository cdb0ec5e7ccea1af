// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { catalogueTexts } from '../i18n/catalogue.js';
import { useTexts } from '../i18n/language.js';
import { Tabs } from '../ui/tabs.js';

/** The views of the inventory: what there is, what it is called, where it is, what was bought and how far it goes, and why it stays. */
export function InventoryTabs() {
  const t = useTexts(catalogueTexts);
  return <Tabs label={t.title} views={[{ to: '/inventar', name: t.products }, { to: '/inventar/rohnamen', name: t.titles }, { to: '/aemter', name: t.departments }, { to: '/rechner', name: t.hosts }, { to: '/vertraege', name: t.contracts }, { to: '/vertraege/bilanz', name: t.positions }, { to: '/ausnahmen', name: t.exemptions }]} />;
}
