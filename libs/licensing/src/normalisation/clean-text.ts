// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2

/** "This software is licensed under the …", "Diese Software steht unter der …" */
const LEAD = /^(?:(?:this|the|diese[rs]?|das|die) (?:software|program(?:m)?|project|projekt|library|package|paket|code|work|plugin|module|modul|app) )?(?:(?:is|are|was|ist|wird|wurde|steht) )?(?:(?:dual-?)?licen[cs]ed|released|published|distributed|available|provided|made available|veröffentlicht|lizenziert|freigegeben|bereitgestellt)?\s*(?:under|unter|nach|gemäß)\s+(?:(?:the|a|der|den|einer|die)\s+)?(?:terms\s+(?:and conditions\s+)?of\s+(?:the\s+)?)?/i;

/** Quotes, stars, trove path and surrounding punctuation removed. */
export function cleaned(text: string): string {
  const trove = /^\s*licen[cs]e\s*::|^\s*OSI Approved\s*::/i.test(text) ? (text.split('::').at(-1) ?? '') : text;
  const bare = trove.replace(/<\/?[a-z]+>/gi, ' ').replace(/["“”„`]|^'|'$|\*+$/g, ' ').replace(/\s+/g, ' ').trim();
  return bare.replace(/\s*[+|]\s*file licen[cs]e\b/i, '').replace(/^[\s\-–:,;.]+|[\s\-–:,;*]+$/g, '').replace(/^licen[cs]e[sd]?(?: under)?\s*:\s*/i, '').replace(LEAD, '').replace(/(?<![A-Z.])\.+$/i, '');
}
