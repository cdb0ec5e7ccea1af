// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getNamedType, isCompositeType, Kind, SchemaMetaFieldDef, TypeMetaFieldDef, type DocumentNode, type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import type { Identity } from './identity.js';
import { OPEN } from './needs.js';
import type { Permission } from './permission.js';
import type { SchemaNeeds } from './schema-needs.js';

/** What somebody must be allowed to do for an operation as a whole, whatever its variables are. */
export interface OperationNeeds {
  readonly all: readonly Permission[];
  /** Whether the public view shows all of it. */
  readonly isPublic: boolean;
}

/**
 * Adds up what an operation needs: fields that `@skip` may leave out count, each fragment is walked once. The document has to be valid.
 */
export function needsOfOperation(schema: GraphQLSchema, declared: SchemaNeeds, document: DocumentNode, operation: OperationDefinitionNode): OperationNeeds {
  const fragments = new Map(document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]));
  const walked = new Set<string>();
  const all = new Set<Permission>();
  let isPublic = true;
  const add = (need: Permission | typeof OPEN | undefined): void => {
    if (need !== undefined && need !== OPEN) all.add(need);
  };
  const walk = (set: SelectionSetNode, type: GraphQLCompositeType): void => {
    for (const selection of set.selections) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (!fragment || walked.has(selection.name.value)) continue;
        walked.add(selection.name.value);
        walk(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value) as GraphQLCompositeType);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        walk(selection.selectionSet, selection.typeCondition ? (schema.getType(selection.typeCondition.name.value) as GraphQLCompositeType) : type);
      } else {
        const name = selection.name.value;
        if (name === SchemaMetaFieldDef.name || name === TypeMetaFieldDef.name) {
          add('schema:read');
          isPublic = false;
          continue;
        }
        add(declared.field(type.name, name));
        add(declared.type(type.name));
        if (!declared.isPublic(type.name, name, (selection.arguments ?? []).map((one) => one.name.value))) isPublic = false;
        const field = 'getFields' in type ? type.getFields()[name] : undefined;
        const given = field && getNamedType(field.type);
        if (!selection.selectionSet || !given || !isCompositeType(given)) continue;
        add(declared.type(given.name));
        walk(selection.selectionSet, given);
      }
    }
  };
  const root = schema.getRootType(operation.operation);
  if (root) walk(operation.selectionSet, root);
  return { all: [...all].sort(), isPublic: isPublic && operation.operation === 'query' };
}

/** What somebody lacks for an operation; empty where they may. */
export function lacking({ all, isPublic }: OperationNeeds, { permissions }: Identity): readonly Permission[] {
  if (isPublic && permissions.has('public:read')) return [];
  return all.filter((one) => !permissions.has(one));
}
