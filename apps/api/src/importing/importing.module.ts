// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { join } from 'node:path';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { importingMessages } from '#importing';
import type { Messages } from '#kernel';
import { ProblemTexts } from '../platform/graphql/problem.types.js';
import { ImportInventory } from './import-inventory.use-case.js';
import { AdministrationFilesRepository } from './administration.repository.js';
import { ChangeLogRepository } from './change-log.repository.js';
import { Curate } from './curate.use-case.js';
import { CurationRepository } from './curation.repository.js';
import { HostRepository } from './host.repository.js';
import { ImportPreviewRepository } from './import-preview.repository.js';
import { ImportRepository } from './import.repository.js';
import { ImportingQueries } from './importing.queries.js';
import { ImportingResolver, TitleResolver } from './importing.resolver.js';
import { ImportsController } from './imports.controller.js';
import { InventoryRepository } from './inventory.repository.js';
import { MergeAdministration } from './merge-administration.use-case.js';
import { NameRepository } from './name.repository.js';
import { PSEUDONYM_KEY } from './pseudonyms.js';
import { RegisterRepository } from './register.repository.js';
import { UsageRepository } from './usage.repository.js';
import { startedJobOf } from '../platform/jobs/jobs.resolver.js';
import { StartImportSuccess, UndoImportSuccess } from './importing.types.js';
import { ReadUploadedBill } from './read-uploaded-bill.use-case.js';
import { ReadUploadedTable } from './read-uploaded-table.use-case.js';
import { ReadUploadedText } from './read-uploaded-text.use-case.js';
import { ReceiveUpload, UPLOAD_FOLDER } from './receive-upload.use-case.js';
import { StartImport } from './start-import.use-case.js';
import { StartUndo } from './start-undo.use-case.js';
import { UndoRepository } from './undo.repository.js';
import { UploadRepository } from './upload.repository.js';

const importMessages: Messages = {
  'IMPORTING.NOTHING_IN_IT': {
    de: '{file}: In der Datei steht keine verwertbare Zeile (gelesen: {records}). Prüfen Sie, ob es die richtige Datei ist und ob der Export Daten enthält.',
    en: '{file}: there is no usable record in the file (read: {records}). Check that it is the right file and that the export holds data.',
  },
  'IMPORTING.TEXT_TOO_LONG': {
    de: '{file}: Die Datei ist länger als {most} Byte; so lange Dateien werden hier nicht gelesen.',
    en: '{file}: the file is longer than {most} bytes; files that long are not read here.',
  },
  'IMPORTING.TEXT_NOT_UTF8': {
    de: '{file}: Die Datei ist kein Text in UTF-8. Packen Sie sie aus oder speichern Sie sie in dieser Kodierung.',
    en: '{file}: the file is no text in UTF-8. Unpack it, or save it in this encoding.',
  },
  'IMPORTING.PSEUDONYM_KEY_MISSING': {
    de: 'Für Pseudonyme fehlt der Schlüssel. Setzen Sie FAHRPLAN_PSEUDONYM_KEY (mindestens 32 Zeichen) oder FAHRPLAN_PSEUDONYM_KEY_FILE und starten Sie neu.',
    en: 'Pseudonyms need a key. Set FAHRPLAN_PSEUDONYM_KEY (at least 32 characters) or FAHRPLAN_PSEUDONYM_KEY_FILE, and start again.',
  },
  'IMPORTING.PSEUDONYM_KEY_CHANGED': {
    de: 'Der Schlüssel für Pseudonyme ist nicht der, mit dem diese Quelle bisher eingelesen wurde; jedes Gerät erschiene als neu. Verwenden Sie den früheren Schlüssel oder einen anderen Namen für die Quelle.',
    en: 'The key for pseudonyms is not the one with which this source was imported before; every machine would seem new. Use the former key, or another name for the source.',
  },
  'IMPORTING.UPLOAD_TOO_LARGE': {
    de: '{file}: Die Datei ist größer als {most} Byte und wurde nicht angenommen. Teilen Sie den Export auf, zum Beispiel nach Geräten (--partial).',
    en: '{file}: the file is larger than {most} bytes and was not taken. Split the export, for instance by hosts (--partial).',
  },
  'IMPORTING.UPLOAD_CUT': {
    de: '{file}: Die Übertragung brach nach {bytes} Byte ab; es wurde nichts behalten. Übertragen Sie die Datei noch einmal.',
    en: '{file}: the transfer broke off after {bytes} bytes; nothing was kept. Hand the file in again.',
  },
  'IMPORTING.ALREADY_UNDONE': {
    de: 'Der Import {id} ({fileName}) wurde bereits rückgängig gemacht.',
    en: 'The import {id} ({fileName}) has been undone already.',
  },
  'IMPORTING.NOTHING_TO_UNDO': {
    de: 'Der Import {id} hat nichts geändert, weil er {duplicateOf} wiederholt. Machen Sie jenen rückgängig.',
    en: 'The import {id} changed nothing, for it repeats {duplicateOf}. Undo that one.',
  },
  'IMPORTING.UNDO_CONFLICTS': {
    de: 'Von dem, was der Import {id} ({fileName}) geändert hat, haben spätere Importe oder Personen {conflicts} Angaben bestätigt oder erneut geändert; diese blieben stehen. Sehen Sie mit --dry-run nach, und bestätigen Sie mit --accept-conflicts.',
    en: 'Of what the import {id} ({fileName}) changed, later imports or people have confirmed or changed {conflicts} again; these would stay. Look with --dry-run, and confirm with --accept-conflicts.',
  },
  'IMPORTING.NOT_FOUND': {
    de: '{what} „{id}“ gibt es nicht (mehr). Laden Sie eine Datei erneut mit POST /imports hoch; für anderes verwenden Sie die „id“ aus einer Antwort.',
    en: '{what} “{id}” does not exist (any more). Hand a file in again with POST /imports; for anything else use the “id” from an answer.',
  },
};

@Module({})
export class ImportingModule implements OnModuleInit {
  constructor(private readonly texts: ProblemTexts) {}

  static with({ dataFolder, pseudonymKey }: { readonly dataFolder: string; readonly pseudonymKey: string | null }): DynamicModule {
    return {
      module: ImportingModule,
      controllers: [ImportsController],
      providers: [
        { provide: UPLOAD_FOLDER, useValue: join(dataFolder, 'uploads') },
        { provide: PSEUDONYM_KEY, useValue: pseudonymKey },
        AdministrationFilesRepository,
        ChangeLogRepository,
        Curate,
        CurationRepository,
        HostRepository,
        ImportInventory,
        ImportPreviewRepository,
        ImportRepository,
        ImportingQueries,
        ImportingResolver,
        InventoryRepository,
        MergeAdministration,
        NameRepository,
        ReadUploadedBill,
        ReadUploadedTable,
        ReadUploadedText,
        ReceiveUpload,
        RegisterRepository,
        StartImport,
        startedJobOf(UndoImportSuccess),
        StartUndo,
        startedJobOf(StartImportSuccess),
        TitleResolver,
        UndoRepository,
        UploadRepository,
        UsageRepository,
      ],
      exports: [ChangeLogRepository, Curate, CurationRepository, HostRepository, UndoRepository, UsageRepository, ImportInventory, ImportPreviewRepository, ImportRepository, InventoryRepository, PSEUDONYM_KEY, ReadUploadedBill, ReadUploadedTable, ReadUploadedText, ReceiveUpload],
    };
  }

  onModuleInit(): void {
    this.texts.add(importingMessages);
    this.texts.add(importMessages);
  }
}
