// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';
import { principlesTexts } from '../i18n/principles.js';
import { useTexts } from '../i18n/language.js';
import { standAt } from './stand-at.js';

type Words = typeof principlesTexts.de.words;
export type PrincipleId = keyof Words;

/** Where the words of a principle stand. */
export const anchorOf = (id: string): string => id.toLowerCase();

/** The way to a principle's words; one that an administration has made itself has none here, and is only named. */
export function Principle({ id, short = false }: { id: string; short?: boolean }) {
  const t = useTexts(principlesTexts);
  const name = short ? id : t.principle(id);
  if (!Object.hasOwn(t.words, id)) return <span className="principle">{name}</span>;
  return (
    <Link to="/rat" hash={anchorOf(id)} onClick={() => standAt(anchorOf(id))} className="kern-link principle" title={t.words[id as PrincipleId]}>
      {name}
    </Link>
  );
}

/** What the figures beside it serve. */
export function Serves({ ids }: { ids: readonly string[] }) {
  const t = useTexts(principlesTexts);
  if (ids.length === 0) return null;
  return (
    <>
      {ids.length === 1 ? t.serves : t.servesAll} <PrincipleList ids={ids} />
    </>
  );
}

/** Principles by their numbers. */
export function PrincipleList({ ids }: { ids: readonly string[] }) {
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && ', '}
      <Principle id={id} short />
    </span>
  ));
}
