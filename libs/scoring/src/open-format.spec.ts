// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { isOpenFormat } from './index.js';

describe('an open format', () => {
  it.each(['ODF', 'odt', 'PDF/A', 'ODF (converted)', 'HTML bookmarks', 'S/MIME', 'Z39.50', 'WMS/WFS', 'XÖV'])('is named in %s', (format) => {
    expect(isOpenFormat(format)).toBe(true);
  });

  it.each(['', 'DXF', 'DOCX', 'RDP', 'SMB', 'MySQL', 'SQLite', 'RAR unpacking', 'Zoom', 'xodf'])('is not named in "%s"', (format) => {
    expect(isOpenFormat(format)).toBe(false);
  });
});
