// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { ApolloDriverConfig } from '@nestjs/apollo';
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { LOG, type Log } from '../logging/log.token.js';
import { BoundedDriver } from './bounded-driver.js';
import { formatFailure, nameRequests, presentProblem, presentUnexpected } from './failures.js';
import { limitRule, MOST_TOKENS } from './limits.js';
import { NodeResolver } from './node.resolver.js';
import { OpenSubscriptions } from './open-subscriptions.js';
import { ProblemTexts } from './problem.types.js';
import { ReadDatabase, ReadModel, Reads, directAnswers, readByResponseKey, writeAnswer } from './reading/index.js';
import { sayWhenAway } from './say-when-away.js';
import { subscriptionRules } from './subscriptions.js';
import { trustDocuments, trustedContextOf } from './trust-documents.js';
import type { TrustedDocuments } from './trusted-documents.js';
import { countOperations } from '../metrics/count-operations.js';
import { Metrics } from '../metrics/metrics.js';
import { traceOperations } from '../tracing/trace-operations.js';
import { TRACING, type Tracing } from '../tracing/tracing.js';
import { guardOperations, guardRoots } from '../permissions/guard-operations.js';
import { Identify } from '../permissions/identity.js';
import { Owners } from '../permissions/reach.js';
import type { PublicView } from '../permissions/schema-needs.js';

/** What the read path needs; global, because every feature reads. */
@Global()
@Module({ providers: [ReadModel, Reads, ProblemTexts, NodeResolver], exports: [ReadModel, Reads, ProblemTexts] })
export class ReadingModule {}

/** Serves the schema that the features' resolvers make up. */
@Module({})
export class GraphqlModule {
  static with(options: { schemaFile: string | true; publicView: PublicView; isExplorerOn: boolean; mostSubscriptions: number; trustedDocuments: TrustedDocuments }): DynamicModule {
    const open = new OpenSubscriptions(options.mostSubscriptions);
    return {
      module: GraphqlModule,
      providers: [{ provide: OpenSubscriptions, useValue: open }],
      imports: [
        ReadingModule,
        GraphQLModule.forRootAsync<ApolloDriverConfig>({
          driver: BoundedDriver,
          inject: [ReadModel, ReadDatabase, ProblemTexts, LOG, Identify, Owners, Metrics, TRACING],
          useFactory: (model: ReadModel, database: ReadDatabase, texts: ProblemTexts, log: Log, identify: Identify, owners: Owners, metrics: Metrics, tracing: Tracing | null) => ({
            autoSchemaFile: options.schemaFile,
            sortSchema: true,
            introspection: options.isExplorerOn,
            graphiql: false,
            ...(options.trustedDocuments.mode === 'only' ? { persistedQueries: false } : {}), // nobody has the server keep documents
            csrfPrevention: true,
            allowBatchedHttpRequests: false,
            parseOptions: { maxTokens: MOST_TOKENS },
            validationRules: [limitRule],
            subscriptions: subscriptionRules(identify, open, options.trustedDocuments) as never,
            preserveHttpStatusForExecutionErrors: false, // an answer that is not modified is 304
            transformSchema: (schema) => guardRoots(readByResponseKey(schema, model), options.publicView, owners),
            plugins: [
              ...(tracing ? [traceOperations(tracing)] : []),
              countOperations(metrics),
              trustDocuments(options.trustedDocuments),
              nameRequests(),
              sayWhenAway(),
              guardOperations(options.publicView), // before any answer
              ApolloServerPluginCacheControlDisabled(),
              ApolloServerPluginLandingPageDisabled(),
              directAnswers(model, database, (problem) => presentProblem(problem, texts), (failure, { requestId }) => presentUnexpected(failure, requestId, texts, log)),
            ],
            stringifyResult: writeAnswer,
            formatError: (formatted, failure) => formatFailure(formatted, failure, texts, log),
            context: trustedContextOf(options.trustedDocuments),
          }),
        }),
      ],
    };
  }
}
