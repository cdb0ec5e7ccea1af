// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { InputProblem, answerOf } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CentsScalar, CountScalar, DateScalar, InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { JobStarted } from '../platform/jobs/jobs.types.js';

export enum ImportScope {
  SOURCE = 'SOURCE',
  HOSTS = 'HOSTS',
  PARTS = 'PARTS',
}
registerEnumType(ImportScope, {
  name: 'ImportScope',
  description: 'What a file speaks of.',
  valuesMap: {
    SOURCE: { description: 'All of its source: what it does not list is gone.' },
    HOSTS: { description: 'The machines it names: what it does not list on them is gone, other machines stay as they are.' },
    PARTS: { description: 'Parts of what is on the machines it names: only what it says to be gone is gone.' },
  },
});

@ObjectType({ implements: () => [Node], description: 'A file that was read into the inventory.' })
export class Import extends Node {
  @Field({ description: 'Name of the source; a source’s newest import is its inventory.' })
  source!: string;
  @Field({ description: 'Name of the file.' })
  fileName!: string;
  @Field({ description: 'Format, detected from content.' })
  format!: string;
  @Field(() => ImportScope, { description: 'What the file spoke of.' })
  scope!: ImportScope;
  @Field({ description: 'Whether machines are kept under pseudonyms.' })
  pseudonymised!: boolean;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was undone as a whole; null while it counts.' })
  undoneAt!: string | null;
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
  @Field(() => CountScalar, { description: 'Installations and register entries that stayed with other details.' })
  installationsChanged!: number;
  @Field(() => CountScalar, { description: 'Installations and register entries that were there before, as they are.' })
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
  @Field(() => String, { nullable: true, description: 'Who works at it; dropped unless an import was asked to keep it.' })
  userName!: string | null;
  @Field(() => Int, { description: 'Grows with every change, an import’s too.' })
  revision!: number;
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
  @Field(() => InstantScalar, { description: 'When an inventory last confirmed it.' })
  lastSeenAt!: string;
  @Field(() => Import, { description: 'The import that brought it.' })
  firstSeenIn!: unknown;
}

@ObjectType({ description: 'A title in a version that was observed on a host and is not there any more.' })
export class PastInstallation {
  @Field(() => Host, { description: 'The machine.' })
  host!: unknown;
  @Field(() => Title, { description: 'The raw name.' })
  title!: unknown;
  @Field(() => String, { nullable: true, description: 'The version as the source stated it.' })
  version!: string | null;
  @Field({ description: 'Name of the source.' })
  source!: string;
  @Field(() => InstantScalar, { description: 'When it was first seen.' })
  firstSeenAt!: string;
  @Field(() => InstantScalar, { description: 'When an inventory last confirmed it.' })
  lastSeenAt!: string;
  @Field(() => InstantScalar, { description: 'When an inventory no longer listed it.' })
  goneAt!: string;
}

@ObjectType({ description: 'A title in use according to a register; how often is unknown.' })
export class RegisterEntry {
  @Field(() => Title, { description: 'The raw name.' })
  title!: unknown;
  @Field({ description: 'Name of the source.' })
  source!: string;
  @Field(() => Int, { nullable: true, description: 'Users, where the register says it.' })
  users!: number | null;
  @Field(() => Int, { nullable: true, description: 'Machines, where the register counts them.' })
  devices!: number | null;
  @Field(() => Int, { nullable: true, description: 'Rights, where the register says it.' })
  seats!: number | null;
  @Field(() => CentsScalar, { nullable: true, description: 'Cost per year in euro cents, where the register says it.' })
  costPerYearCents!: number | null;
}

export const ImportOrderField = orderFieldsOf('Import', { IMPORTED_AT: 'IMPORTED_AT' });
export const HostOrderField = orderFieldsOf('Host', { NAME: 'NAME' });
export const TitleOrderField = orderFieldsOf('Title', { RAW: 'RAW', INSTALLATIONS: 'INSTALLATIONS' });
export const PastInstallationOrderField = orderFieldsOf('PastInstallation', { GONE: 'GONE' });
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
  @Field(() => Boolean, { nullable: true, description: 'Only those of no organisational unit, or only those of one.' })
  isUnassigned?: boolean;
  @Field(() => ID, { nullable: true, description: 'With this product on it.' })
  product?: string;
}

@InputType({ description: 'Which titles.' })
export class TitleFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
  @Field(() => ID, { nullable: true, description: 'Titles of the same family as this one: what a decision about it covers.' })
  familyOf?: string;
}

@InputType({ description: 'Which past installations.' })
export class PastInstallationFilter {
  @Field(() => ID, { nullable: true, description: 'On this host.' })
  host?: string;
  @Field(() => ID, { nullable: true, description: 'Under this raw name.' })
  title?: string;
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
export const PastInstallationConnection = connectionOf(PastInstallation, 'past installations');
export const InstallationConnection = connectionOf(Installation, 'installations');
export const ImportListArgs = listArgsOf(ImportFilter, orderOf('Import', ImportOrderField));
export const HostListArgs = listArgsOf(HostFilter, orderOf('Host', HostOrderField));
export const TitleListArgs = listArgsOf(TitleFilter, orderOf('Title', TitleOrderField));
export const PastInstallationListArgs = listArgsOf(PastInstallationFilter, orderOf('PastInstallation', PastInstallationOrderField));
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
  @Field(() => Boolean, { defaultValue: false, description: 'True where the file tells about the machines it names only, and not about all of its source.' })
  partial!: boolean;
  @Field(() => String, { nullable: true, description: 'The machine of records that name none.' })
  host?: string;
  @Field(() => Boolean, { nullable: true, description: 'Keeps machines under pseudonyms (HMAC-SHA-256 with the key of FAHRPLAN_PSEUDONYM_KEY); as the source’s last import unless given.' })
  pseudonymise?: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'Keeps the names of people at machines, which are dropped otherwise.' })
  keepUserNames!: boolean;
  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Changes nothing, and shows in `Job.summary.preview` what would change: `added`, `removed`, `changed`, `newTitles`, `conflicts`, at most 100 of each. The upload is used up.',
  })
  dryRun!: boolean;
}

@ObjectType({ description: 'The import was queued.' })
export class StartImportSuccess extends JobStarted {}

export const StartImportPayload = answerOf('startImport', StartImportSuccess);

@InputType({ description: 'Which import to take back.' })
export class UndoImportInput {
  @Field(() => ID, { description: 'Global id of the import.' })
  id!: string;
  @Field(() => Boolean, { defaultValue: false, description: 'Changes nothing, and shows in `Job.summary` what would become of it.' })
  dryRun!: boolean;
  @Field(() => Boolean, { defaultValue: false, description: 'What later imports or people confirmed or changed again stays as they have it; without this, it stands in the way.' })
  acceptConflicts!: boolean;
}

@ObjectType({ description: 'The undoing was queued.' })
export class UndoImportSuccess extends JobStarted {}

export const UndoImportPayload = answerOf('undoImport', UndoImportSuccess);
export { InputProblem };
