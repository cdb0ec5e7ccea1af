// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { getNamedType, isObjectType, type GraphQLField, type GraphQLInterfaceType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import type { Need } from './needs.js';

/** Fields and arguments that the public view shows, by type; `'*'` of an argument list lets any through. */
export type PublicView = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

/** What the types and fields of a schema need, and what of them the public view shows. */
export interface SchemaNeeds {
  /** What a field needs by itself; undefined where its type decides. */
  field(type: string, field: string): Need | undefined;
  /** What every field of a type needs; undefined where whoever holds it may look into it. */
  type(name: string): Need | undefined;
  isPublic(type: string, field: string, argumentNames: readonly string[]): boolean;
}

/**
 * Reads what the schema declares. A field at the root has to say what it needs. An object type that fields of Query give out needs what they need, wherever else it is reached; where
 * these disagree it has to say so itself.
 *
 * @throws Error that lists every field and type which says too little, and every name of the public view that is not there
 */
export function readNeeds(schema: GraphQLSchema, publicView: PublicView): SchemaNeeds {
  const faults: string[] = [];
  const fieldNeeds = new Map<string, Need>();
  const typeNeeds = new Map<string, Need>();
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    const own = needOf(type);
    if (own) typeNeeds.set(type.name, own);
    for (const field of Object.values(type.getFields())) {
      const need = needOf(field);
      if (need) fieldNeeds.set(`${type.name}.${field.name}`, need);
      if (type === schema.getMutationType() && field.extensions['reach'] === undefined) faults.push(`${type.name}.${field.name} does not say whose things it changes`);
      if (!need && isRoot(schema, type)) faults.push(`${type.name}.${field.name} does not say what it needs`);
    }
  }
  for (const [type, needs] of needsOfGivenTypes(schema)) {
    if (typeNeeds.has(type)) continue;
    if (needs.size > 1) faults.push(`${type} is given out by fields that need ${[...needs].sort().join(' and ')}, and does not say itself what it needs`);
    for (const need of needs) typeNeeds.set(type, need);
  }
  for (const type of schema.getType('Node') ? schema.getPossibleTypes(schema.getType('Node') as GraphQLInterfaceType) : []) {
    if (!typeNeeds.has(type.name)) faults.push(`${type.name} can be asked for by its id, and does not say what it needs`);
  }
  for (const [type, fields] of Object.entries(publicView)) {
    const known = schema.getType(type);
    for (const [field, given] of Object.entries(fields)) {
      const found = isObjectType(known) ? known.getFields()[field] : undefined;
      if (!found) faults.push(`the public view names ${type}.${field}, which does not exist`);
      for (const name of given) if (found && !found.args.some((one) => one.name === name)) faults.push(`the public view names the argument ${type}.${field}(${name}), which does not exist`);
    }
  }
  if (faults.length > 0) throw new Error(`Permissions are not complete: ${faults.join('; ')}.`);
  return {
    field: (type, field) => fieldNeeds.get(`${type}.${field}`),
    type: (name) => typeNeeds.get(name),
    isPublic: (type, field, argumentNames) => {
      if (field === '__typename') return true;
      const given = publicView[type]?.[field];
      return given !== undefined && argumentNames.every((name) => given.includes(name));
    },
  };
}

/** What the fields of Query that give out a type need, by type; lists in pages count as what they list. */
function needsOfGivenTypes(schema: GraphQLSchema): ReadonlyMap<string, ReadonlySet<Need>> {
  const found = new Map<string, Set<Need>>();
  for (const field of Object.values(schema.getQueryType()?.getFields() ?? {})) {
    const need = needOf(field);
    const given = getNamedType(field.type);
    if (!need || !isObjectType(given)) continue;
    const nodes = given.name.endsWith('Connection') ? given.getFields()['nodes'] : undefined;
    const type = nodes ? getNamedType(nodes.type).name : given.name;
    found.set(type, (found.get(type) ?? new Set<Need>()).add(need));
  }
  return found;
}

function needOf(declared: GraphQLField<unknown, unknown> | GraphQLObjectType): Need | undefined {
  return declared.extensions['needs'] as Need | undefined;
}

function isRoot(schema: GraphQLSchema, type: GraphQLObjectType): boolean {
  return type === schema.getQueryType() || type === schema.getMutationType() || type === schema.getSubscriptionType();
}

