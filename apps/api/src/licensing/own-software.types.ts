// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { CalendarDate } from '#kernel';
import type { Outcome } from '#licensing';
import { answerOf, ChangedMeanwhileProblem, InputProblem, Problem } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { DateScalar, JsonScalar } from '../platform/graphql/scalars.js';
import type { SbomFinding } from './licensing.types.js';
import { PolicyOutcome } from './policy.types.js';

@ObjectType({ description: 'A part of own software, as its bill of materials names it.' })
export class OwnSoftwarePart {
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Version.' })
  version!: string | null;
  @Field(() => String, { nullable: true, description: 'Package URL.' })
  purl!: string | null;
  @Field(() => String, { nullable: true, description: 'License as the file states it; null where it says nothing.' })
  license!: string | null;
}

@ObjectType({ implements: () => [Node], description: 'Software of the administration itself (principle M2).' })
export class OwnSoftware extends Node {
  @Field({ description: 'Stable key.' })
  key!: string;
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'What it is, or is to be, published under; null where undecided.' })
  license!: string | null;
  @Field({ description: 'Whether that license is open source for certain.' })
  isOpen!: boolean;
  @Field(() => String, { nullable: true, description: 'Where its source can be read; null where it is not published.' })
  repositoryUrl!: string | null;
  @Field({ description: 'Whether it is published under an open license.' })
  isPublished!: boolean;
  @Field(() => String, { nullable: true, description: 'concept, development, beta, stable, obsolete.' })
  developmentStatus!: string | null;
  @Field(() => String, { nullable: true, description: 'Version.' })
  softwareVersion!: string | null;
  @Field(() => JsonScalar, { description: 'All that is known for its publiccode.yml, as in that file.' })
  publiccode!: unknown;
  @Field(() => String, { nullable: true, description: 'Bill of materials its parts were read from; null before the first.' })
  partsFile!: string | null;
  @Field(() => Int, { description: 'Parts in it.' })
  partCount!: number;
  @Field(() => Int, { description: 'Grows with every change.' })
  revision!: number;
}

@ObjectType({ description: 'Something that stands in the way of publication.' })
export class PublicationObstacle {
  @Field({ description: 'LICENSE_UNDECIDED, LICENSE_NOT_OPEN, PART_REJECTED, PART_UNCLEAR, NO_PARTS_KNOWN, NOT_PUBLISHED.' })
  code!: string;
  @Field({ description: 'What to do, in German.' })
  sentenceDe!: string;
  @Field({ description: 'What to do, in English.' })
  sentenceEn!: string;
}

@ObjectType({ description: 'Whether own software is published, and whether it may be: its parts against its license.' })
export class PublicationCheck {
  @Field({ description: 'Key of the software.' })
  key!: string;
  @Field({ description: 'Name of the software.' })
  name!: string;
  @Field({ description: 'Whether it is published under an open license.' })
  isPublished!: boolean;
  @Field(() => String, { nullable: true, description: 'License of the whole; null where undecided.' })
  license!: string | null;
  @Field({ description: 'Policy the parts were checked against.' })
  policy!: string;
  @Field({ description: 'Its version.' })
  policyVersion!: string;
  @Field(() => String, { nullable: true, description: 'Loaded compatibility matrix that went before our own table; null where none did.' })
  matrix!: string | null;
  @Field(() => DateScalar, { description: 'Day of the check.' })
  checkedOn!: CalendarDate;
  @Field(() => PolicyOutcome, { description: 'Whether it may be published.' })
  verdict!: Outcome;
  @Field(() => [PublicationObstacle], { description: 'What stands in the way, in the order in which to mend it; empty where nothing does.' })
  obstacles!: PublicationObstacle[];
  @Field(() => Int, { description: 'Parts that were checked.' })
  components!: number;
  @Field(() => Int, { description: 'Parts that fit.' })
  approved!: number;
  @Field(() => Int, { description: 'Parts that a person has to decide on.' })
  review!: number;
  @Field(() => Int, { description: 'Parts that do not fit.' })
  rejected!: number;
  /** Every finding; the interface shows a part of them. */
  allFindings!: readonly SbomFinding[];
}

@ObjectType({ description: 'How much of the own software is published (principle M2).' })
export class PublicationShare {
  @Field(() => Int, { description: 'Own software in the register.' })
  total!: number;
  @Field(() => Int, { description: 'Of it, published under an open license.' })
  published!: number;
  @Field(() => Float, { nullable: true, description: 'Share, 0 to 1; null where the register is empty.' })
  share01!: number | null;
}

@InputType({ description: 'What the software is for, in one language.' })
export class OwnSoftwareTextInput {
  @Field({ description: 'Language, BCP 47.' })
  language!: string;
  @Field({ description: 'One line, at most 150 characters.' })
  shortDescription!: string;
  @Field({ description: '150 to 10,000 characters.' })
  longDescription!: string;
  @Field(() => [String], { description: 'What it can do.' })
  features!: string[];
}

@InputType({ description: 'Somebody to ask.' })
export class OwnSoftwareContactInput {
  @Field({ description: 'Name.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'E-mail address.' })
  email?: string | null;
}

@InputType({ description: 'Own software for the register. What is left out stays as it is, null takes it away.' })
export class UpsertOwnSoftwareInput {
  @Field({ description: 'Stable key: small letters, digits, dashes.' })
  key!: string;
  @Field(() => Int, { nullable: true, description: 'The revision that was read; left out for a new one. Refused where somebody else has changed it meanwhile.' })
  revision?: number | null;
  @Field(() => String, { nullable: true, description: 'Name; needed for a new one.' })
  name?: string | null;
  @Field(() => String, { nullable: true, description: 'SPDX license expression, or another spelling of it.' })
  license?: string | null;
  @Field(() => String, { nullable: true, description: 'Where its source can be read by everybody; null where it is not published.' })
  repositoryUrl?: string | null;
  @Field(() => String, { nullable: true, description: 'Version.' })
  softwareVersion?: string | null;
  @Field(() => DateScalar, { nullable: true, description: 'Day of that version.' })
  releasedOn?: string | null;
  @Field(() => String, { nullable: true, description: 'concept, development, beta, stable, obsolete.' })
  developmentStatus?: string | null;
  @Field(() => String, { nullable: true, description: 'standalone/web, library, addon …, as in the standard.' })
  softwareType?: string | null;
  @Field(() => [String], { nullable: true, description: 'web, linux, windows, mac, android, ios …' })
  platforms?: string[] | null;
  @Field(() => [String], { nullable: true, description: 'Categories of the standard.' })
  categories?: string[] | null;
  @Field(() => String, { nullable: true, description: 'Name of the administration.' })
  organisationName?: string | null;
  @Field(() => String, { nullable: true, description: 'URI of the administration.' })
  organisationUri?: string | null;
  @Field(() => String, { nullable: true, description: 'Who holds the copyright.' })
  mainCopyrightOwner?: string | null;
  @Field(() => String, { nullable: true, description: 'internal, contract, community, none.' })
  maintenanceType?: string | null;
  @Field(() => [OwnSoftwareContactInput], { nullable: true, description: 'Whom to ask.' })
  contacts?: OwnSoftwareContactInput[] | null;
  @Field(() => [String], { nullable: true, description: 'Languages of its interface, BCP 47.' })
  availableLanguages?: string[] | null;
  @Field(() => [OwnSoftwareTextInput], { nullable: true, description: 'What it is for, in each language.' })
  texts?: OwnSoftwareTextInput[] | null;
}

@InputType({ description: 'A publiccode.yml to take in.' })
export class RegisterPubliccodeInput {
  @Field(() => ID, { description: 'The `uploadId` that POST /imports answered.' })
  uploadId!: string;
  @Field(() => String, { nullable: true, description: 'Key in the register; made of the name unless given.' })
  key?: string | null;
  @Field(() => Int, { nullable: true, description: 'The revision that was read; left out for a new one. Refused where somebody else has changed it meanwhile, unless the file says what is there.' })
  revision?: number | null;
}

@InputType({ description: 'A bill of materials of own software.' })
export class SetOwnSoftwarePartsInput {
  @Field({ description: 'Key of the software.' })
  key!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
  @Field(() => ID, { description: 'The `uploadId` that POST /imports answered: CycloneDX or SPDX.' })
  uploadId!: string;
}

@InputType({ description: 'Own software to take out of the register.' })
export class RemoveOwnSoftwareInput {
  @Field({ description: 'Its key.' })
  key!: string;
  @Field(() => Int, { description: 'The revision that was read.' })
  revision!: number;
}

@InputType({ description: 'Which own software.' })
export class OwnSoftwareFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
  @Field(() => [String], { nullable: true, description: 'One of these keys.' })
  keys?: string[];
  @Field(() => Boolean, { nullable: true, description: 'Whether it is published under an open license.' })
  isPublished?: boolean;
}

@InputType({ description: 'Which parts.' })
export class OwnSoftwarePartFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
}

@ObjectType({ description: 'The software is in the register.' })
export class OwnSoftwareStored {
  @Field(() => OwnSoftware, { description: 'The software as it is now.' })
  software!: unknown;
  @Field({ description: 'False where nothing was different.' })
  changed!: boolean;
}

@ObjectType({ description: 'The software is no longer in the register.' })
export class OwnSoftwareRemoved {
  @Field({ description: 'The key it had.' })
  key!: string;
}

@ObjectType({ implements: () => [Problem], description: 'A publiccode.yml that is not valid: everything that is to mend, each with its path and line.' })
export class PubliccodeProblem extends Problem {
  @Field(() => [InputProblem], { description: 'Every problem, in the order of the file.' })
  problems!: InputProblem[];
}

export const OwnSoftwareOrderField = orderFieldsOf('OwnSoftware', { NAME: 'NAME' });
export const OwnSoftwarePartOrderField = orderFieldsOf('OwnSoftwarePart', { PLACE: 'PLACE' });
export const OwnSoftwareConnection = connectionOf(OwnSoftware, 'own software');
export const OwnSoftwarePartConnection = connectionOf(OwnSoftwarePart, 'parts');
export const OwnSoftwareListArgs = listArgsOf(OwnSoftwareFilter, orderOf('OwnSoftware', OwnSoftwareOrderField));
export const OwnSoftwarePartListArgs = listArgsOf(OwnSoftwarePartFilter, orderOf('OwnSoftwarePart', OwnSoftwarePartOrderField));
export const CheckPublicationPayload = answerOf('checkPublication', PublicationCheck);
export const UpsertOwnSoftwarePayload = answerOf('upsertOwnSoftware', OwnSoftwareStored, ChangedMeanwhileProblem);
export const RegisterPubliccodePayload = answerOf('registerPubliccode', OwnSoftwareStored, PubliccodeProblem, ChangedMeanwhileProblem);
export const SetOwnSoftwarePartsPayload = answerOf('setOwnSoftwareParts', OwnSoftwareStored, ChangedMeanwhileProblem);
export const RemoveOwnSoftwarePayload = answerOf('removeOwnSoftware', OwnSoftwareRemoved, ChangedMeanwhileProblem);
