// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getDirectiveValues,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import type { Variables } from './argument.js';

export type Fragments = Readonly<Record<string, FragmentDefinitionNode>>;

/** What is asked of one object: the field nodes behind each response key, in the order of the answer. */
export type Selection = ReadonlyMap<string, readonly FieldNode[]>;

/**
 * Collects the fields that an operation asks of an object of type `typeName`: fragments are opened, `@include` and `@skip` applied, and fields
 * under the same response key put together.
 *
 * @source GraphQL specification (October 2021), section 6.3.2 CollectFields
 * @param implemented names of the interfaces and unions that the type belongs to
 */
export function collectFields(
  typeName: string,
  implemented: ReadonlySet<string>,
  sets: readonly SelectionSetNode[],
  fragments: Fragments,
  variables: Variables,
): Selection {
  const fields = new Map<string, FieldNode[]>();
  const visited = new Set<string>();
  const applies = (condition: string | undefined) => condition === undefined || condition === typeName || implemented.has(condition);
  const visit = (set: SelectionSetNode): void => {
    for (const node of set.selections) {
      if (!isIncluded(node, variables)) continue;
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        const known = fields.get(key);
        if (known) known.push(node);
        else fields.set(key, [node]);
      } else if (node.kind === Kind.INLINE_FRAGMENT) {
        if (applies(node.typeCondition?.name.value)) visit(node.selectionSet);
      } else if (!visited.has(node.name.value)) {
        visited.add(node.name.value);
        const fragment = fragments[node.name.value];
        if (fragment && applies(fragment.typeCondition.name.value)) visit(fragment.selectionSet);
      }
    }
  };
  for (const set of sets) visit(set);
  return fields;
}

/** The selection sets below the field nodes of one response key. */
export function selectionSetsOf(nodes: readonly FieldNode[]): SelectionSetNode[] {
  return nodes.flatMap((node) => (node.selectionSet ? [node.selectionSet] : []));
}

function isIncluded(node: Parameters<typeof getDirectiveValues>[1], variables: Variables): boolean {
  const values = variables as Record<string, unknown>;
  if (getDirectiveValues(GraphQLSkipDirective, node, values)?.['if'] === true) return false;
  return getDirectiveValues(GraphQLIncludeDirective, node, values)?.['if'] !== false;
}
