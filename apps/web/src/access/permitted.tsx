// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { Kind, type DocumentNode } from 'graphql';
import { accessTexts } from '../i18n/access.js';
import { useFormats, useTexts } from '../i18n/language.js';
import { useAccess, type Viewer } from './access.js';
import { HOLDERS, NEEDS, WHOLE } from './needs.js';

type Permission = keyof typeof HOLDERS;

/** A change: the mutation's document, or the route that a file goes to. */
export type Change = DocumentNode | Extract<keyof typeof NEEDS, `POST ${string}`>;

function namesOf(changes: readonly Change[]): readonly string[] {
  return changes.flatMap((change) => (typeof change === 'string' ? [change] : change.definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? one.selectionSet.selections.flatMap((field) => (field.kind === Kind.FIELD ? [field.name.value] : [])) : []))));
}

/** What changes need, as the server's schema says it. */
export function needsOf(changes: readonly Change[]): readonly Permission[] {
  const needs: Readonly<Record<string, Permission>> = NEEDS;
  return [...new Set(namesOf(changes).flatMap((name) => needs[name] ?? []))];
}

/** Whether whoever sits before the page may make all of these changes; undefined until it is known who that is. */
export function useMay(...changes: readonly Change[]): boolean | undefined {
  const { state, viewer } = useAccess();
  if (state === 'ASKING') return undefined;
  return needsOf(changes).every((need) => viewer?.permissions.includes(need) ?? false) && !isBeyond(viewer, changes);
}

/** Whether one of these changes speaks for the whole administration, and this viewer's rights are for departments. */
function isBeyond(viewer: Viewer | null, changes: readonly Change[]): boolean {
  return viewer !== null && viewer.isLimitedToDepartments && namesOf(changes).some((name) => WHOLE.includes(name));
}

/** What is only shown to who may make these changes; to others, where `explain` says what it is, who may. */
export function Permitted({ to, explain, children }: { to: readonly Change[]; explain?: string; children: ReactNode }) {
  const may = useMay(...to);
  if (may) return children;
  return may === false && explain !== undefined ? <NotPermitted what={explain} changes={to} /> : null;
}

/** Says that something is not for this viewer, and for whom it is. */
export function NotPermitted({ what, changes }: { what: string; changes: readonly Change[] }) {
  const t = useTexts(accessTexts);
  const { list } = useFormats();
  const { viewer } = useAccess();
  if (isBeyond(viewer, changes)) return <p className="muted">{t.wholeAdministration(what)}</p>;
  const holders = needsOf(changes).map((need): readonly (keyof typeof t.roles)[] => HOLDERS[need]);
  const roles = (holders[0] ?? []).filter((role) => holders.every((held) => held.includes(role)));
  return <p className="muted">{t.notPermitted(what, list(roles.map((role) => t.roles[role])))}</p>;
}
