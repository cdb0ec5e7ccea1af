// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { randomUUID } from 'node:crypto';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import { LOG, type Log } from '../logging/log.token.js';
import { formatFailure, presentProblem } from './failures.js';
import { limitRule, MOST_TOKENS } from './limits.js';
import { NodeResolver } from './node.resolver.js';
import { ProblemTexts } from './problem.types.js';
import { ReadDatabase, ReadModel, Reads, directAnswers, readByResponseKey, writeAnswer } from './reading/index.js';
import { languageOf, requestOf, type Connection, type RequestContext } from './request-context.js';
import { subscriptionRules } from './subscriptions.js';

/** What the read path needs; global, because every feature reads. */
@Global()
@Module({ providers: [ReadModel, Reads, ProblemTexts, NodeResolver], exports: [ReadModel, Reads, ProblemTexts] })
export class ReadingModule {}

/** Serves the schema that the features' resolvers make up. */
@Module({})
export class GraphqlModule {
  static with(options: { schemaFile: string | true; actorId: number }): DynamicModule {
    return {
      module: GraphqlModule,
      imports: [
        ReadingModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: ApolloDriver,
          inject: [ReadModel, ReadDatabase, ProblemTexts, LOG],
          useFactory: (model: ReadModel, database: ReadDatabase, texts: ProblemTexts, log: Log) => ({
            autoSchemaFile: options.schemaFile,
            sortSchema: true,
            introspection: true,
            graphiql: false,
            csrfPrevention: true,
            allowBatchedHttpRequests: false,
            parseOptions: { maxTokens: MOST_TOKENS },
            validationRules: [limitRule],
            subscriptions: subscriptionRules as never,
            preserveHttpStatusForExecutionErrors: false, // an answer that is not modified is 304
            transformSchema: (schema) => readByResponseKey(schema, model),
            plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginLandingPageDisabled(), directAnswers(model, database, (problem) => presentProblem(problem, texts))],
            stringifyResult: writeAnswer,
            formatError: (formatted, failure) => formatFailure(formatted, failure, texts, log),
            context: (from: FastifyRequest | Connection): RequestContext => ({ requestId: requestOf(from).id ?? randomUUID(), language: languageOf(requestOf(from)), actorId: options.actorId }),
          }),
        }),
      ],
    };
  }
}
