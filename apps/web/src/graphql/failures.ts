// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { CombinedError } from '@urql/core';
import type { Language } from '#kernel';

/** What is shown of something that went wrong: a stable code, and the server's sentence in the reader's language. */
export interface Failure {
  readonly kind: 'problem' | 'unreachable' | 'unexpected';
  readonly code: string;
  readonly message: string;
}

/** What a request failed of: problems that the server names, or that it could not be reached. */
export function failuresOf(error: CombinedError, language: Language): Failure[] {
  if (error.networkError && error.graphQLErrors.length === 0) return [{ kind: 'unreachable', code: 'PAGE.SERVER_UNREACHABLE', message: '' }];
  return error.graphQLErrors.map(({ message, extensions }) => {
    const { code, messageDe, requestId } = extensions as { code?: string; messageDe?: string; requestId?: string };
    const isUnexpected = code === undefined || code === 'INTERNAL';
    return {
      kind: isUnexpected ? 'unexpected' : 'problem',
      code: requestId ? `${code} ${requestId}` : (code ?? 'INTERNAL'),
      message: language === 'de' && messageDe ? messageDe : message,
    };
  });
}
