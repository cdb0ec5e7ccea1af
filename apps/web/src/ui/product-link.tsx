// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Link } from '@tanstack/react-router';

/** The name of a product, as the way to its page. */
export function ProductLink({ to: { key, name } }: { to: { readonly key: string; readonly name: string } }) {
  return (
    <Link to="/inventar/$key" params={{ key }} className="kern-link kern-link--no-visited-state">
      {name}
    </Link>
  );
}
