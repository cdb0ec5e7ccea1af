// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { answerOf } from '../platform/graphql/problem.types.js';
import { Needs } from '../platform/permissions/needs.js';

@ObjectType({ description: 'Whoever asks.' })
export class Viewer {
  @Field(() => String, { nullable: true, description: 'Name, as the provider gives it; null for the person at this machine.' })
  name!: string | null;
  @Field(() => [String], { description: 'What they may do.' })
  permissions!: string[];
  @Field({ description: 'Whether departments limit what they may change.' })
  isLimitedToDepartments!: boolean;
}

export const SignInWay = { LINK: 'LINK', PROVIDER: 'PROVIDER' } as const;
registerEnumType(SignInWay, {
  name: 'SignInWay',
  description: 'How people sign in.',
  valuesMap: { LINK: { description: 'By a link that the program gives out on its own machine.' }, PROVIDER: { description: 'At an identity provider: `/sign-in` leads there, and back to the address in `to`.' } },
});

@ObjectType({ description: 'How one gets in here.' })
export class SignInOffer {
  @Field(() => SignInWay, { description: 'How people sign in.' })
  way!: keyof typeof SignInWay;
  @Field({ description: 'Whether strangers see the public view.' })
  isPublicViewOn!: boolean;
}

@Needs('tokens:own')
@ObjectType({ description: 'A token for programs. Its secret is shown once, when it is made.' })
export class AccessToken {
  @Field(() => ID, { description: 'Number.' })
  id!: string;
  @Field({ description: 'What it is for.' })
  name!: string;
  @Field(() => [String], { description: 'What it may be used for; less where its owner may do less by now.' })
  permissions!: string[];
  @Field({ description: 'When it was made.' })
  createdAt!: string;
  @Field({ description: 'Until when it holds.' })
  expiresAt!: string;
  @Field(() => String, { nullable: true, description: 'Last day on which it was used.' })
  lastUsedOn!: string | null;
  @Field(() => String, { nullable: true, description: 'When it was taken back.' })
  revokedAt!: string | null;
}

@ArgsType()
export class AccessTokenListArgs {
  @Field({ defaultValue: false, description: 'Those of everybody; for administrators.' })
  all!: boolean;
}

@InputType()
export class CreateAccessTokenInput {
  @Field({ description: 'What it is for.' })
  name!: string;
  @Field(() => [String], { description: 'Permissions, of those that the maker has.' })
  permissions!: string[];
  @Field(() => Int, { defaultValue: 90, description: 'Days that it holds, at most 366.' })
  days!: number;
}

@InputType()
export class RevokeAccessTokenInput {
  @Field(() => ID, { description: 'Number of the token.' })
  id!: string;
}

@InputType()
export class ForgetPersonInput {
  @Field({ description: 'Name of the actor, as the audit trail has it.' })
  actor!: string;
}

@ObjectType({ description: 'The token was made.' })
export class CreateAccessTokenSuccess {
  @Field(() => AccessToken, { description: 'What is kept of it.' })
  token!: AccessToken;
  @Field({ description: 'The token itself, for `Authorization: Bearer …`. It is not kept and not shown again.' })
  secret!: string;
}

@ObjectType({ description: 'The token is taken back.' })
export class RevokeAccessTokenSuccess {
  @Field(() => AccessToken, { description: 'The token.' })
  token!: AccessToken;
}

@ObjectType({ description: 'Nothing is known of the person any more; their deeds stay on record under the name of the actor.' })
export class ForgetPersonSuccess {
  @Field({ description: 'Name of the actor.' })
  actor!: string;
}

export const CreateAccessTokenPayload = answerOf('createAccessToken', CreateAccessTokenSuccess);
export const RevokeAccessTokenPayload = answerOf('revokeAccessToken', RevokeAccessTokenSuccess);
export const ForgetPersonPayload = answerOf('forgetPerson', ForgetPersonSuccess);
