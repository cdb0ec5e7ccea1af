// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Injectable } from '@nestjs/common';
import { GraphQLError, type GraphQLResolveInfo, type GraphQLSchema } from 'graphql';
import { columnOf } from './column.js';
import { ReadCompiler } from './compile-read.js';
import { ReadDatabase } from './read-database.js';
import { ReadModel, type RootField } from './read-type.js';
import { Statement, UnusableArgument } from './statement.js';

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
    return answer === null ? null : { ...(answer as object), __typename: type };
  }

  private async answer(info: GraphQLResolveInfo, compile: (compiler: ReadCompiler) => string): Promise<unknown> {
    const statement = new Statement();
    const compiler = new ReadCompiler(this.model, info.schema, info.fragments, info.variableValues, statement);
    try {
      const sql = compile(compiler);
      const text = await this.database.value(`SELECT (${sql})::text`, statement.valuesFor(info.variableValues));
      return text === null ? null : JSON.parse(text);
    } catch (failure) {
      if (failure instanceof UnusableArgument) throw new GraphQLError(failure.problem.code, { extensions: { code: 'BAD_USER_INPUT', problem: failure.problem } });
      throw failure;
    }
  }
}

/** What a resolver of a field with arguments returns: its part of the answer that was read in one piece, under its response key. */
export function answered<T>(parent: object, info: GraphQLResolveInfo): T {
  return (parent as Record<string, T>)[columnOf(String(info.path.key))] as T;
}

/** Lets every plain field of readable types find its part of the answer under its response key. */
export function readByResponseKey(schema: GraphQLSchema, model: ReadModel): GraphQLSchema {
  const names = model.typeNames.flatMap((name) => [name, `${name}Connection`, `${name}Edge`]);
  for (const name of [...names, 'PageInfo']) {
    const type = schema.getType(name);
    if (!type || !('getFields' in type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (!('resolve' in field) || field.resolve === undefined) {
        (field as { resolve?: unknown }).resolve = (parent: object, _arguments: unknown, _context: unknown, info: GraphQLResolveInfo) => answered(parent, info);
      }
    }
  }
  return schema;
}

export type { RootField };
