// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { answerOf, ChangedMeanwhileProblem } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { CountScalar, InstantScalar } from '../platform/graphql/scalars.js';
import { JobStarted } from '../platform/jobs/jobs.types.js';
import { Title } from '../importing/index.js';

export enum MatchVerdict {
  MATCHED = 'MATCHED',
  AMBIGUOUS = 'AMBIGUOUS',
  UNMATCHED = 'UNMATCHED',
}
registerEnumType(MatchVerdict, { name: 'MatchVerdict', description: 'Whether a raw title was recognised: surely, perhaps, or not.' });

export enum DecisionScope {
  TITLE = 'TITLE',
  FAMILY = 'FAMILY',
}
registerEnumType(DecisionScope, { name: 'DecisionScope', description: 'What a decision covers: this title in any spelling, or also its other versions, architectures and languages.' });

@ObjectType({ description: 'Why matching decided as it did.' })
export class MatchReason {
  @Field({ description: 'Stable code.' })
  code!: string;
  @Field({ description: 'In German.' })
  de!: string;
  @Field({ description: 'In English.' })
  en!: string;
}

@ObjectType({ description: 'A product that a title may be, by key and name.' })
export class MatchCandidate {
  @Field(() => ID, { description: 'Global id of the product.' })
  productId!: string;
  @Field({ description: 'Key of the product.' })
  key!: string;
  @Field({ description: 'Name of the product.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Its vendor.' })
  vendor!: string | null;
  @Field(() => Float, { description: 'How sure, 0 to 1.' })
  confidence01!: number;
}

@ObjectType({ description: 'What a raw title was recognised as.' })
export class TitleMatch {
  @Field(() => MatchVerdict, { description: 'Decision.' })
  decision!: MatchVerdict;
  @Field({ description: 'RULE, or PERSON where somebody decided.' })
  decidedBy!: string;
  @Field({ description: 'PRODUCT, or COMPONENT for updates, drivers, language packs, runtimes.' })
  role!: string;
  @Field(() => String, { nullable: true, description: 'For a component its kind: UPDATE, DRIVER, LANGUAGE_PACK, RUNTIME, ADD_ON, SUPPORT_TOOL, LIBRARY, PACKAGE_PART.' })
  componentKind!: string | null;
  @Field(() => MatchCandidate, { nullable: true, description: 'For a component the product it belongs to, where it is known.' })
  componentOf!: MatchCandidate | null;
  @Field(() => Int, { description: 'Counts the changes of this match; hand it in with a decision to be told if somebody else decided meanwhile.' })
  revision!: number;
  @Field(() => String, { nullable: true, description: 'Version in the title.' })
  version!: string | null;
  @Field(() => String, { nullable: true, description: 'Edition.' })
  edition!: string | null;
  @Field(() => String, { nullable: true, description: 'Language, BCP 47.' })
  language!: string | null;
  @Field(() => String, { nullable: true, description: 'Architecture.' })
  architecture!: string | null;
  @Field(() => Float, { description: 'How sure, 0 to 1.' })
  confidence01!: number;
  @Field(() => [MatchReason], { description: 'Why.' })
  reasons!: MatchReason[];
  @Field(() => [MatchCandidate], { description: 'What it may be, the likeliest first.' })
  candidates!: MatchCandidate[];
}

@ObjectType({ description: 'The answer of matching for a title that need not be in the inventory.' })
export class MatchAnswer {
  @Field({ description: 'The title.' })
  title!: string;
  @Field(() => MatchVerdict, { description: 'Decision.' })
  decision!: MatchVerdict;
  @Field({ description: 'PRODUCT or COMPONENT.' })
  role!: string;
  @Field(() => MatchCandidate, { nullable: true, description: 'The product, where it is matched.' })
  product!: MatchCandidate | null;
  @Field(() => String, { nullable: true, description: 'Version.' })
  version!: string | null;
  @Field(() => String, { nullable: true, description: 'Edition.' })
  edition!: string | null;
  @Field(() => Float, { description: 'How sure, 0 to 1.' })
  confidence01!: number;
  @Field(() => [MatchCandidate], { description: 'What it may be, the likeliest first.' })
  candidates!: MatchCandidate[];
  @Field(() => [MatchReason], { description: 'Why.' })
  reasons!: MatchReason[];
}

@InputType({ description: 'A title as an inventory lists it.' })
export class TitleInput {
  @Field({ description: 'The raw title.' })
  title!: string;
  @Field(() => String, { nullable: true, description: 'Vendor.' })
  vendor?: string;
  @Field(() => String, { nullable: true, description: 'Version.' })
  version?: string;
  @Field(() => String, { nullable: true, description: 'Package URL.' })
  purl?: string;
  @Field(() => String, { nullable: true, description: 'CPE name.' })
  cpe?: string;
}

export enum MatchDecisionKind {
  PRODUCT = 'PRODUCT',
  NOT_SOFTWARE = 'NOT_SOFTWARE',
  COMPONENT = 'COMPONENT',
}
registerEnumType(MatchDecisionKind, { name: 'MatchDecisionKind', description: 'What a person said a title is: a product, no software, or a component of something.' });

export enum MatchAnswerKind {
  CANDIDATE = 'CANDIDATE',
  PRODUCT = 'PRODUCT',
  NEW_PRODUCT = 'NEW_PRODUCT',
  NOT_SOFTWARE = 'NOT_SOFTWARE',
  COMPONENT = 'COMPONENT',
}
registerEnumType(MatchAnswerKind, { name: 'MatchAnswerKind', description: 'How a title is answered: the likeliest candidate, a product of the catalogue, a product made for it, no software, a component.' });

@ObjectType({ implements: () => [Node], description: 'What a person decided about a title; kept also when it was undone.' })
export class MatchDecision extends Node {
  @Field({ description: 'The title that was decided on, as the source spells it.' })
  raw!: string;
  @Field(() => String, { nullable: true, description: 'Its vendor: the decision holds for titles of this vendor; null: of any.' })
  vendor!: string | null;
  @Field(() => DecisionScope, { description: 'What it covers.' })
  scope!: DecisionScope;
  @Field(() => MatchDecisionKind, { description: 'What it said.' })
  kind!: MatchDecisionKind;
  @Field(() => MatchCandidate, { nullable: true, description: 'The product, or for a component the one it belongs to.' })
  product!: MatchCandidate | null;
  @Field({ description: 'Whether the product was made by this decision.' })
  madeProduct!: boolean;
  @Field({ description: 'Who decided.' })
  decidedBy!: string;
  @Field(() => InstantScalar, { description: 'When.' })
  decidedAt!: string;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was undone; null where it counts.' })
  undoneAt!: string | null;
}

@ObjectType({ description: 'Titles of one name and vendor that wait for a decision: versions, editions’ spellings, languages, architectures. One answer serves all.' })
export class TitleFamily {
  @Field({ description: 'The name they have in common, in small letters.' })
  name!: string;
  @Field(() => Title, { description: 'The most installed of them: decide on this one.' })
  title!: unknown;
  @Field(() => Int, { description: 'Titles that wait.' })
  titleCount!: number;
  @Field(() => CountScalar, { description: 'Installations that one answer decides on.' })
  installationCount!: number;
}

export const MatchDecisionOrderField = orderFieldsOf('MatchDecision', { DECIDED_AT: 'DECIDED_AT' });
export const TitleFamilyOrderField = orderFieldsOf('TitleFamily', { INSTALLATIONS: 'INSTALLATIONS', NAME: 'NAME' });

@InputType({ description: 'Which decisions.' })
export class MatchDecisionFilter {
  @Field(() => String, { nullable: true, description: 'Part of the title.' })
  search?: string;
  @Field(() => Boolean, { nullable: true, description: 'Only those that were undone, or only those that count.' })
  undone?: boolean;
  @Field(() => String, { nullable: true, description: 'Key of the product that they name.' })
  product?: string;
}

@InputType({ description: 'Which families.' })
export class TitleFamilyFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
}

export const MatchDecisionConnection = connectionOf(MatchDecision, 'decisions about titles');
export const MatchDecisionListArgs = listArgsOf(MatchDecisionFilter, orderOf('MatchDecision', MatchDecisionOrderField));
export const TitleFamilyConnection = connectionOf(TitleFamily, 'families of titles');
export const TitleFamilyListArgs = listArgsOf(TitleFamilyFilter, orderOf('TitleFamily', TitleFamilyOrderField));

@InputType({ description: 'A product that the catalogue lacks; it becomes one of the administration’s own.' })
export class NewProductInput {
  @Field({ description: 'Name, without vendor and version.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'Vendor; made where nobody is called so.' })
  vendor?: string | null;
  @Field({ description: 'Key of its category.' })
  category!: string;
  @Field({ defaultValue: false, description: 'Whether it is made for one administrative task.' })
  specialisedProcedure!: boolean;
}

@InputType({ description: 'A person’s answer to “which product is this title?”.' })
export class DecideMatchInput {
  @Field(() => ID, { description: 'Global id of the title.' })
  title!: string;
  @Field(() => MatchAnswerKind, { nullable: true, description: 'How it is answered; unless given, PRODUCT with a product, NEW_PRODUCT with a new one, else NOT_SOFTWARE.' })
  as?: MatchAnswerKind;
  @Field(() => ID, { nullable: true, description: 'Global id of the product; for a component of the one it belongs to.' })
  product?: string | null;
  @Field(() => NewProductInput, { nullable: true, description: 'The product to make.' })
  newProduct?: NewProductInput | null;
  @Field(() => DecisionScope, { defaultValue: DecisionScope.FAMILY, description: 'What the answer covers.' })
  scope!: DecisionScope;
  @Field(() => Int, { description: 'Revision of the match that the person saw; another one by now is a problem.' })
  revision!: number;
}

@ObjectType({ description: 'The decision is kept and applied.' })
export class DecideMatchSuccess {
  @Field(() => Title, { description: 'The title as it is now.' })
  title!: unknown;
  @Field(() => ID, { description: 'Global id of the decision: `undoMatchDecision` takes it back.' })
  decisionId!: string;
  @Field(() => Int, { description: 'Titles that are recognised otherwise than before.' })
  changedTitles!: number;
}

@InputType({ description: 'A decision to take back.' })
export class UndoMatchDecisionInput {
  @Field(() => ID, { description: 'Global id of the decision.' })
  decision!: string;
}

@ObjectType({ description: 'The decision counts no longer; all is as if it had never been made.' })
export class UndoMatchDecisionSuccess {
  @Field(() => MatchDecision, { description: 'The decision.' })
  decision!: unknown;
  @Field(() => Int, { description: 'Titles that are recognised otherwise than before.' })
  changedTitles!: number;
}

export const DecideMatchPayload = answerOf('decideMatch', DecideMatchSuccess, ChangedMeanwhileProblem);
export const UndoMatchDecisionPayload = answerOf('undoMatchDecision', UndoMatchDecisionSuccess);

@ObjectType({ description: 'All titles are being recognised anew.' })
export class ReplayMatchingSuccess extends JobStarted {}
export const ReplayMatchingPayload = answerOf('replayMatching', ReplayMatchingSuccess);
