// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Kind, getVariableValues, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import type { Variables } from './argument.js';
import { columnOf } from './column.js';
import { ReadCompiler } from './compile-read.js';
import type { ReadModel } from './read-type.js';
import { collectFields, type Fragments } from './selection.js';
import { shapeOf } from './shape.js';
import { Statement } from './statement.js';

/** Shapes kept per operation; beyond it the oldest goes. */
const MOST_SHAPES = 64;
const NOT_DIRECT = Symbol('not direct');

/** A whole operation as one SQL statement whose single value is the text of `data`. */
export interface CompiledOperation {
  readonly text: string;
  valuesFor(variables: Variables): unknown[];
}

/**
 * An operation of which every root field is read from the database, ready to be compiled for each shape of its variables. Null from `prepare` where
 * the operation needs the ordinary executor: mutations, introspection, fields that are computed in the program.
 */
export class DirectOperation {
  private readonly shapes = new Map<string, CompiledOperation | typeof NOT_DIRECT>();

  private constructor(
    private readonly schema: GraphQLSchema,
    private readonly model: ReadModel,
    private readonly operation: OperationDefinitionNode,
    private readonly fragments: Fragments,
  ) {}

  static prepare(schema: GraphQLSchema, model: ReadModel, document: DocumentNode, operationName: string | null | undefined): DirectOperation | null {
    const operations = document.definitions.filter((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
    const operation = operationName ? operations.find((one) => one.name?.value === operationName) : operations.length === 1 ? operations[0] : undefined;
    if (operation?.operation !== 'query') return null;
    const fragments = Object.fromEntries(
      document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION).map((one) => [one.name.value, one]),
    );
    return new DirectOperation(schema, model, operation, fragments);
  }

  /** Coerced variables, or null where they are wrong: the ordinary executor says how. */
  coerce(inputs: Variables | null | undefined): Variables | null {
    return getVariableValues(this.schema, this.operation.variableDefinitions ?? [], inputs ?? {}).coerced ?? null;
  }

  /** The statement for variables of this shape, or null where it cannot be answered by one. */
  for(variables: Variables): CompiledOperation | null {
    const shape = shapeOf(this.schema, this.operation, variables);
    let compiled = this.shapes.get(shape);
    if (compiled === undefined) {
      compiled = this.compile(variables) ?? NOT_DIRECT;
      this.shapes.set(shape, compiled);
      if (this.shapes.size > MOST_SHAPES) this.shapes.delete(this.shapes.keys().next().value!);
    }
    return compiled === NOT_DIRECT ? null : compiled;
  }

  private compile(variables: Variables): CompiledOperation | null {
    const statement = new Statement();
    const compiler = new ReadCompiler(this.model, this.schema, this.fragments, variables, statement);
    const columns: string[] = [];
    for (const [key, nodes] of collectFields('Query', new Set(), [this.operation.selectionSet], this.fragments, variables)) {
      const name = nodes[0]!.name.value;
      const root = this.model.rootOf(name);
      if (name === '__typename') columns.push(`'Query'::text AS "${key}"`);
      else if (root && columnOf(key) === key) columns.push(`${compiler.root(nodes, root)} AS "${key}"`);
      else return null;
    }
    if (hasLongKeys(this.operation, this.fragments)) return null;
    return { text: `SELECT row_to_json(d)::text FROM (SELECT ${columns.join(', ')}) AS d`, valuesFor: (values) => statement.valuesFor(values) };
  }
}

/** Keys that PostgreSQL would cut travel under another name, which only the ordinary executor turns back. */
function hasLongKeys(operation: OperationDefinitionNode, fragments: Fragments): boolean {
  const isLong = (node: unknown): boolean => {
    if (Array.isArray(node)) return node.some(isLong);
    if (typeof node !== 'object' || node === null) return false;
    const { kind, alias, selectionSet, selections } = node as { kind?: string; alias?: { value: string }; selectionSet?: unknown; selections?: unknown };
    if (kind === Kind.FIELD && alias && columnOf(alias.value) !== alias.value) return true;
    return isLong(selectionSet) || isLong(selections);
  };
  return isLong(operation) || Object.values(fragments).some(isLong);
}
