// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export { AccessModule } from './access.module.js';
export { ACCESS_SETTINGS, type AccessSettings } from './access-settings.js';
export { SignIn } from './sign-in.use-case.js';
export { AuditTrail, type AuditEntry } from './audit.trail.js';
export { publicView } from './public-view.js';
export { operationsTable } from './operations-table.js';
export { pageNeeds } from './page-needs.js';
export { permissionsOf, ROLES, type Role } from './roles.js';
export { LOCAL_ACTOR_ID, SYSTEM_ACTOR_ID } from './actors.js';
