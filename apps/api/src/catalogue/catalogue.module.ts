// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { catalogueMessages } from '#catalogue';
import { licensingMessages } from '#licensing';
import { MatchingModule } from '../matching/index.js';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { CatalogueLayerRepository } from './catalogue-layer.repository.js';
import { CatalogueQueries } from './catalogue.queries.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { CatalogueResolver, DepartmentUsageResolver, HostDepartmentResolver, InstallationProductResolver, TitleProductResolver } from './catalogue.resolver.js';
import { ChangeCatalogue } from './change-catalogue.use-case.js';
import { EditProduct } from './edit-product.use-case.js';
import { EditingResolver, UpsertProductSuccessResolver } from './editing.resolver.js';
import { ExportPack } from './export-pack.use-case.js';
import { LoadCatalogueUpload } from './load-catalogue-upload.use-case.js';
import { LoadCatalogue } from './load-catalogue.use-case.js';
import { CATALOGUE_FOLDER, SHIPPED_CATALOGUE } from './read-catalogue-folder.js';
import { ComputeLicensePositions } from './compute-license-positions.use-case.js';
import { ContractRepository } from './contract.repository.js';
import { EntitlementQueries } from './entitlement.queries.js';
import { ContractRightsResolver, ContractStoredResolver, EntitlementResolver, EntitlementStoredResolver, ProductRightsResolver, UsageCountStoredResolver } from './entitlement.resolver.js';
import { InventoryTablesController } from './inventory-tables.controller.js';
import { InventoryTablesRepository } from './inventory-tables.repository.js';
import { KeepContracts } from './keep-contracts.use-case.js';
import { LicensePositionRepository } from './license-position.repository.js';
import { LicensePositionResolver } from './license-position.resolver.js';
import { contractMessages } from './messages.js';
import { NoticeDatesController } from './notice-dates.controller.js';
import { NoticeDatesRepository } from './notice-dates.repository.js';

const contracts = [ContractRepository, ContractRightsResolver, ContractStoredResolver, EntitlementQueries, EntitlementResolver, EntitlementStoredResolver, KeepContracts, NoticeDatesRepository, ProductRightsResolver, UsageCountStoredResolver];
const positions = [ComputeLicensePositions, LicensePositionRepository, LicensePositionResolver];

@Module({})
export class CatalogueModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  /** @param importing the stage as it was put together; it reads the files that were handed in */
  static with(importing: DynamicModule): DynamicModule {
    return {
      module: CatalogueModule,
      imports: [importing, MatchingModule],
      controllers: [InventoryTablesController, NoticeDatesController],
      providers: [
        ...contracts,
        ...positions,
        { provide: CATALOGUE_FOLDER, useValue: SHIPPED_CATALOGUE },
        CatalogueLayerRepository,
        CatalogueQueries,
        CatalogueRepository,
        CatalogueResolver,
        ChangeCatalogue,
        EditingResolver,
        EditProduct,
        ExportPack,
        DepartmentUsageResolver,
        HostDepartmentResolver,
        InstallationProductResolver,
        InventoryTablesRepository,
        LoadCatalogue,
        LoadCatalogueUpload,
        TitleProductResolver,
        UpsertProductSuccessResolver,
      ],
      exports: [LoadCatalogue],
    };
  }

  onModuleInit(): void {
    this.texts.add(catalogueMessages);
    this.texts.add(licensingMessages);
    this.texts.add(contractMessages);
  }
}
