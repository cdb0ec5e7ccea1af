// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type OnModuleInit } from '@nestjs/common';
import { catalogueMessages } from '#catalogue';
import { licensingMessages } from '#licensing';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { CatalogueResolver, HostDepartmentResolver, InstallationProductResolver, TitleProductResolver } from './catalogue.resolver.js';
import { LoadCatalogue } from './load-catalogue.use-case.js';

@Module({ providers: [CatalogueQueries, CatalogueResolver, TitleProductResolver, InstallationProductResolver, HostDepartmentResolver, CatalogueRepository, LoadCatalogue], exports: [LoadCatalogue] })
export class CatalogueModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  onModuleInit(): void {
    this.texts.add(catalogueMessages);
    this.texts.add(licensingMessages);
  }
}
