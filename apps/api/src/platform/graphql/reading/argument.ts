// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import {
  Kind,
  isInputObjectType,
  getNullableType,
  valueFromAST,
  type FieldNode,
  type GraphQLArgument,
  type GraphQLInputType,
  type ValueNode,
} from 'graphql';

/** Coerced values of an operation's variables. */
export type Variables = Readonly<Record<string, unknown>>;

/** A value in an operation that can be asked again for other variables: the value itself is not part of the SQL text. */
export interface Argument {
  /** Undefined where it was not given. */
  get(variables: Variables): unknown;
  /** The field of an input object. */
  field(name: string): Argument;
}

const absent: Argument = { get: () => undefined, field: () => absent };

/** The argument `name` of a field as written in the operation; its default where it was left out. */
export function argumentOf(node: FieldNode, definition: GraphQLArgument | undefined): Argument {
  if (!definition) return absent;
  const given = node.arguments?.find((argument) => argument.name.value === definition.name);
  return withDefault(given ? fromNode(given.value, definition.type) : absent, definition.defaultValue);
}

function fromNode(node: ValueNode, type: GraphQLInputType): Argument {
  if (node.kind === Kind.VARIABLE) {
    const name = node.name.value;
    return fromPath((variables) => variables[name], type);
  }
  if (node.kind === Kind.OBJECT) {
    const object = getNullableType(type);
    const fields = isInputObjectType(object) ? object.getFields() : {};
    return {
      get: (variables) => valueFromAST(node, type, variables as Record<string, unknown>),
      field: (name) => {
        const definition = fields[name];
        const given = node.fields.find((field) => field.name.value === name);
        if (!definition) return absent;
        return withDefault(given ? fromNode(given.value, definition.type) : absent, definition.defaultValue);
      },
    };
  }
  return { get: (variables) => valueFromAST(node, type, variables as Record<string, unknown>), field: () => absent };
}

function fromPath(get: (variables: Variables) => unknown, type: GraphQLInputType): Argument {
  return {
    get,
    field: (name) => {
      const object = getNullableType(type);
      const definition = isInputObjectType(object) ? object.getFields()[name] : undefined;
      if (!definition) return absent;
      return fromPath((variables) => (get(variables) as Record<string, unknown> | null | undefined)?.[name], definition.type);
    },
  };
}

function withDefault(argument: Argument, fallback: unknown): Argument {
  if (fallback === undefined) return argument;
  return {
    get: (variables) => {
      const given = argument.get(variables);
      return given === undefined ? fallback : given;
    },
    field: (name) => ({
      get: (variables) => {
        const given = argument.get(variables);
        return given === undefined ? (fallback as Record<string, unknown>)?.[name] : argument.field(name).get(variables);
      },
      field: argument.field(name).field,
    }),
  };
}

/** Null and absent are the same for conditions: no condition. */
export function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}
