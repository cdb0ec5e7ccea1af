// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject } from '@nestjs/common';
import { Args, Context, Info, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import type { CatalogueChange } from '#catalogue';
import type { Problem, Result } from '#kernel';
import { answerLicense } from '#licensing';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { Reads } from '../platform/graphql/reading/index.js';
import type { RequestContext } from '../platform/graphql/request-context.js';
import { Needs } from '../platform/permissions/needs.js';
import { CATALOGUE_FOLDER } from './read-catalogue-folder.js';
import { Product } from './catalogue.types.js';
import { CatalogueRepository } from './catalogue.repository.js';
import { EditProduct, type ProductEdit } from './edit-product.use-case.js';
import * as t from './editing.types.js';
import { ExportPack } from './export-pack.use-case.js';
import { LoadCatalogueUpload } from './load-catalogue-upload.use-case.js';
import { LoadCatalogue } from './load-catalogue.use-case.js';

@Resolver()
export class EditingResolver {
  constructor(
    private readonly base: LoadCatalogue,
    private readonly upload: LoadCatalogueUpload,
    private readonly edit: EditProduct,
    private readonly pack: ExportPack,
    private readonly catalogue: CatalogueRepository,
    private readonly texts: ProblemTexts,
    @Inject(CATALOGUE_FOLDER) private readonly folder: string,
  ) {}

  @Needs('catalogue:write', 'SHARED')
  @Mutation(() => t.LoadCataloguePayload, { description: 'Loads catalogue files, a pack, a publiccode.yml, release cycles, or the shared base anew: all of it or nothing. The same again changes nothing.' })
  async loadCatalogue(@Args('input') { uploadId, kind, category, dryRun }: t.LoadCatalogueInput, @Context() context: RequestContext): Promise<unknown> {
    const request = { actorId: context.actorId, requestId: context.requestId, isDryRun: dryRun };
    const done = uploadId ? await this.upload.execute({ uploadId, kind, categoryId: category ?? undefined }, request) : await this.fromBase(request);
    return done.ok ? { __typename: 'LoadCatalogueSuccess', dryRun, changes: done.value.map(({ id, ...change }) => ({ ...change, key: id })) } : this.refuse(done.problem, context);
  }

  @Needs('catalogue:write', 'SHARED')
  @Mutation(() => t.UpsertProductPayload, { description: 'Adds a product of the administration’s own, or says single fields of a known one otherwise; survives every update of the shared base.' })
  async upsertProduct(@Args('input') { key, revision, reset, reason, source, noneKnownOn, license, personalData, ...given }: t.UpsertProductInput, @Context() context: RequestContext): Promise<unknown> {
    const fields = Object.entries({
      ...given,
      personalData: personalData && personalData.toLowerCase(),
      license: license && (answerLicense(license).expression ?? license),
      noneKnown: noneKnownOn && { lookedOn: noneKnownOn },
    }).filter(([, value]) => value !== undefined);
    return this.answer({ key: key && (await this.catalogue.keyOf(key)), fields: Object.fromEntries(fields), reset: reset ?? [], reason: reason ?? undefined, source: source ? { url: source, verified: false } : undefined, revision: revision ?? null }, 'upsertProduct', context);
  }

  @Needs('catalogue:write', 'SHARED')
  @Mutation(() => t.UpsertProductPayload, { description: 'Says that an open-source product can replace another one; one that is known already is described anew.' })
  async proposeAlternative(@Args('input') { revision, notesDe, notesEn, evidence, reason, ...input }: t.ProposeAlternativeInput, @Context() context: RequestContext): Promise<unknown> {
    const [product, alternative] = [await this.catalogue.keyOf(input.product), await this.catalogue.keyOf(input.alternative)];
    const value = {
      ...input,
      product: alternative,
      evidence: evidence.map((one) => ({ ...withoutNulls(one), verified: Boolean(one.checkedOn) })),
      ...(notesDe || notesEn ? { notes: { de: notesDe || notesEn, en: notesEn || notesDe } } : {}),
    };
    const { alternative: _named, ...fields } = value;
    return this.answer({ key: product, fields: { [`alternatives.${alternative}`]: fields }, reason: reason ?? undefined, revision }, 'proposeAlternative', context);
  }

  @Needs('catalogue:write', 'SHARED')
  @Mutation(() => t.UpsertProductPayload, { description: 'Says that an alternative of the catalogue is none here, and why.' })
  async dismissAlternative(@Args('input') { product, revision, alternative, reason }: t.DismissAlternativeInput, @Context() context: RequestContext): Promise<unknown> {
    return this.answer({ key: await this.catalogue.keyOf(product), fields: { [`alternatives.${await this.catalogue.keyOf(alternative)}`]: null }, reason, revision }, 'dismissAlternative', context);
  }

  @Needs('catalogue:read', 'SHARED')
  @Mutation(() => t.ExportCataloguePackPayload, { description: 'What the administration knows beyond the shared base, as a file for others.' })
  async exportCataloguePack(@Args('input') { url, ...input }: t.ExportCataloguePackInput, @Context() context: RequestContext): Promise<unknown> {
    const done = await this.pack.execute({ ...input, ...(url ? { url } : {}) }, context);
    return done.ok ? { __typename: 'ExportCataloguePackSuccess', ...done.value } : this.refuse(done.problem, context);
  }

  private async answer(edit: ProductEdit, operation: string, context: RequestContext): Promise<unknown> {
    const done = await this.edit.execute(edit, { actorId: context.actorId, requestId: context.requestId, operation });
    return done.ok ? { __typename: 'UpsertProductSuccess', productId: await this.catalogue.idOf(done.value) } : this.refuse(done.problem, context);
  }

  private async fromBase(request: { actorId: number; requestId: string; isDryRun: boolean }): Promise<Result<CatalogueChange[], Problem[]>> {
    const done = await this.base.execute(this.folder, request);
    return done.ok ? { ok: true, value: done.value.changes } : done;
  }

  private refuse(problems: readonly Problem[], { language }: RequestContext): unknown {
    const [first, ...others] = problems.map((problem) => this.texts.present(problem, language));
    return others.length === 0 ? first : { ...first, __typename: 'CatalogueRefusal', problems: [first, ...others] };
  }
}

@Resolver(() => t.UpsertProductSuccess)
export class UpsertProductSuccessResolver {
  constructor(private readonly reads: Reads) {}

  @ResolveField('product', () => Product)
  product(@Parent() success: { productId: number }, @Info() info: GraphQLResolveInfo) {
    return this.reads.one('Product', success.productId, info);
  }
}

function withoutNulls<T extends object>(record: T): T {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== null && value !== undefined)) as T;
}
