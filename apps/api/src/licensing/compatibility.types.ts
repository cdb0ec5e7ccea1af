// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { answerOf } from '../platform/graphql/problem.types.js';
import { connectionOf, listArgsOf, Node, orderFieldsOf, orderOf } from '../platform/graphql/relay.js';
import { InstantScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'What a loaded matrix says about one pair of licenses.' })
export class CompatibilityCell {
  @Field({ description: 'License of the whole.' })
  outbound!: string;
  @Field({ description: 'License of the part.' })
  inbound!: string;
  @Field({ description: 'Same, Yes, No, Unknown or Check dependency, as in the file.' })
  cell!: string;
}

@ObjectType({ implements: () => [Node], description: 'A compatibility matrix of OSADL as it was loaded; the newest goes before our own table.' })
export class CompatibilityMatrix extends Node {
  @Field({ description: 'How pairs name it as their source.' })
  source!: string;
  @Field({ description: 'Version, counted by loading.' })
  version!: string;
  @Field({ description: 'Whether no newer one was loaded.' })
  isNewest!: boolean;
  @Field({ description: 'The file it came in.' })
  fileName!: string;
  @Field({ description: 'Digest of its cells.' })
  sha256!: string;
  @Field(() => Int, { description: 'Licenses in it.' })
  licenseCount!: number;
  @Field(() => InstantScalar, { description: 'When it was loaded.' })
  loadedAt!: string;
}

@InputType({ description: 'Which cells.' })
export class CompatibilityCellFilter {
  @Field(() => String, { nullable: true, description: 'Under this license of the whole.' })
  outbound?: string;
  @Field(() => String, { nullable: true, description: 'With parts under this license.' })
  inbound?: string;
}

@InputType({ description: 'Which matrices.' })
export class CompatibilityMatrixFilter {
  @Field(() => String, { nullable: true, description: 'Version.' })
  version?: string;
}

@InputType({ description: 'A matrix to load.' })
export class LoadCompatibilityMatrixInput {
  @Field(() => ID, { description: 'The `uploadId` that POST /imports answered: OSADL’s matrix as CSV or JSON.' })
  uploadId!: string;
}

@ObjectType({ description: 'The matrix is the one that goes first.' })
export class CompatibilityMatrixLoaded {
  @Field(() => CompatibilityMatrix, { description: 'The matrix.' })
  matrix!: unknown;
  @Field({ description: 'False where the same cells were loaded before: nothing was changed.' })
  changed!: boolean;
}

export const CompatibilityCellOrderField = orderFieldsOf('CompatibilityCell', { PLACE: 'PLACE' });
export const CompatibilityMatrixOrderField = orderFieldsOf('CompatibilityMatrix', { VERSION: 'VERSION' });
export const CompatibilityCellConnection = connectionOf(CompatibilityCell, 'cells');
export const CompatibilityMatrixConnection = connectionOf(CompatibilityMatrix, 'matrices');
export const CompatibilityCellListArgs = listArgsOf(CompatibilityCellFilter, orderOf('CompatibilityCell', CompatibilityCellOrderField));
export const CompatibilityMatrixListArgs = listArgsOf(CompatibilityMatrixFilter, orderOf('CompatibilityMatrix', CompatibilityMatrixOrderField));
export const LoadCompatibilityMatrixPayload = answerOf('loadCompatibilityMatrix', CompatibilityMatrixLoaded);
