// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { createRootRoute } from '@tanstack/react-router';
import { BrokenScreen } from './broken-screen.js';
import { Frame } from './frame.js';
import { NotFoundScreen } from './not-found-screen.js';

/** What stands around every screen. */
export const frameRoute = createRootRoute({ component: Frame, notFoundComponent: NotFoundScreen, errorComponent: BrokenScreen });
