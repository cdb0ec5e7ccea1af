// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { applyDecorators } from '@nestjs/common';
import { Extensions } from '@nestjs/graphql';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { Permission } from './permission.js';
import type { Reach } from './reach.js';

/** What stands behind a field or route that anybody may use: it gives nothing away. */
export const OPEN = 'open';

export type Need = Permission | typeof OPEN;

/**
 * Says what somebody must be allowed to do to use a field of Query, Mutation or Subscription, an object type, or one of its fields. The program does not start where a field at
 * the root says nothing.
 *
 * @param reach whose things a mutation changes; each has to say so
 */
export const Needs = (need: Need, reach?: Reach): MethodDecorator & PropertyDecorator & ClassDecorator => Extensions({ needs: need, ...(reach && { reach }) }) as never;

/** The same for a route of HTTP; `anyHost` where the server may be called by any name (probes that know its number only). */
export const RouteNeeds = (need: Need, more: { readonly anyHost?: boolean } = {}): MethodDecorator => applyDecorators(RouteConfig({ needs: need, ...more }));
