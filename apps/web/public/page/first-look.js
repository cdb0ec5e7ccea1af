// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

// Before anything is drawn: the look that was chosen here, or else the system's. A file of its own, because the policy of the page allows no script within it.
try {
  const chosen = localStorage.getItem('fahrplan.look');
  const isDark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.kernTheme = isDark ? 'dark' : 'light';
} catch {
  // storage may be forbidden; then the page is light until it has started
}
