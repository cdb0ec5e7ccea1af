// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { MetricPosition } from './license-position.js';

/** A metric as the interface names it. */
export type MetricName = 'NAMED_USER' | 'CONCURRENT_USER' | 'DEVICE' | 'CORE' | 'SERVER' | 'SUBSCRIPTION' | 'SITE';

/** What is counted, in words for screens, tables and the terminal. */
export const metricWords: Readonly<Record<Language, Readonly<Record<MetricName, string>>>> = {
  de: { NAMED_USER: 'Personen', CONCURRENT_USER: 'gleichzeitig Arbeitende', DEVICE: 'Geräte', CORE: 'Prozessorkerne', SERVER: 'Server', SUBSCRIPTION: 'Abonnements', SITE: 'Standort' },
  en: { NAMED_USER: 'people', CONCURRENT_USER: 'people at a time', DEVICE: 'devices', CORE: 'processor cores', SERVER: 'servers', SUBSCRIPTION: 'subscriptions', SITE: 'site' },
};

/** How what was bought stands against what is used, in words. */
export const standingWords: Readonly<Record<Language, Readonly<Record<MetricPosition['status'], string>>>> = {
  de: { UNDER: 'zu wenig', OVER: 'mehr als nötig', BALANCED: 'ausgeglichen', UNKNOWN: 'nicht bekannt' },
  en: { UNDER: 'too few', OVER: 'more than needed', BALANCED: 'balanced', UNKNOWN: 'not known' },
};
