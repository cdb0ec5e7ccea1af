// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export { KeepReadyPolicies } from './keep-ready-policies.use-case.js';
export { LicensingModule } from './licensing.module.js';
export { MatrixCopy } from './matrix-copy.js';
