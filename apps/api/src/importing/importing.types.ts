// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InputProblem, answerOf } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CentsScalar, CountScalar, DateScalar, InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { JobStarted } from '../platform/jobs/jobs.types.js';

@ObjectType({ implements: () => [Node], description: 'A file that was read into the inventory.' })
export class Import extends Node {
  @Field({ description: 'Name of the source; a source’s newest import is its inventory.' })
  source!: string;
  @Field({ description: 'Name of the file.' })
  fileName!: string;
  @Field({ description: 'Format, detected from content.' })
  format!: string;
  @Field(() => JsonScalar, { description: 'Column of the file → field.' })
  mapping!: unknown;
  @Field(() => CountScalar, { description: 'Records read.' })
  records!: number;
  @Field(() => CountScalar, { description: 'Records taken.' })
  accepted!: number;
  @Field(() => CountScalar, { description: 'Records refused.' })
  rejected!: number;
  @Field(() => CountScalar, { description: 'Installations and register entries that are new.' })
  installationsAdded!: number;
  @Field(() => CountScalar, { description: 'Installations and register entries that are gone.' })
  installationsRemoved!: number;
  @Field(() => CountScalar, { description: 'Installations and register entries that were there before.' })
  installationsUnchanged!: number;
  @Field(() => Int, { description: 'Raw titles that were never seen before.' })
  titlesNew!: number;
  @Field(() => Int, { description: 'Of these, recognised.' })
  titlesMatched!: number;
  @Field(() => Int, { description: 'Of these, waiting for a person.' })
  titlesQueued!: number;
  @Field(() => Import, { nullable: true, description: 'The earlier import of the same content; then nothing was changed.' })
  duplicateOf!: unknown;
  @Field(() => InstantScalar, { description: 'When it was imported.' })
  importedAt!: string;
  @Field(() => [ImportProblem], { description: 'Lines and cells that could not be taken, at most 1,000.' })
  problems!: ImportProblem[];
}

@ObjectType({ description: 'A line or cell of a file that could not be taken.' })
export class ImportProblem {
  @Field({ description: 'Stable code.' })
  code!: string;
  @Field({ description: 'What is wrong and what to do, in English.' })
  message!: string;
  @Field({ description: 'The same in German.' })
  messageDe!: string;
  @Field(() => String, { nullable: true, description: 'The file.' })
  file!: string | null;
  @Field(() => Int, { nullable: true, description: 'Line, from 1.' })
  line!: number | null;
  @Field(() => Int, { nullable: true, description: 'Column, from 1.' })
  column!: number | null;
  @Field(() => String, { nullable: true, description: 'Path to the field.' })
  path!: string | null;
}

@ObjectType({ implements: () => [Node], description: 'A machine on which software was observed.' })
export class Host extends Node {
  @Field({ description: 'Name, in lower case.' })
  name!: string;
  @Field(() => CountScalar, { description: 'Installations on it.' })
  installationCount!: number;
}

@ObjectType({ implements: () => [Node], description: 'A raw name under which a source lists software.' })
export class Title extends Node {
  @Field({ description: 'The name as the source spells it.' })
  raw!: string;
  @Field(() => String, { nullable: true, description: 'The vendor as the source spells it.' })
  vendor!: string | null;
  @Field(() => String, { nullable: true, description: 'Package URL.' })
  purl!: string | null;
  @Field(() => String, { nullable: true, description: 'CPE name.' })
  cpe!: string | null;
  @Field(() => CountScalar, { description: 'Installations under this name.' })
  installationCount!: number;
  @Field(() => Int, { description: 'Hosts with this name.' })
  hostCount!: number;
  @Field(() => Int, { description: 'Register entries under this name.' })
  registerEntryCount!: number;
}

@ObjectType({ description: 'A title in a version, observed on a host.' })
export class Installation {
  @Field(() => Host, { description: 'The machine.' })
  host!: unknown;
  @Field(() => Title, { description: 'The raw name.' })
  title!: unknown;
  @Field(() => String, { nullable: true, description: 'The version as the source states it.' })
  version!: string | null;
  @Field({ description: 'Name of the source.' })
  source!: string;
  @Field(() => DateScalar, { nullable: true, description: 'Day of installation, where the source says it.' })
  installedOn!: string | null;
  @Field(() => InstantScalar, { description: 'When it was first seen.' })
  firstSeenAt!: string;
}

@ObjectType({ description: 'A title in use according to a register; how often is unknown.' })
export class RegisterEntry {
  @Field(() => Title, { description: 'The raw name.' })
  title!: unknown;
  @Field({ description: 'Name of the source.' })
  source!: string;
  @Field(() => Int, { nullable: true, description: 'Users, where the register says it.' })
  users!: number | null;
  @Field(() => Int, { nullable: true, description: 'Rights, where the register says it.' })
  seats!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Cost per year in euro cents, where the register says it.' })
  costPerYearCents!: number | null;
}

export const ImportOrderField = orderFieldsOf('Import', { IMPORTED_AT: 'IMPORTED_AT' });
export const HostOrderField = orderFieldsOf('Host', { NAME: 'NAME' });
export const TitleOrderField = orderFieldsOf('Title', { RAW: 'RAW', INSTALLATIONS: 'INSTALLATIONS' });
export const InstallationOrderField = orderFieldsOf('Installation', { HOST: 'HOST' });

@InputType({ description: 'Which imports.' })
export class ImportFilter {
  @Field(() => String, { nullable: true, description: 'Name of the source.' })
  source?: string;
}

@InputType({ description: 'Which hosts.' })
export class HostFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
  @Field(() => ID, { nullable: true, description: 'Organisational unit.' })
  department?: string;
}

@InputType({ description: 'Which titles.' })
export class TitleFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
}

@InputType({ description: 'Which installations.' })
export class InstallationFilter {
  @Field(() => ID, { nullable: true, description: 'On this host.' })
  host?: string;
  @Field(() => ID, { nullable: true, description: 'Under this raw name.' })
  title?: string;
  @Field(() => ID, { nullable: true, description: 'Of this product.' })
  product?: string;
  @Field(() => ID, { nullable: true, description: 'In this organisational unit.' })
  department?: string;
}

export const ImportConnection = connectionOf(Import, 'imports');
export const HostConnection = connectionOf(Host, 'hosts');
export const TitleConnection = connectionOf(Title, 'titles');
export const InstallationConnection = connectionOf(Installation, 'installations');
export const ImportListArgs = listArgsOf(ImportFilter, orderOf('Import', ImportOrderField));
export const HostListArgs = listArgsOf(HostFilter, orderOf('Host', HostOrderField));
export const TitleListArgs = listArgsOf(TitleFilter, orderOf('Title', TitleOrderField));
export const InstallationListArgs = listArgsOf(InstallationFilter, orderOf('Installation', InstallationOrderField));

@InputType({ description: 'A column of the file and what it stands for.' })
export class ColumnMappingInput {
  @Field({ description: 'Name of the column in the file.' })
  column!: string;
  @Field({ description: 'title, vendor, version, host, department, users, seats, installedOn, source, costPerYear, contractEndsOn, license, purl or cpe.' })
  field!: string;
}

@InputType({ description: 'A file that was handed in with `POST /imports`, and how to read it.' })
export class StartImportInput {
  @Field(() => ID, { description: 'What `POST /imports` answered.' })
  uploadId!: string;
  @Field(() => String, { nullable: true, description: 'Name of the source whose inventory the file is; the file’s name unless given.' })
  source?: string;
  @Field(() => String, { nullable: true, description: 'Format; detected from content unless given.' })
  format?: string;
  @Field(() => [ColumnMappingInput], { nullable: true, description: 'Columns that are not to be guessed.' })
  mapping?: ColumnMappingInput[];
  @Field(() => Boolean, { defaultValue: false, description: 'Shows what would change, and changes nothing.' })
  dryRun!: boolean;
}

@ObjectType({ description: 'The import was queued.' })
export class StartImportSuccess extends JobStarted {}

export const StartImportPayload = answerOf('startImport', StartImportSuccess);
export { InputProblem };
