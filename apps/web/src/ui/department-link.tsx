// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';

/** The name of an organisational unit, as the way to its page. */
export function DepartmentLink({ to: { key, name } }: { to: { readonly key: string; readonly name: string } }) {
  return (
    <Link to="/aemter/$key" params={{ key }} className="kern-link kern-link--no-visited-state">
      {name}
    </Link>
  );
}
