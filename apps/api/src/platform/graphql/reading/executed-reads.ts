// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { defaultFieldResolver, isObjectType, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { columnOf } from './column.js';
import { ReadCompiler } from './compile-read.js';
import { ReadDatabase } from './read-database.js';
import { ProblemError } from '../../problem-error.js';
import { ReadModel, type RootField } from './read-type.js';
import { Statement, UnusableArgument } from './statement.js';

/** Objects that came from the database under their response keys; all others carry their values under the names of their fields. */
const readObjects = new WeakSet<object>();

/** Answers read fields inside the ordinary executor: one statement for the whole field, whatever is asked below it. */
@Injectable()
export class Reads {
  constructor(
    private readonly model: ReadModel,
    private readonly database: ReadDatabase,
  ) {}

  /** The field of Query that is being resolved. */
  async root(info: GraphQLResolveInfo): Promise<unknown> {
    const read = this.model.rootOf(info.fieldName);
    if (!read) throw new Error(`Query.${info.fieldName} is not defined as readable`);
    return this.answer(info, (compiler) => compiler.root(info.fieldNodes, read));
  }

  /** One row of a type by its database id, for `node`, payloads of mutations and the like; null where it is gone. */
  async one(type: string, id: number | string, info: GraphQLResolveInfo): Promise<unknown> {
    const read = this.model.type(type);
    const answer = await this.answer(info, (compiler) => {
      const row = compiler.statement.alias();
      const isRow = `${row}.id::text = ${compiler.statement.placeholder('text', () => String(id))}`;
      return compiler.object(read, row, info.fieldNodes, `FROM ${read.relation} AS ${row} WHERE ${isRow}`);
    });
    return answer === null ? null : asRead({ ...(answer as object), __typename: type });
  }

  private async answer(info: GraphQLResolveInfo, compile: (compiler: ReadCompiler) => string): Promise<unknown> {
    const statement = new Statement();
    const compiler = new ReadCompiler(this.model, info.schema, info.fragments, info.variableValues, statement);
    try {
      const sql = compile(compiler);
      const values = statement.valuesFor(info.variableValues);
      const whole = `SELECT (${sql})::text`;
      const text = await (info.operation.operation === 'mutation' ? this.database.valueOfPrimary(whole, values) : this.database.value(whole, values));
      return text === null ? null : asRead(JSON.parse(text));
    } catch (failure) {
      if (failure instanceof UnusableArgument) throw new ProblemError(failure.problem);
      throw failure;
    }
  }
}

/** What a resolver of a field with arguments returns: its part of the answer that was read in one piece, under its response key. */
export function answered<T>(parent: object, info: GraphQLResolveInfo): T {
  return asRead((parent as Record<string, T>)[columnOf(String(info.path.key))] as T);
}

function asRead<T>(value: T): T {
  if (Array.isArray(value)) value.forEach(asRead);
  else if (typeof value === 'object' && value !== null) readObjects.add(value);
  return value;
}

/**
 * Lets every field of a read object find its part of the answer under its response key. The framework gives each field a resolver that looks under
 * the field's own name; it stays for objects of the same types that the program computes.
 */
export function readByResponseKey(schema: GraphQLSchema, model: ReadModel): GraphQLSchema {
  const names = model.typeNames.flatMap((name) => [name, `${name}Connection`, `${name}Edge`]);
  for (const name of [...names, 'PageInfo']) {
    const type = schema.getType(name);
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const byName = field.resolve ?? defaultFieldResolver;
      field.resolve = (parent: object, given, context, info) =>
        readObjects.has(parent) && columnOf(String(info.path.key)) in parent ? answered(parent, info) : byName(parent, given, context, info);
    }
  }
  return schema;
}

export type { RootField };
