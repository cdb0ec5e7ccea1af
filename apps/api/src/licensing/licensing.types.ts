// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { CalendarDate } from '#kernel';
import type { CompatibilityVerdict, LicenseClass, Outcome, Usage, Verdict } from '#licensing';
import { answerOf } from '../platform/graphql/problem.types.js';
import { DateScalar, JsonScalar } from '../platform/graphql/scalars.js';
import { PolicyOutcome } from './policy.types.js';

export const LicenseUsage = { INTERNAL: 'internal', DISTRIBUTION: 'distribution', NETWORK: 'network', PUBLICATION: 'publication' } as const satisfies Record<string, Usage>;
registerEnumType(LicenseUsage, { name: 'LicenseUsage', description: 'What is done with the software: used inside, passed on, offered over a network, published as part of own software.' });

@ObjectType({ description: 'What a text means as a license, and whether that is open source.' })
export class LicenseAnswer {
  @Field({ description: 'The text as asked.' })
  text!: string;
  @Field(() => String, { description: 'EXACT (an SPDX expression), NORMALISED (another spelling), AMBIGUOUS (several readings), UNKNOWN.' })
  decision!: string;
  @Field(() => String, { nullable: true, description: 'SPDX expression with current ids; null unless EXACT or NORMALISED.' })
  expression!: string | null;
  @Field(() => [String], { description: 'Expressions that the text may mean, the likeliest first.' })
  candidates!: string[];
  @Field(() => String, { description: 'How it was found.' })
  method!: string;
  @Field(() => Float, { description: 'How sure the reading is, 0 to 1.' })
  confidence01!: number;
  @Field(() => String, { description: 'Open source (principle M1): ALLOWED, DENIED, UNKNOWN.' })
  verdict!: Verdict;
  @Field(() => String, { description: 'permissive, strong-copyleft, proprietary …, or unknown.' })
  class!: LicenseClass;
  @Field(() => Boolean, { nullable: true, description: 'Approved by the Open Source Initiative; null where nobody judged.' })
  osiApproved!: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'Libre by the Free Software Foundation; null where nobody judged.' })
  fsfLibre!: boolean | null;
  @Field(() => JsonScalar, { description: 'Proof tree that follows the expression: { verdict, reason, subject?, reservation?, parts? }.' })
  proof!: unknown;
  @Field({ description: 'The proof in German, a line for each step.' })
  proofDe!: string;
  @Field({ description: 'The proof in English, a line for each step.' })
  proofEn!: string;
}

@ObjectType({ description: 'Whether one part fits into the whole.' })
export class CompatibilityPair {
  @Field({ description: 'License of the part, as asked.' })
  inbound!: string;
  @Field({ description: 'License of the whole.' })
  outbound!: string;
  @Field(() => String, { description: 'COMPATIBLE, INCOMPATIBLE, UNKNOWN.' })
  verdict!: CompatibilityVerdict;
  @Field(() => String, { description: 'Stable code of the reason.' })
  reason!: string;
  @Field({ description: 'The reason in German.' })
  reasonDe!: string;
  @Field({ description: 'The reason in English.' })
  reasonEn!: string;
  @Field({ description: 'The table that answered: `fahrplan`, or the loaded matrix with its version.' })
  source!: string;
}

@ObjectType({ description: 'Whether parts may go into software under an outbound license.' })
export class CompatibilityCheck {
  @Field(() => String, { description: 'INCOMPATIBLE if one pair is, else UNKNOWN if one is, else COMPATIBLE.' })
  verdict!: CompatibilityVerdict;
  @Field(() => [CompatibilityPair], { description: 'One for each part, in their order.' })
  pairs!: CompatibilityPair[];
}

@ObjectType({ description: 'Something that has to be done because of a license.' })
export class LicenseObligation {
  @Field({ description: 'Stable key.' })
  key!: string;
  @Field({ description: 'What to do, in German.' })
  sentenceDe!: string;
  @Field({ description: 'What to do, in English.' })
  sentenceEn!: string;
  @Field(() => [String], { description: 'The licenses that ask for it.' })
  licenses!: string[];
}

@ObjectType({ description: 'What a policy says about one license text.' })
export class LicenseCheck {
  @Field({ description: 'Policy that was asked.' })
  policy!: string;
  @Field({ description: 'Its version.' })
  policyVersion!: string;
  @Field(() => String, { nullable: true, description: 'Loaded compatibility matrix that went before our own table; null where none did.' })
  matrix!: string | null;
  @Field(() => LicenseUsage, { description: 'Usage that was assumed.' })
  usage!: Usage;
  @Field(() => String, { nullable: true, description: 'The license as understood; null where the text is ambiguous or unknown.' })
  license!: string | null;
  @Field(() => [String], { description: 'What the text may mean.' })
  candidates!: string[];
  @Field(() => PolicyOutcome, { description: 'The decision.' })
  verdict!: Outcome;
  @Field({ description: 'Rule that decided.' })
  rule!: string;
  @Field({ description: 'Why, in German.' })
  reasonDe!: string;
  @Field({ description: 'Why, in English.' })
  reasonEn!: string;
  @Field(() => [LicenseObligation], { description: 'What has to be done for this usage.' })
  obligations!: LicenseObligation[];
}

@ObjectType({ description: 'The policy’s word on one component of a bill of materials.' })
export class SbomFinding {
  @Field({ description: 'Name of the component.' })
  component!: string;
  @Field(() => String, { nullable: true, description: 'Version.' })
  version!: string | null;
  @Field(() => String, { nullable: true, description: 'Package URL.' })
  purl!: string | null;
  @Field({ description: 'Where it stands in the file.' })
  path!: string;
  @Field(() => String, { nullable: true, description: 'License as understood, else as found; null where the file says nothing.' })
  license!: string | null;
  @Field(() => PolicyOutcome, { description: 'The decision.' })
  verdict!: Outcome;
  @Field({ description: 'Rule that decided.' })
  rule!: string;
  @Field({ description: 'Why, in German.' })
  reasonDe!: string;
  @Field({ description: 'Why, in English.' })
  reasonEn!: string;
}

@ObjectType({ description: 'A waiver that is about a component of a bill of materials.' })
export class SbomWaiver {
  @Field({ description: 'Name or package URL of the component.' })
  component!: string;
  @Field(() => String, { nullable: true, description: 'Only under this license; null: under any.' })
  license!: string | null;
  @Field({ description: 'Who answers for it.' })
  author!: string;
  @Field({ description: 'Why.' })
  reason!: string;
  @Field(() => DateScalar, { description: 'Last day on which it counts.' })
  expiresOn!: CalendarDate;
  @Field({ description: 'Whether that day has passed: the waiver was not counted.' })
  isExpired!: boolean;
}

@ObjectType({ description: 'A bill of materials checked against a policy.' })
export class SbomCheck {
  @Field({ description: 'The file.' })
  fileName!: string;
  @Field({ description: 'CycloneDX or SPDX.' })
  format!: string;
  @Field({ description: 'Version of the format.' })
  specVersion!: string;
  @Field(() => String, { nullable: true, description: 'What the document calls itself or its product.' })
  name!: string | null;
  @Field({ description: 'Policy that was asked.' })
  policy!: string;
  @Field({ description: 'Its version.' })
  policyVersion!: string;
  @Field(() => String, { nullable: true, description: 'Loaded compatibility matrix that went before our own table; null where none did.' })
  matrix!: string | null;
  @Field(() => LicenseUsage, { description: 'Usage that was assumed.' })
  usage!: Usage;
  @Field(() => DateScalar, { description: 'Day of the check.' })
  checkedOn!: CalendarDate;
  @Field(() => PolicyOutcome, { description: 'The strictest decision of all components; REVIEW where there are none.' })
  verdict!: Outcome;
  @Field(() => Int, { description: 'Components in the file.' })
  components!: number;
  @Field(() => Int, { description: 'Components that are approved.' })
  approved!: number;
  @Field(() => Int, { description: 'Components that a person has to decide on.' })
  review!: number;
  @Field(() => Int, { description: 'Components that are rejected.' })
  rejected!: number;
  @Field(() => [SbomWaiver], { description: 'Waivers from the policy that are about components of this bill; expired ones are shown and do not count.' })
  waivers!: SbomWaiver[];
  @Field(() => [LicenseObligation], { description: 'What has to be done because of the licenses of all components that are not rejected; those without a license add nothing.' })
  obligations!: LicenseObligation[];
  /** Every finding, in the order of the file; the interface shows a part of them. */
  allFindings!: readonly SbomFinding[];
}

export const CheckLicensePayload = answerOf('checkLicense', LicenseCheck);
export const CheckSbomPayload = answerOf('checkSbom', SbomCheck);
