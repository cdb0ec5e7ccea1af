// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import '@kern-ux/native/dist/kern.min.css';
import './ui/fonts.css';
import './ui/ui.css';
import './frame/frame.css';
import { StrictMode, useMemo, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from '@tanstack/react-router';
import { Provider } from 'urql';
import { createGraphqlClient } from './graphql/client.js';
import { LanguageProvider, useLanguage } from './i18n/language.js';
import { router } from './routes.js';
import { ToastProvider } from './ui/toast.js';

function GraphqlProvider({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  const client = useMemo(() => createGraphqlClient(language), [language]);
  return <Provider value={client}>{children}</Provider>;
}

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <LanguageProvider>
      <GraphqlProvider>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </GraphqlProvider>
    </LanguageProvider>
  </StrictMode>,
);
