// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Outcome } from '#licensing';
import { answerOf, ChangedMeanwhileProblem, InputProblem, Problem } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { DateScalar, InstantScalar, JsonScalar } from '../platform/graphql/scalars.js';

export const PolicyOutcome = { APPROVED: 'APPROVED', REVIEW: 'REVIEW', REJECTED: 'REJECTED' } as const satisfies Record<Outcome, Outcome>;
registerEnumType(PolicyOutcome, { name: 'PolicyOutcome', description: 'What a policy decides: go ahead, a person decides, or no.' });

@ObjectType({ description: 'A rule of a policy; the first that applies decides.' })
export class LicensePolicyRule {
  @Field({ description: 'Id within the policy.' })
  key!: string;
  @Field(() => JsonScalar, { description: 'When it applies: all conditions given must hold, out of { verdict, class, notClass, license, notLicense, osiApproved, fsfLibre, usage, productKind, compatibility }. What is unknown meets no negated condition.' })
  when!: unknown;
  @Field(() => PolicyOutcome, { description: 'What it decides.' })
  outcome!: Outcome;
  @Field({ description: 'What it means, in German.' })
  sentenceDe!: string;
  @Field({ description: 'What it means, in English.' })
  sentenceEn!: string;
}

@ObjectType({ implements: () => [Node], description: 'A component that may pass a policy until a day, although the rules say otherwise.' })
export class LicenseWaiver extends Node {
  @Field({ description: 'Name of the policy; it holds for every version of it.' })
  policy!: string;
  @Field({ description: 'Name or package URL of the component.' })
  component!: string;
  @Field(() => String, { nullable: true, description: 'Only under this license; null: under any.' })
  license!: string | null;
  @Field({ description: 'Who answers for it.' })
  author!: string;
  @Field({ description: 'Why.' })
  reason!: string;
  @Field(() => InstantScalar, { description: 'When it was granted.' })
  grantedAt!: string;
  @Field(() => DateScalar, { description: 'Last day on which it counts.' })
  expiresOn!: string;
  @Field({ description: 'Whether that day has passed.' })
  isExpired!: boolean;
  @Field(() => InstantScalar, { nullable: true, description: 'When it was revoked; null where it was not.' })
  revokedAt!: string | null;
  @Field({ description: 'Whether it counts today.' })
  isInForce!: boolean;
}

@ObjectType({ implements: () => [Node], description: 'One version of ordered rules about licenses; never changed after it was stored.' })
export class LicensePolicy extends Node {
  @Field({ description: 'The name it is called by.' })
  name!: string;
  @Field({ description: 'Version; every check names the one it ran.' })
  version!: string;
  @Field({ description: 'Whether it came with the program; such policies are copied to be edited.' })
  isReady!: boolean;
  @Field({ description: 'Whether no newer version is stored.' })
  isNewest!: boolean;
  @Field(() => String, { nullable: true, description: 'License of the whole, where the policy is about publication.' })
  outbound!: string | null;
  @Field(() => InstantScalar, { description: 'When this version was stored.' })
  createdAt!: string;
  @Field(() => [LicensePolicyRule], { description: 'Its rules, in order.' })
  rules!: LicensePolicyRule[];
  @Field(() => [LicensePolicy], { description: 'All versions of this policy, the newest first.' })
  versions!: LicensePolicy[];
  @Field(() => [LicenseWaiver], { description: 'Waivers from it, expired and revoked ones too, the one that expires first first.' })
  waivers!: LicenseWaiver[];
}

@InputType({ description: 'A rule as a person writes it.' })
export class LicensePolicyRuleInput {
  @Field({ description: 'Id within the policy.' })
  key!: string;
  @Field(() => JsonScalar, { description: 'When it applies, as `LicensePolicyRule.when`; {} for everything.' })
  when!: unknown;
  @Field(() => PolicyOutcome, { description: 'What it decides.' })
  outcome!: Outcome;
  @Field({ description: 'One plain sentence that explains the decision, in German.' })
  sentenceDe!: string;
  @Field({ description: 'The same in English.' })
  sentenceEn!: string;
}

@InputType({ description: 'The next version of a policy, as a whole.' })
export class CreatePolicyVersionInput {
  @Field({ description: 'Name of the policy.' })
  name!: string;
  @Field(() => String, { nullable: true, description: 'The newest version when editing began; left out for a new policy. Refused where a newer one has been stored meanwhile.' })
  replaces?: string | null;
  @Field(() => String, { nullable: true, description: 'SPDX license of the whole, where the policy is about publication.' })
  outbound?: string | null;
  @Field(() => [LicensePolicyRuleInput], { description: 'Its rules; the first that applies decides.' })
  rules!: LicensePolicyRuleInput[];
}

@InputType({ description: 'A copy of a policy under a name of its own.' })
export class CopyPolicyInput {
  @Field({ description: 'Name of the policy to copy.' })
  policy!: string;
  @Field(() => String, { nullable: true, description: 'Which version of it; the newest unless given.' })
  version?: string | null;
  @Field({ description: 'Name of the copy.' })
  name!: string;
}

@InputType({ description: 'Lets a component pass a policy until a day.' })
export class GrantWaiverInput {
  @Field({ description: 'Name of the policy.' })
  policy!: string;
  @Field({ description: 'Name or package URL of the component, as bills of materials spell it.' })
  component!: string;
  @Field(() => String, { nullable: true, description: 'Only under this license, in any spelling; left out: under any.' })
  license?: string | null;
  @Field({ description: 'Who answers for it.' })
  author!: string;
  @Field({ description: 'Why.' })
  reason!: string;
  @Field(() => DateScalar, { description: 'Last day on which it counts.' })
  expiresOn!: string;
}

@InputType({ description: 'Ends a waiver before its day.' })
export class RevokeWaiverInput {
  @Field(() => ID, { description: 'Global id of the waiver.' })
  waiver!: string;
}

@InputType({ description: 'Which policies.' })
export class LicensePolicyFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name.' })
  search?: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether they came with the program.' })
  isReady?: boolean;
}

@InputType({ description: 'Which waivers.' })
export class LicenseWaiverFilter {
  @Field(() => String, { nullable: true, description: 'Name of the policy.' })
  policy?: string;
  @Field(() => String, { nullable: true, description: 'Part of the component’s name.' })
  component?: string;
  @Field(() => Boolean, { nullable: true, description: 'Whether they count today.' })
  isInForce?: boolean;
  @Field(() => DateScalar, { nullable: true, description: 'Expires on or before this day.' })
  expiresUntil?: string;
}

@ObjectType({ description: 'A policy is stored.' })
export class PolicyStored {
  @Field(() => LicensePolicy, { description: 'The version as stored.' })
  policy!: unknown;
}

@ObjectType({ description: 'A waiver is stored, or has ended.' })
export class WaiverStored {
  @Field(() => LicenseWaiver, { description: 'The waiver as it is now.' })
  waiver!: unknown;
}

@ObjectType({ implements: () => [Problem], description: 'A policy that cannot be used: everything that is to mend, each with its path.' })
export class PolicyProblem extends Problem {
  @Field(() => [InputProblem], { description: 'Every problem, in the order of the rules.' })
  problems!: InputProblem[];
}

export const LicensePolicyOrderField = orderFieldsOf('LicensePolicy', { NAME: 'NAME' });
export const LicenseWaiverOrderField = orderFieldsOf('LicenseWaiver', { EXPIRES_ON: 'EXPIRES_ON', COMPONENT: 'COMPONENT' });
export const LicensePolicyConnection = connectionOf(LicensePolicy, 'policies');
export const LicenseWaiverConnection = connectionOf(LicenseWaiver, 'waivers');
export const LicensePolicyListArgs = listArgsOf(LicensePolicyFilter, orderOf('LicensePolicy', LicensePolicyOrderField));
export const LicenseWaiverListArgs = listArgsOf(LicenseWaiverFilter, orderOf('LicenseWaiver', LicenseWaiverOrderField));
export const CreatePolicyVersionPayload = answerOf('createPolicyVersion', PolicyStored, PolicyProblem, ChangedMeanwhileProblem);
export const CopyPolicyPayload = answerOf('copyPolicy', PolicyStored, PolicyProblem, ChangedMeanwhileProblem);
export const GrantWaiverPayload = answerOf('grantWaiver', WaiverStored);
export const RevokeWaiverPayload = answerOf('revokeWaiver', WaiverStored);
