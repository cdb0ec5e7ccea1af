// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import '@kern-ux/native/dist/kern.min.css';
import './ui/fonts.css';
import './ui/ui.css';
import './frame/frame.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from '@tanstack/react-router';
import { AccessProvider } from './access/access.js';
import { LanguageProvider } from './i18n/language.js';
import { router } from './routes.js';
import { ToastProvider } from './ui/toast.js';
import './ui/use-printing.js'; // paper is light, also where nothing on screen asks for it

createRoot(document.getElementById('page')!).render(
  <StrictMode>
    <LanguageProvider>
      <AccessProvider>
        <ToastProvider>
          <RouterProvider router={router} />
        </ToastProvider>
      </AccessProvider>
    </LanguageProvider>
  </StrictMode>,
);
