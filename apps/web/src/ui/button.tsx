// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ButtonHTMLAttributes } from 'react';
import { Icon, type IconName } from './icon.js';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: 'primary' | 'secondary' | 'tertiary';
  readonly icon?: IconName;
  readonly small?: boolean;
}

export function Button({ kind = 'primary', icon, small, children, className, type = 'button', ...rest }: ButtonProps) {
  return (
    // the type comes from the caller
    <button {...rest} type={type} className={['kern-btn', `kern-btn--${kind}`, small && 'kern-btn--x-small', className].filter(Boolean).join(' ')}>
      {icon && <Icon name={icon} />}
      <span className="kern-label">{children}</span>
    </button>
  );
}
