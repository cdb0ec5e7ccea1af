// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ApolloServerPlugin } from '@apollo/server';
import { defaultFieldResolver, GraphQLError, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';
import { ProblemError } from '../problem-error.js';
import type { Identity } from './identity.js';
import { OPEN, type Need } from './needs.js';
import { beyondReach, type Owners, type Reach } from './reach.js';
import { lacking, needsOfOperation, type OperationNeeds } from './operation-needs.js';
import { refusalOf } from './refusal.js';
import { readNeeds, type PublicView, type SchemaNeeds } from './schema-needs.js';

/** Operations whose needs are kept: as many as are kept prepared. */
const MOST_OPERATIONS = 500;

interface Context {
  readonly identity: Identity;
}

/**
 * Refuses operations that somebody may not do, before any way of answering is chosen; so an answer that is kept for reuse is only handed to those who may see it. What an
 * operation needs is added up once for each document.
 */
export function guardOperations(publicView: PublicView): ApolloServerPlugin<Context> {
  let schema: GraphQLSchema;
  let declared: SchemaNeeds;
  const known = new Map<string, OperationNeeds>();
  return {
    async serverWillStart(service) {
      schema = service.schema;
      declared = readNeeds(schema, publicView);
    },
    async requestDidStart() {
      return {
        async didResolveOperation({ document, operation, operationName, queryHash, contextValue: { identity } }) {
          // said here, because a way of answering may take the only operation for the one that was named
          if (!operation) throw new GraphQLError('There is no operation of this name, or several and none is named.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { status: 400 } } });
          const key = `${queryHash}:${operationName ?? ''}`;
          let needs = known.get(key);
          if (needs === undefined) {
            needs = needsOfOperation(schema, declared, document, operation);
            known.set(key, needs);
            if (known.size > MOST_OPERATIONS) known.delete(known.keys().next().value!);
          }
          const lacks = lacking(needs, identity);
          if (lacks.length > 0) throw refused(identity, lacks);
        },
      };
    },
  };
}

/** Asks at every field of the root once more, whichever way an operation came: over a web socket there is no other guard. Changes are refused here to those whose departments they do not concern. */
export function guardRoots(schema: GraphQLSchema, publicView: PublicView, owners: Owners): GraphQLSchema {
  readNeeds(schema, publicView);
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      const need = field.extensions['needs'] as Need;
      if (need === OPEN) continue;
      const isPublic = root === schema.getQueryType() && publicView['Query']?.[field.name] !== undefined;
      const guarded = (resolve: GraphQLFieldResolver<unknown, Context>): GraphQLFieldResolver<unknown, Context> => (parent, given, context, info) => {
        const { permissions } = context.identity;
        if (!permissions.has(need) && !(isPublic && permissions.has('public:read'))) throw refused(context.identity, [need]);
        return resolve(parent, given, context, info);
      };
      const reach = field.extensions['reach'] as Reach | undefined;
      if (root === schema.getSubscriptionType()) field.subscribe = guarded(field.subscribe!);
      else field.resolve = guarded(reach === undefined ? (field.resolve ?? defaultFieldResolver) : withinReach(field.resolve!, reach, owners));
    }
  }
  return schema;
}

function withinReach(resolve: GraphQLFieldResolver<unknown, Context>, reach: Reach, owners: Owners): GraphQLFieldResolver<unknown, Context> {
  return async (parent, given, context, info) => {
    const { departments } = context.identity;
    const beyond = departments === 'ALL' ? null : await beyondReach(reach, (given['input'] ?? {}) as Record<string, unknown>, departments, owners);
    if (beyond !== null) throw unreachable(beyond, given['input'] as Record<string, unknown>);
    return resolve(parent, given, context, info) as unknown;
  };
}

function unreachable(beyond: Exclude<Awaited<ReturnType<typeof beyondReach>>, null>, input: Readonly<Record<string, unknown>>): GraphQLError {
  const problem = beyond === 'WHOLE' ? { code: 'ACCESS.WHOLE_ADMINISTRATION' } : { code: 'ACCESS.OTHER_DEPARTMENT', path: beyond.field, what: beyond.type, id: String(input[beyond.field] ?? '–') };
  return new GraphQLError(problem.code, { originalError: new ProblemError(problem) });
}

function refused(identity: Identity, lacks: Parameters<typeof refusalOf>[1]): GraphQLError {
  const { status, problem } = refusalOf(identity, lacks);
  const headers = status === 401 ? new Map([['www-authenticate', 'Bearer']]) : new Map<string, string>();
  return new GraphQLError(problem.code, { originalError: new ProblemError(problem), extensions: { http: { status, headers } } });
}
