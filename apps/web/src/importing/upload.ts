// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Language } from '#kernel';
import type { ShownProblem } from '../ui/states.js';

/** What came of handing a file in: the id that operations take, or what stands in the way. */
export type Uploaded = { readonly uploadId: string } | { readonly problem: ShownProblem };

/** The server could not be reached, or gave up in the middle. */
const UNREACHABLE: ShownProblem = {
  code: 'PAGE.SERVER_UNREACHABLE',
  message: 'The server does not answer. Is the program still running? Try the file again.',
  messageDe: 'Der Server antwortet nicht. Läuft das Programm noch? Versuchen Sie es mit der Datei noch einmal.',
};

/**
 * Hands a file in by `POST /imports`.
 *
 * @param onProgress share of the file that was sent, 0 to 1
 */
export function upload(file: File, language: Language, onProgress: (share01: number) => void = () => undefined): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // fetch does not say how much was sent
    request.open('POST', `/imports?fileName=${encodeURIComponent(file.name)}`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.setRequestHeader('accept-language', language);
    request.responseType = 'json';
    request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
    request.addEventListener('load', () => {
      const answer = request.response as { uploadId?: string; problem?: { code: string; message: string; messageDe?: string } } | null;
      if (answer?.uploadId) resolve({ uploadId: answer.uploadId });
      else resolve({ problem: answer?.problem ? { ...answer.problem, messageDe: answer.problem.messageDe ?? answer.problem.message } : UNREACHABLE });
    });
    request.addEventListener('error', () => resolve({ problem: UNREACHABLE }));
    request.send(file);
  });
}
