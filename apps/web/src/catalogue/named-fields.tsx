// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useState } from 'react';
import { useQuery } from 'urql';
import { graphql } from '../graphql/graphql.js';
import { ComboField, type Named } from '../ui/combo-field.js';
import type { ShownProblem } from '../ui/states.js';

const PRODUCTS = graphql(`
  query ProductsCalled($text: String!, $verdict: OpenSourceVerdict) {
    products(first: 12, filter: { search: $text, openSource: $verdict }) { nodes { id key name vendor { name } } }
  }
`);
const VENDORS = graphql(`
  query VendorsCalled($text: String!) {
    vendors(first: 12, filter: { search: $text }) { nodes { id key name country } }
  }
`);
const DEPARTMENTS = graphql(`
  query DepartmentsCalled($text: String!) {
    departments(first: 12, filter: { search: $text }) { nodes { id key name parent { name } } }
  }
`);

/** A record that is named by its key in some inputs, and by its id in others. */
export interface Chosen extends Named {
  readonly key: string;
}

interface NamedFieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly problem?: ShownProblem | undefined;
  readonly value: Chosen | null;
  readonly onChoose: (value: Chosen | null) => void;
}

/** A product of the catalogue, or only one that is open source. */
export function ProductField({ isOpenSource = false, ...props }: NamedFieldProps & { isOpenSource?: boolean }) {
  const [text, setText] = useState('');
  const [{ data, fetching }] = useQuery({ query: PRODUCTS, variables: { text, verdict: isOpenSource ? 'ALLOWED' : undefined }, pause: text === '' });
  const found = data?.products.nodes.map(({ vendor, ...product }) => ({ ...product, about: vendor?.name }));
  return <Combo {...props} found={fetching ? undefined : found} onSearch={setText} />;
}

/** A vendor; where `newAs` says how that is called, one that nobody knew, too, whose key is its name. */
export function VendorField({ newAs, ...props }: NamedFieldProps & { newAs?: string }) {
  const [text, setText] = useState('');
  const [{ data, fetching }] = useQuery({ query: VENDORS, variables: { text }, pause: text === '' });
  const found = data?.vendors.nodes.map(({ country, ...vendor }) => ({ ...vendor, about: country ?? undefined }));
  const offerNew = newAs === undefined ? undefined : (name: string) => ({ id: `new ${name}`, key: name, name, about: newAs });
  return <Combo {...props} found={fetching ? undefined : found} onSearch={setText} offerNew={offerNew} />;
}

/** An organisational unit. */
export function DepartmentField(props: NamedFieldProps) {
  const [text, setText] = useState('');
  const [{ data, fetching }] = useQuery({ query: DEPARTMENTS, variables: { text }, pause: text === '' });
  const found = data?.departments.nodes.map(({ parent, ...department }) => ({ ...department, about: parent?.name }));
  return <Combo {...props} found={fetching ? undefined : found} onSearch={setText} />;
}

function Combo({ found, offerNew, onChoose, ...props }: NamedFieldProps & { found: readonly Chosen[] | undefined; onSearch: (text: string) => void; offerNew?: ((name: string) => Chosen) | undefined }) {
  return <ComboField {...props} found={found} offerNew={offerNew} onChoose={(chosen) => onChoose(chosen === null ? null : (found?.find(({ id }) => id === chosen.id) ?? offerNew?.(chosen.name) ?? null))} />;
}
