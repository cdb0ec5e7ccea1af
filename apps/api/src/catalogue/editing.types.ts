// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Type } from '@nestjs/common';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ChangedMeanwhileProblem, InputProblem, NotFoundProblem, Problem } from '../platform/graphql/problem.types.js';
import { DateScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { AlternativeKind, Product } from './catalogue.types.js';

export enum CatalogueUploadKind {
  CATALOGUE = 'CATALOGUE',
  ENDOFLIFE = 'ENDOFLIFE',
}
registerEnumType(CatalogueUploadKind, { name: 'CatalogueUploadKind', description: 'Catalogue files, packs and publiccode.yml, told apart by what stands in them; or release cycles of endoflife.date.' });

@InputType({ description: 'What to load into the catalogue.' })
export class LoadCatalogueInput {
  @Field(() => ID, { nullable: true, description: 'The `uploadId` that POST /imports answered; without it the shared base that comes with the program.' })
  uploadId?: string;
  @Field(() => CatalogueUploadKind, { defaultValue: CatalogueUploadKind.CATALOGUE, description: 'How the upload is read.' })
  kind!: CatalogueUploadKind;
  @Field(() => String, { nullable: true, description: 'Category key for a publiccode.yml, in place of the one that fits best.' })
  category?: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Only say what would change.' })
  dryRun!: boolean;
}

@ObjectType({ description: 'A field that is not as it was.' })
export class CatalogueFieldChange {
  @Field({ description: 'Field as in catalogue files.' })
  field!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'What it said.' })
  before!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'What it says.' })
  after!: unknown;
}

@ObjectType({ description: 'An entry of the catalogue that is not as it was.' })
export class CatalogueChange {
  @Field({ description: 'ADDED, CHANGED, REMOVED.' })
  change!: string;
  @Field({ description: 'VENDOR, CATEGORY, PRODUCT.' })
  entity!: string;
  @Field({ description: 'Key of the entry.' })
  key!: string;
  @Field({ description: 'Its name.' })
  name!: string;
  @Field(() => [CatalogueFieldChange], { description: 'Fields that differ; empty for what was added or removed.' })
  fields!: CatalogueFieldChange[];
}

@ObjectType({ description: 'The catalogue is as it was asked for.' })
export class LoadCatalogueSuccess {
  @Field({ description: 'True where nothing was stored.' })
  dryRun!: boolean;
  @Field(() => [CatalogueChange], { description: 'What is, or would be, not as it was; empty where everything was there already.' })
  changes!: CatalogueChange[];
}

@ObjectType({ implements: () => [Problem], description: 'Nothing was stored: everything that stands in the way, each with its place.' })
export class CatalogueRefusal extends Problem {
  @Field(() => [InputProblem], { description: 'All problems; the first one is also said above.' })
  problems!: InputProblem[];
}

@InputType({ description: 'A product, or single fields of a known one. A field that is not given is not spoken of.' })
export class UpsertProductInput {
  @Field(() => String, { nullable: true, description: 'Key or global id; made from the name where it is not given.' })
  key?: string;
  @Field(() => Int, { nullable: true, description: 'The revision of the product that was read; left out for a new one. Refused where somebody else has changed it meanwhile.' })
  revision?: number | null;
  @Field(() => String, { nullable: true, description: 'Name.' })
  name?: string;
  @Field(() => String, { nullable: true, description: 'Key or name of the vendor; a name that nobody has becomes a new vendor.' })
  vendor?: string;
  @Field(() => String, { nullable: true, description: 'Key of the category.' })
  category?: string;
  @Field(() => String, { nullable: true, description: 'SPDX expression or a usual spelling; LicenseRef-proprietary where it may not be used freely.' })
  license?: string;
  @Field(() => [String], { nullable: true, description: 'Names under which inventories list it.' })
  aliases?: string[];
  @Field(() => [String], { nullable: true, description: 'Forms: desktop, server, saas, mobile, library, operating-system, appliance.' })
  distribution?: string[];
  @Field(() => Boolean, { nullable: true, description: 'Whether it is a specialised procedure (Fachverfahren).' })
  specialisedProcedure?: boolean;
  @Field(() => String, { nullable: true, description: 'TYPICAL, POSSIBLE, NO; null where it is not known.' })
  personalData?: string | null;
  @Field(() => [String], { nullable: true, description: 'Functions, by key of the category.' })
  functions?: string[];
  @Field(() => JsonScalar, { nullable: true, description: 'Identifiers: { purl, cpe, winget, debian, wikidata, endoflife }.' })
  identifiers?: unknown;
  @Field(() => [String], { nullable: true, description: 'Keys of earlier products of which it is the successor.' })
  replaces?: string[];
  @Field(() => JsonScalar, { nullable: true, description: 'Who offers paid support: a list of { provider, url }.' })
  support?: unknown;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which an open alternative was looked for and none was found.' })
  noneKnownOn?: string | null;
  @Field(() => [String], { nullable: true, description: 'Fields whose override is taken back (as `overrides.field` names them): what the base says counts again.' })
  reset?: string[];
  @Field(() => String, { nullable: true, description: 'Why it is said; kept with every field.' })
  reason?: string;
  @Field(() => String, { nullable: true, description: 'Where it is said: an https address.' })
  source?: string;
}

@ObjectType({ description: 'The product as it is now.' })
export class UpsertProductSuccess {
  @Field(() => Product, { description: 'The product.' })
  product!: unknown;
}

@InputType({ description: 'A public page that speaks of a replacement.' })
export class EvidenceInput {
  @Field({ description: 'Address, https only.' })
  url!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which the page was read and said so; without it the evidence counts as not verified.' })
  checkedOn?: string;
  @Field(() => String, { nullable: true, description: 'The administration that replaced the product.' })
  administration?: string;
  @Field(() => String, { nullable: true, description: 'What it says.' })
  note?: string;
}

@InputType({ description: 'An open-source product that can replace another one.' })
export class ProposeAlternativeInput {
  @Field({ description: 'Key or global id of the product that is replaced.' })
  product!: string;
  @Field(() => Int, { description: 'The revision of that product that was read.' })
  revision!: number;
  @Field({ description: 'Key or global id of the open-source product; its license has to be ALLOWED.' })
  alternative!: string;
  @Field(() => AlternativeKind, { description: 'How far it reaches.' })
  kind!: AlternativeKind;
  @Field(() => [String], { defaultValue: [], description: 'Functions of the category that it covers.' })
  covers!: string[];
  @Field(() => [String], { defaultValue: [], description: 'Functions of the category that it lacks.' })
  missing!: string[];
  @Field(() => [String], { defaultValue: [], description: 'Products needed beside it; only for NEEDS_COMPLEMENT.' })
  complements!: string[];
  @Field(() => [String], { defaultValue: [], description: 'Formats and interfaces that carry over.' })
  carriesOver!: string[];
  @Field(() => [EvidenceInput], { defaultValue: [], description: 'Public pages that speak of it.' })
  evidence!: EvidenceInput[];
  @Field(() => String, { nullable: true, description: 'What hurts on the way, in German.' })
  notesDe?: string;
  @Field(() => String, { nullable: true, description: 'What hurts on the way, in English.' })
  notesEn?: string;
  @Field(() => String, { nullable: true, description: 'Why it is proposed.' })
  reason?: string;
}

@InputType({ description: 'An alternative that is none here.' })
export class DismissAlternativeInput {
  @Field({ description: 'Key or global id of the product.' })
  product!: string;
  @Field(() => Int, { description: 'The revision of that product that was read.' })
  revision!: number;
  @Field({ description: 'Key or global id of the alternative.' })
  alternative!: string;
  @Field({ description: 'Why it is none here.' })
  reason!: string;
}

@InputType({ description: 'What to say of the pack.' })
export class ExportCataloguePackInput {
  @Field({ description: 'Stable name of the pack: lower-case-words-with-hyphens.' })
  name!: string;
  @Field({ description: 'Who shares it.' })
  publisher!: string;
  @Field({ defaultValue: '1', description: 'Version, as the publisher counts.' })
  version!: string;
  @Field({ defaultValue: 'CC0-1.0', description: 'License of the content, as SPDX expression.' })
  license!: string;
  @Field(() => String, { nullable: true, description: 'Where it can be got: an https address.' })
  url?: string;
}

@ObjectType({ description: 'Own entries and overrides as a file for other administrations.' })
export class ExportCataloguePackSuccess {
  @Field({ description: 'The pack: YAML with a header.' })
  text!: string;
  @Field({ description: 'SHA-256 of its content.' })
  sha256!: string;
}

function payloadOf(name: string, success: Type<unknown>, ...problems: Type<Problem>[]) {
  return createUnionType({
    name: `${name}Payload`,
    description: `What ${name} answers: success, or what stands in the way.`,
    types: () => [success, CatalogueRefusal, InputProblem, NotFoundProblem, ...problems] as const,
    resolveType: (value: { __typename?: string }) => value.__typename ?? success.name,
  });
}

export const LoadCataloguePayload = payloadOf('LoadCatalogue', LoadCatalogueSuccess);
export const UpsertProductPayload = payloadOf('UpsertProduct', UpsertProductSuccess, ChangedMeanwhileProblem);
export const ExportCataloguePackPayload = payloadOf('ExportCataloguePack', ExportCataloguePackSuccess);
