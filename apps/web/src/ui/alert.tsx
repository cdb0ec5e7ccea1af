// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ReactNode } from 'react';
import { Icon } from './icon.js';

/** Something to know: with role `alert` where it has just happened. */
export function Alert({ tone, title, children, isNews = false }: { tone: 'info' | 'success' | 'warning' | 'danger'; title: string; children?: ReactNode; isNews?: boolean }) {
  return (
    <div className={`kern-alert kern-alert--${tone}`} role={isNews ? 'alert' : undefined}>
      <div className="kern-alert__header">
        <Icon name={tone} />
        <span className="kern-title">{title}</span>
      </div>
      {children && (
        <div className="kern-alert__body">
          <div className="kern-body">{children}</div>
        </div>
      )}
    </div>
  );
}
