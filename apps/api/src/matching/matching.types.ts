// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { answerOf } from '../platform/graphql/problem.types.js';
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

@InputType({ description: 'A person’s answer to “which product is this title?”.' })
export class DecideMatchInput {
  @Field(() => ID, { description: 'Global id of the title.' })
  title!: string;
  @Field(() => ID, { nullable: true, description: 'Global id of the product; null: not a product, leave it out.' })
  product?: string | null;
  @Field(() => DecisionScope, { defaultValue: DecisionScope.FAMILY, description: 'What the answer covers.' })
  scope!: DecisionScope;
}

@ObjectType({ description: 'The decision is kept and applied.' })
export class DecideMatchSuccess {
  @Field(() => Title, { description: 'The title as it is now.' })
  title!: unknown;
}

export const DecideMatchPayload = answerOf('decideMatch', DecideMatchSuccess);
