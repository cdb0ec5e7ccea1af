// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, type ReactNode } from 'react';
import { Breadcrumbs } from './breadcrumbs.js';

/** A screen: its heading, which is also the title of the window, a sentence on what it is for, and what can be done with it as a whole; for one below a list, the way down from there; a wide one is printed across. */
export function Page({ title, path, lead, actions, isWide = false, children }: { title: string; path?: readonly ReactNode[]; lead?: ReactNode; actions?: ReactNode; isWide?: boolean; children?: ReactNode }) {
  useEffect(() => {
    document.title = `${title} – Fahrplan`;
  }, [title]);
  return (
    <div className={isWide ? 'page print-wide' : 'page'}>
      {path && <Breadcrumbs path={path} here={title} />}
      <div className="page-head">
        <h1 className="kern-heading-large">{title}</h1>
        {actions && <div className="page-actions">{actions}</div>}
      </div>
      {lead && <p className="kern-body page-lead">{lead}</p>}
      {children}
    </div>
  );
}

/** A part of a screen under a heading of its own. */
export function Section({ title, hint, children, id }: { title: string; hint?: ReactNode; children: ReactNode; id?: string }) {
  return (
    <section className="page-section" id={id}>
      <h2 className="kern-heading-medium">{title}</h2>
      {hint && <p className="kern-body kern-body--muted">{hint}</p>}
      {children}
    </section>
  );
}
