// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export { ImportingModule } from './importing.module.js';
export { ImportInventory } from './import-inventory.use-case.js';
export { ChangeLogRepository } from './change-log.repository.js';
export { Curate, type CheckRecord, type Curation } from './curate.use-case.js';
export { CurationRepository } from './curation.repository.js';
export { HostRepository } from './host.repository.js';
export { ImportPreviewRepository, type ImportPreview } from './import-preview.repository.js';
export { ImportRepository, type KnownSource } from './import.repository.js';
export { InventoryRepository } from './inventory.repository.js';
export type { Recognise } from './merge-administration.use-case.js';
export { checkOf, PSEUDONYM_KEY, pseudonymsWith } from './pseudonyms.js';
export { ReadUploadedBill, type UploadedBill } from './read-uploaded-bill.use-case.js';
export { ReadUploadedTable, type UploadedTable } from './read-uploaded-table.use-case.js';
export { ReadUploadedText, type UploadedText } from './read-uploaded-text.use-case.js';
export { ReceiveUpload } from './receive-upload.use-case.js';
export { UNDO_JOB, type UndoRequest } from './start-undo.use-case.js';
export { UndoRepository } from './undo.repository.js';
export { UsageRepository } from './usage.repository.js';
export { originsOf } from './importing.queries.js';
export { FieldOrigin } from './field-origin.types.js';
export { IMPORT_JOB } from './start-import.use-case.js';
export { NO_WISHES, type ImportRequest, type ImportSummary } from './import-summary.js';
export { Host, Installation, InstallationConnection, InstallationListArgs, Title, TitleConnection, TitleListArgs } from './importing.types.js';
