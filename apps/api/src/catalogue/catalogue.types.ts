// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FieldOrigin } from '../importing/index.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CentsScalar, CountScalar, DateScalar, InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { Needs } from '../platform/permissions/needs.js';

export enum OpenSourceVerdict {
  ALLOWED = 'ALLOWED',
  DENIED = 'DENIED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(OpenSourceVerdict, { name: 'OpenSourceVerdict', description: 'Whether software may be used freely for any purpose (open source in the sense of principle M1).' });

export enum AlternativeKind {
  FULL = 'FULL',
  PARTIAL = 'PARTIAL',
  NEEDS_COMPLEMENT = 'NEEDS_COMPLEMENT',
  COEXISTENCE = 'COEXISTENCE',
}
registerEnumType(AlternativeKind, { name: 'AlternativeKind', description: 'How far an alternative reaches: all of the product, a part, all of it with complements, or beside it.' });

@ObjectType({ implements: () => [Node], description: 'A maker of software: a company, foundation, project or public body.' })
export class Vendor extends Node {
  @Field({ description: 'Stable key.' })
  key!: string;
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2.' })
  country!: string | null;
  @Field(() => [String], { description: 'Other names, as inventories spell them.' })
  aliases!: string[];
  @Field(() => Int, { description: 'Products of this vendor in the catalogue.' })
  productCount!: number;
}

@ObjectType({ implements: () => [Node], description: 'A license expression with its verdict.' })
export class License extends Node {
  @Field({ description: 'SPDX license expression.' })
  expression!: string;
  @Field(() => OpenSourceVerdict, { description: 'Open source in the sense of M1.' })
  verdict!: OpenSourceVerdict;
  @Field({ description: 'Class: PERMISSIVE, WEAK_COPYLEFT, STRONG_COPYLEFT, NETWORK_COPYLEFT, PUBLIC_DOMAIN, SOURCE_AVAILABLE, NON_COMMERCIAL, PROPRIETARY, UNKNOWN.' })
  class!: string;
  @Field(() => Boolean, { nullable: true, description: 'Approved by the Open Source Initiative; null where it is not known.' })
  osiApproved!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Called free by the Free Software Foundation; null where it is not known.' })
  fsfLibre!: boolean | null;
  @Field(() => JsonScalar, { description: 'The proof of the verdict: a tree that follows the expression.' })
  proof!: unknown;
}

@ObjectType({ description: 'Something that software of a category can do.' })
export class ProductFunction {
  @Field({ description: 'Key, as `Alternative.covers` and `missing` name it.' })
  key!: string;
  @Field({ description: 'German name.' })
  nameDe!: string;
  @Field({ description: 'English name.' })
  nameEn!: string;
}

@ObjectType({ description: 'A kind of software, as people in an administration call it.' })
export class Category {
  @Field({ description: 'Stable key.' })
  key!: string;
  @Field({ description: 'German name.' })
  nameDe!: string;
  @Field({ description: 'English name.' })
  nameEn!: string;
  @Field(() => [String], { description: 'Categories of the publiccode.yml vocabulary.' })
  publiccode!: string[];
  @Field(() => [ProductFunction], { description: 'What software of this category can do.' })
  functions!: ProductFunction[];
}

@ObjectType({ description: 'A supported line of a product.' })
export class ReleaseCycle {
  @Field({ description: 'The line as its maker counts it.' })
  cycle!: string;
  @Field(() => DateScalar, { nullable: true, description: 'First release.' })
  releasedOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of security fixes for everyone; null where it is not known or not set.' })
  endOfSupportOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Where this is said.' })
  source!: string | null;
}

export enum CatalogueLayerKind {
  BASE = 'BASE',
  FILE = 'FILE',
  PACK = 'PACK',
  OWN = 'OWN',
}
registerEnumType(CatalogueLayerKind, {
  name: 'CatalogueLayerKind',
  description: 'Who speaks: the shared base that comes with the program, files loaded beside it, a pack of another administration, the administration itself. Later ones have the last word.',
});

@ObjectType({ implements: () => [Node], description: 'One source of catalogue entries.' })
export class CatalogueLayer extends Node {
  @Field(() => CatalogueLayerKind, { description: 'Who speaks.' })
  kind!: CatalogueLayerKind;
  @Field({ description: 'Name of the pack; base, files or own.' })
  name!: string;
  @Field(() => JsonScalar, { description: 'Where it comes from: for a pack { publisher, publishedOn, version, license, url, sha256 }.' })
  provenance!: unknown;
  @Field(() => InstantScalar, { description: 'When it was last loaded.' })
  loadedAt!: string;
  @Field(() => CountScalar, { description: 'Products that it describes.' })
  productCount!: number;
  @Field(() => CountScalar, { description: 'Fields and alternatives of known products that it says otherwise.' })
  statementCount!: number;
}

@ObjectType({ description: 'A field, or an alternative, of which somebody says something else than the shared base.' })
export class ProductOverride {
  @Field({ description: 'Field of the product as in catalogue files, or alternatives.KEY.' })
  field!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'What is said; null: the field is empty, the alternative is none.' })
  value!: unknown;
  @Field(() => String, { nullable: true, description: 'Why.' })
  reason!: string | null;
  @Field(() => JsonScalar, { nullable: true, description: 'Where from: { url, checkedOn, verified }.' })
  source!: unknown;
  @Field(() => CatalogueLayer, { description: 'The layer that says it.' })
  layer!: unknown;
  @Field({ description: 'Who said it, or loaded the pack that does.' })
  statedBy!: string;
  @Field(() => InstantScalar, { description: 'When.' })
  statedAt!: string;
}

@ObjectType({ description: 'A field of a product that somebody here changed.' })
export class ProductEdit {
  @Field(() => InstantScalar, { description: 'When.' })
  at!: string;
  @Field({ description: 'Field of the product as in catalogue files.' })
  field!: string;
  @Field(() => JsonScalar, { nullable: true, description: 'What it said.' })
  before!: unknown;
  @Field(() => JsonScalar, { nullable: true, description: 'What it says since.' })
  after!: unknown;
}

@ObjectType({ description: 'Use of a product in one organisational unit.' })
export class DepartmentUsage {
  @Field(() => Department, { description: 'The unit.' })
  department!: unknown;
  @Field(() => CountScalar, { description: 'Installations on hosts of the unit.' })
  installations!: number;
}

@ObjectType({ description: 'Use of one product in an organisational unit.' })
export class ProductUsage {
  @Field(() => Product, { description: 'The product.' })
  product!: unknown;
  @Field(() => CountScalar, { description: 'Installations on hosts of the unit.' })
  installations!: number;
}

@Needs('inventory:read')
@ObjectType({ description: 'How an import changed the number of installations of a product.' })
export class UsageChange {
  @Field(() => InstantScalar, { description: 'When it was imported.' })
  importedAt!: string;
  @Field({ description: 'Name of the file.' })
  fileName!: string;
  @Field(() => CountScalar, { description: 'Installations seen for the first time.' })
  added!: number;
  @Field(() => CountScalar, { description: 'Installations that were not there any more.' })
  removed!: number;
  @Field(() => CountScalar, { description: 'Installations after it.' })
  installations!: number;
}

@ObjectType({ description: 'A connection between two products over which data flows.' })
export class ProductInterface {
  @Field(() => Product, { description: 'Where the data come from.' })
  from!: unknown;
  @Field(() => Product, { description: 'Where they go to.' })
  to!: unknown;
  @Field({ description: 'Kind of interface.' })
  kind!: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is an open standard; null where it is not known.' })
  openStandard!: boolean | null;
}

@ObjectType({ implements: () => [Node], description: 'An open-source product that can replace a product.' })
export class Alternative extends Node {
  @Field(() => Product, { description: 'The open-source product.' })
  product!: unknown;
  @Field(() => Product, { description: 'The product that it replaces.' })
  replaces!: unknown;
  @Field(() => AlternativeKind, { description: 'How far it reaches.' })
  kind!: AlternativeKind;
  @Field(() => Float, { nullable: true, description: 'Share of functions covered, 0 to 1; null where nobody has looked.' })
  coverage01!: number | null;
  @Field(() => [String], { description: 'Functions covered (keys of the category).' })
  covers!: string[];
  @Field(() => [String], { description: 'Functions missing.' })
  missing!: string[];
  @Field(() => [String], { description: 'Formats and interfaces that carry over.' })
  carriesOver!: string[];
  @Field(() => [String], { description: 'Keys of the products that are needed beside it; only for NEEDS_COMPLEMENT.' })
  complements!: string[];
  @Field(() => CatalogueLayerKind, { description: 'Who says so.' })
  origin!: CatalogueLayerKind;
  @Field({ description: 'Whether a public source names both sides.' })
  verified!: boolean;
  @Field(() => JsonScalar, { description: 'Sources: a list of { url, checkedOn, verified, administration, note }.' })
  evidence!: unknown;
  @Field(() => String, { nullable: true, description: 'What hurts on the way, in German.' })
  notesDe!: string | null;
  @Field(() => String, { nullable: true, description: 'What hurts on the way, in English.' })
  notesEn!: string | null;
}

@ObjectType({ implements: () => [Node], description: 'A piece of software by name and vendor; not a version.' })
export class Product extends Node {
  @Field({ description: 'Stable key.' })
  key!: string;
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => Int, { description: 'Grows with every change of what is said of it.' })
  revision!: number;
  @Field(() => Vendor, { nullable: true, description: 'Who makes it.' })
  vendor!: Vendor | null;
  @Field(() => Category, { description: 'What kind of software it is.' })
  category!: Category;
  @Field(() => License, { nullable: true, description: 'License with verdict; null where it is not known.' })
  license!: License | null;
  @Field({ description: 'Whether it is made for one administrative task (Fachverfahren).' })
  specialisedProcedure!: boolean;
  @Field(() => String, { nullable: true, description: 'Personal data: TYPICAL, POSSIBLE or NO; null where it is not known.' })
  personalData!: string | null;
  @Field(() => [String], { description: 'Forms: desktop, server, saas, mobile, library, operating-system, appliance.' })
  distribution!: string[];
  @Field(() => [String], { description: 'Names under which inventories list it.' })
  aliases!: string[];
  @Field(() => [String], { description: 'What it can do (keys of the functions of its category).' })
  functions!: string[];
  @Field(() => JsonScalar, { description: 'Identifiers: { purl, cpe, winget, debian, wikidata, endoflife }.' })
  identifiers!: unknown;
  @Field(() => JsonScalar, { description: 'Sources: a list of { url, checkedOn, verified }.' })
  sources!: unknown;
  @Field(() => DateScalar, { nullable: true, description: 'Day on which an open alternative was looked for and none was found.' })
  noneKnownOn!: string | null;
  @Field(() => CatalogueLayerKind, { description: 'Who brought it into the catalogue.' })
  origin!: CatalogueLayerKind;
  @Field(() => [ProductOverride], { description: 'What the administration, or a pack, says otherwise than the entry.' })
  overrides!: ProductOverride[];
  @Field(() => [ProductEdit], { description: 'How people here changed its fields, the newest first; what an update of the shared base or a file changed is not among it.' })
  edits!: ProductEdit[];
  @Field(() => [String], { description: 'Keys of earlier products of which it is the successor.' })
  replacesKeys!: string[];
  @Field(() => JsonScalar, { nullable: true, description: 'A published price: { amountCents, per, period, note, source }.' })
  cost!: unknown;
  @Field(() => JsonScalar, { description: 'Who offers paid support: a list of { provider, url }.' })
  support!: unknown;
  @Field(() => [ReleaseCycle], { description: 'Supported lines, the newest first.' })
  releaseCycles!: ReleaseCycle[];
  @Field(() => CountScalar, { description: 'Observed installations, from the maintained summary.' })
  installationCount!: number;
  @Field(() => Int, { description: 'Raw titles recognised as this product.' })
  titleCount!: number;
  @Field(() => Int, { description: 'Entries of application registers that name it; they say nothing about how often it is installed.' })
  registerEntryCount!: number;
  @Field(() => [DepartmentUsage], { description: 'Where it is installed, the most first.' })
  usageByDepartment!: DepartmentUsage[];
  @Field(() => [UsageChange], { description: 'How the number of installations came about, import by import, the oldest first. Titles count as what they are recognised as today.' })
  usageHistory!: UsageChange[];
  @Field(() => [ProductInterface], { description: 'Interfaces from and to other products.' })
  interfaces!: ProductInterface[];
}

@ObjectType({ implements: () => [Node], description: 'A node of the administration’s tree (Amt, Fachbereich).' })
export class Department extends Node {
  @Field({ description: 'Stable key.' })
  key!: string;
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => Department, { nullable: true, description: 'The unit above.' })
  parent!: unknown;
  @Field(() => [FieldOrigin], { description: 'Where its fields come from.' })
  provenance!: unknown;
  @Field(() => [Department], { description: 'The units right below it, by name.' })
  children!: unknown;
  @Field(() => Int, { nullable: true, description: 'People who use IT there; null where it is not known.' })
  users!: number | null;
  @Field(() => Int, { nullable: true, description: 'How much change it bears in a period; null where nobody has said so.' })
  changeLoadLimit!: number | null;
  @Field(() => Int, { description: 'Machines that belong to it, without those of the units below it.' })
  hostCount!: number;
  @Field(() => CountScalar, { description: 'Installations of known products on them.' })
  installationCount!: number;
  @Field(() => Int, { description: 'Products that are installed on them.' })
  productCount!: number;
  @Field(() => Int, { description: 'Grows with every change.' })
  revision!: number;
}

@ObjectType({ description: 'The next way out of a contract.' })
export class Termination {
  @Field(() => DateScalar, { description: 'Last day of the contract if notice is given in time.' })
  endsOn!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Last day on which notice can be received; null where the contract ends by itself.' })
  noticeBy!: string | null;
  @Field(() => Int, { description: 'How often it will have renewed by then.' })
  renewals!: number;
}

@ObjectType({ implements: () => [Node], description: 'What was bought: metric, quantity, cost, term, notice period.' })
export class Contract extends Node {
  @Field({ description: 'Contract number.' })
  number!: string;
  @Field(() => Product, { nullable: true, description: 'The product, where the contract names one.' })
  product!: unknown;
  @Field(() => Vendor, { nullable: true, description: 'The other side.' })
  vendor!: unknown;
  @Field(() => Department, { nullable: true, description: 'Who pays.' })
  department!: unknown;
  @Field({ description: 'What is counted: NAMED_USER, CONCURRENT_USER, DEVICE, CORE, SERVER, SUBSCRIPTION, SITE.' })
  metric!: string;
  @Field(() => Int, { nullable: true, description: 'Quantity in units of the metric; null where the contract names none.' })
  seats!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Cost per year in euro cents; null where it is not known.' })
  costPerYearCents!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'First day.' })
  startsOn!: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Last day of the running term; null for an unlimited contract.' })
  endsOn!: string | null;
  @Field(() => String, { nullable: true, description: 'Product or subject, as the register of contracts writes it.' })
  title!: string | null;
  @Field(() => String, { nullable: true, description: 'The other side, as the register of contracts writes it.' })
  vendorName!: string | null;
  @Field(() => [FieldOrigin], { description: 'Where its fields come from.' })
  provenance!: unknown;
  @Field(() => Int, { nullable: true, description: 'Notice period in months.' })
  noticePeriodMonths!: number | null;
  @Field(() => Int, { nullable: true, description: 'Notice period in days, where it is not in months.' })
  noticePeriodDays!: number | null;
  @Field(() => String, { nullable: true, description: 'To the end of what notice can be given, for contracts without end: any-day, month-end, quarter-end, year-end.' })
  noticeTo!: string | null;
  @Field(() => Int, { nullable: true, description: 'Months by which it renews itself when nobody gives notice; null when it ends.' })
  renewalMonths!: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'Next last day to give notice, in this term or a later one; null where it ends by itself, can be ended from any day on, or nobody knows the notice period.' })
  noticeBy!: string | null;
  @Field(() => Termination, { nullable: true, description: 'Its next way out; null where it has ended or its notice period is not known.' })
  nextTermination!: Termination | null;
}

export const ProductOrderField = orderFieldsOf('Product', { NAME: 'NAME', INSTALLATIONS: 'INSTALLATIONS', VENDOR: 'VENDOR' });
export const CategoryOrderField = orderFieldsOf('Category', { KEY: 'KEY' });
export const VendorOrderField = orderFieldsOf('Vendor', { NAME: 'NAME' });
export const DepartmentOrderField = orderFieldsOf('Department', { NAME: 'NAME', USERS: 'USERS' });
export const ContractOrderField = orderFieldsOf('Contract', { ENDS_ON: 'ENDS_ON', COST: 'COST', NUMBER: 'NUMBER', NOTICE_BY: 'NOTICE_BY' });
export const AlternativeOrderField = orderFieldsOf('Alternative', { RANK: 'RANK', COVERAGE: 'COVERAGE' });
export const LicenseOrderField = orderFieldsOf('License', { EXPRESSION: 'EXPRESSION' });

@InputType({ description: 'Which products.' })
export class ProductFilter {
  @Field(() => String, { nullable: true, description: 'What people call it: name, alias, vendor, category, function, or a product that it can replace; other forms of a word, compounds and typing errors are understood. The best come first unless orderBy is given.' })
  search?: string;
  @Field(() => String, { nullable: true, description: 'What the name means: one product where it is clear, several where a vendor is called so or several names hold it as a word. Those called so come first unless orderBy is given.' })
  named?: string;
  @Field(() => OpenSourceVerdict, { nullable: true, description: 'Verdict of the license.' })
  openSource?: OpenSourceVerdict;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is installed or in a register.' })
  inUse?: boolean;
  @Field(() => String, { nullable: true, description: 'Key of the category.' })
  category?: string;
  @Field(() => String, { nullable: true, description: 'Key of the vendor.' })
  vendor?: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether it is a specialised procedure (Fachverfahren).' })
  specialisedProcedure?: boolean;
  @Field(() => Boolean, { nullable: true, description: 'Whether an open alternative is known.' })
  hasAlternative?: boolean;
  @Field(() => ID, { nullable: true, description: 'Installed in this organisational unit.' })
  department?: string;
  @Field(() => [String], { nullable: true, description: 'One of these keys.' })
  keys?: string[];
}

@InputType({ description: 'Which categories.' })
export class CategoryFilter {
  @Field(() => String, { nullable: true, description: 'Part of the German or English name.' })
  search?: string;
}

@InputType({ description: 'Which vendors.' })
export class VendorFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
  @Field(() => String, { nullable: true, description: 'Country, ISO 3166-1 alpha-2.' })
  country?: string;
}

@InputType({ description: 'Which organisational units.' })
export class DepartmentFilter {
  @Field(() => [String], { nullable: true, description: 'Those with these keys.' })
  keys?: string[];
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
}

@InputType({ description: 'Which contracts.' })
export class ContractFilter {
  @Field(() => DateScalar, { nullable: true, description: 'Running term ends on or before this day.' })
  endsUntil?: string;
  @Field(() => DateScalar, { nullable: true, description: 'Notice has to be given on or before this day, and not before today.' })
  noticeUntil?: string;
  @Field(() => String, { nullable: true, description: 'Contract number.' })
  number?: string;
  @Field(() => String, { nullable: true, description: 'Key of the product.' })
  product?: string;
  @Field(() => String, { nullable: true, description: 'Part of the number, of the subject, or of the name of the product or the other side.' })
  search?: string;
}

@InputType({ description: 'Which alternatives.' })
export class AlternativeFilter {
  @Field(() => String, { nullable: true, description: 'Key of the product that is replaced.' })
  product?: string;
  @Field(() => [AlternativeKind], { nullable: true, description: 'One of these kinds.' })
  kinds?: AlternativeKind[];
}

@InputType({ description: 'Which licenses.' })
export class LicenseFilter {
  @Field(() => OpenSourceVerdict, { nullable: true, description: 'Verdict.' })
  verdict?: OpenSourceVerdict;
}

@InputType({ description: 'Which layers.' })
export class CatalogueLayerFilter {
  @Field(() => CatalogueLayerKind, { nullable: true, description: 'Who speaks.' })
  kind?: CatalogueLayerKind;
}

export const CatalogueLayerOrderField = orderFieldsOf('CatalogueLayer', { LOADED_AT: 'LOADED_AT', NAME: 'NAME' });
export const CatalogueLayerConnection = connectionOf(CatalogueLayer, 'catalogue layers');
export const CatalogueLayerListArgs = listArgsOf(CatalogueLayerFilter, orderOf('CatalogueLayer', CatalogueLayerOrderField));
export const ProductConnection = connectionOf(Product, 'products');
export const CategoryConnection = connectionOf(Category, 'categories');
export const VendorConnection = connectionOf(Vendor, 'vendors');
export const DepartmentConnection = connectionOf(Department, 'departments');
export const ContractConnection = connectionOf(Contract, 'contracts');
export const AlternativeConnection = connectionOf(Alternative, 'alternatives');
export const LicenseConnection = connectionOf(License, 'licenses');
export const ProductListArgs = listArgsOf(ProductFilter, orderOf('Product', ProductOrderField));
export const CategoryListArgs = listArgsOf(CategoryFilter, orderOf('Category', CategoryOrderField));
export const VendorListArgs = listArgsOf(VendorFilter, orderOf('Vendor', VendorOrderField));
export const DepartmentListArgs = listArgsOf(DepartmentFilter, orderOf('Department', DepartmentOrderField));
export const ContractListArgs = listArgsOf(ContractFilter, orderOf('Contract', ContractOrderField));
export const AlternativeListArgs = listArgsOf(AlternativeFilter, orderOf('Alternative', AlternativeOrderField));
export const LicenseListArgs = listArgsOf(LicenseFilter, orderOf('License', LicenseOrderField));
