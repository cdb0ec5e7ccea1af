// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Type } from '@nestjs/common';
import { Field, Int, InterfaceType, ObjectType, createUnionType } from '@nestjs/graphql';
import { describeProblem, type Language, type Messages, type Problem as ProblemData } from '#kernel';
import { InstantScalar, JsonScalar } from './scalars.js';

@InterfaceType({ description: 'An expected failure: a person can cause it and mend it.', resolveType: (value: { __typename?: string }) => value.__typename })
export abstract class Problem {
  @Field({ description: 'Stable code, `STAGE.WHAT`.' })
  code!: string;
  @Field({ description: 'What is wrong and what to do, in the language of the request.' })
  message!: string;
  @Field({ description: 'The same in German.' })
  messageDe!: string;
}

@ObjectType({ implements: () => [Problem], description: 'Input that cannot be used as it is.' })
export class InputProblem extends Problem {
  @Field(() => String, { nullable: true, description: 'The file, where it sits in one.' })
  file!: string | null;
  @Field(() => Int, { nullable: true, description: 'Line in the file, from 1.' })
  line!: number | null;
  @Field(() => Int, { nullable: true, description: 'Column in the line, from 1.' })
  column!: number | null;
  @Field(() => String, { nullable: true, description: 'Path to the field.' })
  path!: string | null;
  @Field(() => JsonScalar, { description: 'The facts behind the message, by name.' })
  facts!: unknown;
}

@ObjectType({ implements: () => [Problem], description: 'Something that was named does not exist (any more).' })
export class NotFoundProblem extends Problem {
  @Field({ description: 'The id or name that was given.' })
  id!: string;
}

/** Its code; there is no other for this. */
export const CHANGED_MEANWHILE = 'PLATFORM.CHANGED_MEANWHILE';

@ObjectType({ implements: () => [Problem], description: 'Somebody else has changed it since it was read; nothing was stored. Read it again, and decide on what is there now.' })
export class ChangedMeanwhileProblem extends Problem {
  @Field(() => String, { nullable: true, description: 'Field of the input that says what was read: `revision`, or `replaces`.' })
  path!: string | null;
  @Field(() => String, { nullable: true, description: 'What the input says; null where it says that there is nothing yet.' })
  given!: string | null;
  @Field(() => String, { nullable: true, description: 'What it would have to say today; null where there is nothing.' })
  current!: string | null;
  @Field(() => String, { nullable: true, description: 'Who made the last change; null where that was no person’s doing, but an import’s for example.' })
  changedBy!: string | null;
  @Field(() => InstantScalar, { nullable: true, description: 'When; null where it is not on record by itself.' })
  changedAt!: string | null;
}

/** Sentences of all stages, put together by whoever serves them. */
export class ProblemTexts {
  private messages: Messages = {};

  add(messages: Messages): void {
    this.messages = { ...this.messages, ...messages };
  }

  describe(problem: ProblemData, language: Language): string {
    return describeProblem(problem, this.messages, language);
  }

  /** A problem as a route answers it. */
  routeBody(problem: ProblemData, language: Language): { problem: ProblemData & { message: string; messageDe: string } } {
    return { problem: { ...problem, message: this.describe(problem, language), messageDe: this.describe(problem, 'de') } };
  }

  /** A problem as GraphQL shows it; with a type name it can be a member of a union. */
  present(problem: ProblemData, language: Language): InputProblem & ChangedMeanwhileProblem & { __typename: string; id: string } {
    const { code, file, line, column, path, ...facts } = problem;
    return {
      __typename: code === CHANGED_MEANWHILE ? 'ChangedMeanwhileProblem' : code.endsWith('.NOT_FOUND') ? 'NotFoundProblem' : 'InputProblem',
      id: String(facts['id'] ?? ''),
      code,
      message: this.describe(problem, language),
      messageDe: this.describe(problem, 'de'),
      file: file ?? null,
      line: line ?? null,
      column: column ?? null,
      path: path ?? null,
      facts,
      ...changeOf(facts),
    };
  }
}

/** What a conflict says beside its sentence. */
function changeOf(facts: Readonly<Record<string, unknown>>): Pick<ChangedMeanwhileProblem, 'given' | 'current' | 'changedBy' | 'changedAt'> {
  const text = (name: string): string | null => (facts[name] === undefined || facts[name] === null || facts[name] === '–' ? null : String(facts[name]));
  return { given: text('given'), current: text('current'), changedBy: text('changedBy'), changedAt: text('changedAt') };
}

/** The answer of a mutation: its success type, or a problem; further kinds of problem where two are not enough. */
export function answerOf(name: string, success: Type<unknown>, ...problems: Type<Problem>[]) {
  return createUnionType({
    name: `${name}Payload`,
    description: `What ${name} answers: success, or the problem that stands in the way.`,
    types: () => [success, InputProblem, NotFoundProblem, ...problems] as const,
    resolveType: (value: { __typename?: string }) => value.__typename ?? success.name,
  });
}
