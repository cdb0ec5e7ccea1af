// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Args, ID, Info, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { answered, Reads } from '../platform/graphql/reading/index.js';
import { Needs } from '../platform/permissions/needs.js';
import { Host, Installation, InstallationConnection, InstallationListArgs, Title, TitleConnection, TitleListArgs } from '../importing/index.js';
import * as t from './catalogue.types.js';

@Resolver(() => t.Product)
export class CatalogueResolver {
  constructor(private readonly reads: Reads) {}

  @Needs('catalogue:read')
  @Query(() => t.ProductConnection, { description: 'The products of the catalogue, with what is installed of each.' })
  products(@Args({ type: () => t.ProductListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('catalogue:read')
  @Query(() => t.Product, { nullable: true, description: 'One product, by global id, key or name (typing errors are forgiven); null where there is none, or where the name may mean several: products(filter: { named: … }) lists those.' })
  product(
    @Args('id', { type: () => ID, nullable: true, description: 'Global id.' }) _id: string | undefined,
    @Args('key', { type: () => String, nullable: true, description: 'Key.' }) _key: string | undefined,
    @Args('name', { type: () => String, nullable: true, description: 'Name or alias.' }) _name: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    return this.reads.root(info);
  }

  @Needs('catalogue:read')
  @Query(() => t.CategoryConnection, { description: 'The categories of the catalogue, by key.' })
  categories(@Args({ type: () => t.CategoryListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('catalogue:read')
  @Query(() => t.VendorConnection, { description: 'The vendors of the catalogue.' })
  vendors(@Args({ type: () => t.VendorListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('catalogue:read')
  @Query(() => t.LicenseConnection, { description: 'The licenses of the catalogue, each with its verdict.' })
  licenses(@Args({ type: () => t.LicenseListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('catalogue:read')
  @Query(() => t.DepartmentConnection, { description: 'The organisational units.' })
  departments(@Args({ type: () => t.DepartmentListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('contracts:read')
  @Query(() => t.ContractConnection, { description: 'The contracts, the one that ends next first.' })
  contracts(@Args({ type: () => t.ContractListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('catalogue:read')
  @Query(() => t.AlternativeConnection, { description: 'Open-source products that can replace others.' })
  alternatives(@Args({ type: () => t.AlternativeListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @Needs('catalogue:read')
  @Query(() => t.CatalogueLayerConnection, { description: 'Where the entries of the catalogue come from.' })
  catalogueLayers(@Args({ type: () => t.CatalogueLayerListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return this.reads.root(info);
  }

  @ResolveField('alternatives', () => [t.Alternative], { description: 'Open-source products that can replace it, the best first.' })
  productAlternatives(
    @Parent() product: object,
    @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) _first: number | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(product, info);
  }

  @ResolveField('contracts', () => [t.Contract], { description: 'Contracts for it, the one that ends next first.' })
  productContracts(@Parent() product: object, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }

  @ResolveField('titles', () => TitleConnection, { description: 'Raw titles recognised as it.' })
  productTitles(@Parent() product: object, @Args({ type: () => TitleListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }

  @ResolveField('installations', () => InstallationConnection, { description: 'Where it is installed.' })
  productInstallations(@Parent() product: object, @Args({ type: () => InstallationListArgs }) _args: unknown, @Info() info: GraphQLResolveInfo) {
    return answered(product, info);
  }
}

@Resolver(() => t.Department)
export class DepartmentUsageResolver {
  @ResolveField('usage', () => [t.ProductUsage], { description: 'What is installed on machines that belong to it, the most first; 100 products unless `first` is given.' })
  usage(@Parent() department: object, @Args('first', { type: () => Int, nullable: true, description: 'At most so many.' }) _first: number | undefined, @Info() info: GraphQLResolveInfo) {
    return answered(department, info);
  }
}

@Resolver(() => Title)
export class TitleProductResolver {
  @ResolveField('product', () => t.Product, { nullable: true, description: 'The product it was recognised as.' })
  product(@Parent() title: object, @Info() info: GraphQLResolveInfo) {
    return answered(title, info);
  }
}

@Resolver(() => Installation)
export class InstallationProductResolver {
  @ResolveField('product', () => t.Product, { nullable: true, description: 'The product it was recognised as.' })
  product(@Parent() installation: object, @Info() info: GraphQLResolveInfo) {
    return answered(installation, info);
  }
}

@Resolver(() => Host)
export class HostDepartmentResolver {
  @ResolveField('department', () => t.Department, { nullable: true, description: 'The organisational unit that uses it.' })
  department(@Parent() host: object, @Info() info: GraphQLResolveInfo) {
    return answered(host, info);
  }
}
