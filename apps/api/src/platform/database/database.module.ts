// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Global, Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { ReadDatabase, READ_POOL, READ_STYLE } from '../graphql/reading/index.js';
import type { OpenDatabase } from './open-database.js';
import { REPLICA } from './replica.js';
import { Transactions } from './transactions.js';

/** Connection settings, for libraries that bring their own pool. */
export const CONNECTION = Symbol('CONNECTION');

/** Whether the database is the embedded one, on the disk of the data folder. */
export const IS_EMBEDDED = Symbol('IS_EMBEDDED');

/** Hands the opened database to the features; whoever opened it closes it, after the last feature has gone. */
@Global()
@Module({})
export class DatabaseModule {
  static with(database: OpenDatabase): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [TypeOrmModule.forRootAsync({ useFactory: () => database.source.options, dataSourceFactory: async () => database.source })],
      providers: [
        { provide: READ_POOL, useValue: database.readPool },
        { provide: READ_STYLE, useValue: database.readStyle },
        { provide: REPLICA, useValue: database.replica },
        { provide: CONNECTION, useValue: database.connection },
        { provide: IS_EMBEDDED, useValue: database.isEmbedded },
        { provide: Transactions, useFactory: () => new Transactions(database.source) },
        { provide: DataSource, useValue: database.source },
        ReadDatabase,
      ],
      exports: [IS_EMBEDDED, READ_POOL, CONNECTION, Transactions, ReadDatabase, DataSource],
    };
  }
}
