// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import {
  GraphQLBoolean,
  GraphQLInt,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { Variables } from './argument.js';
import { isWritten } from './statement.js';

/**
 * Names what of the variables shapes the SQL text: which are given, the values of enums and booleans, usual numbers of rows, the fields of input objects. Two calls of one
 * operation with the same shape share a statement; all other values are placeholders.
 */
export function shapeOf(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Variables): string {
  let shape = '';
  for (const definition of operation.variableDefinitions ?? []) {
    const type = typeFromAST(schema, definition.type as TypeNode) as GraphQLInputType | undefined;
    const value = variables[definition.variable.name.value];
    const isRowNumber = type !== undefined && getNullableType(type) === GraphQLInt && typeof value === 'number' && isWritten(value);
    shape += `${isRowNumber ? value : shapeOfValue(value, type)};`;
  }
  return shape;
}

function shapeOfValue(value: unknown, type: GraphQLInputType | undefined): string {
  if (value === undefined || value === null || type === undefined) return '-';
  const nullable = getNullableType(type);
  if (isListType(nullable)) return isInputObjectType(getNamedType(nullable)) ? JSON.stringify(value) : 'l';
  if (isInputObjectType(nullable)) {
    const fields = nullable.getFields();
    return `{${Object.keys(value as object)
      .sort()
      .map((name) => `${name}:${shapeOfValue((value as Record<string, unknown>)[name], fields[name]?.type)}`)
      .join(',')}}`;
  }
  if (isEnumType(nullable) || nullable === GraphQLBoolean) return String(value);
  return 's';
}
