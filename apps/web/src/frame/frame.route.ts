// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRootRoute } from '@tanstack/react-router';
import { BrokenScreen } from './broken-screen.js';
import { Frame } from './frame.js';
import { NotFoundScreen } from './not-found-screen.js';

/** What stands around every screen; what is no screen is open to everybody. */
export const frameRoute = createRootRoute({ staticData: { openTo: 'EVERYBODY' }, component: Frame, notFoundComponent: NotFoundScreen, errorComponent: BrokenScreen });
