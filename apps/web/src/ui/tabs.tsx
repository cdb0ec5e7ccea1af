// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link, type LinkProps } from '@tanstack/react-router';

/** The views of a section of the page, each with an address of its own. */
export function Tabs({ label, views }: { label: string; views: readonly { readonly to: LinkProps['to']; readonly name: string }[] }) {
  return (
    <nav aria-label={label} className="tabs">
      {views.map(({ to, name }) => (
        <Link key={to} to={to} activeOptions={{ exact: true, includeSearch: false }}>
          {name}
        </Link>
      ))}
    </nav>
  );
}
