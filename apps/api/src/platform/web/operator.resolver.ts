// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { Inject } from '@nestjs/common';
import { Query, Resolver } from '@nestjs/graphql';
import type { OperatorSettings } from '../config/operator-settings.js';
import { Needs, OPEN } from '../permissions/needs.js';
import { Operator } from './operator.types.js';

/** Name under which the settings are provided. */
export const OPERATOR_SETTINGS = Symbol('OPERATOR_SETTINGS');

@Resolver()
export class OperatorResolver {
  constructor(@Inject(OPERATOR_SETTINGS) private readonly settings: OperatorSettings) {}

  @Needs(OPEN)
  @Query(() => Operator, { description: 'Who runs this installation; for whoever asks.' })
  operator(): Operator {
    return this.settings;
  }
}
