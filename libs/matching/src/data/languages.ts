// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Language names as installers write them, folded, to ISO 639-1. */
export const LANGUAGE_WORDS: ReadonlyMap<string, string> = new Map([
  ['deutsch', 'de'], ['german', 'de'], ['allemand', 'de'], ['niemiecki', 'de'], ['ger', 'de'], ['deu', 'de'],
  ['english', 'en'], ['englisch', 'en'], ['anglais', 'en'], ['angielski', 'en'], ['eng', 'en'], ['enu', 'en'],
  ['french', 'fr'], ['franzoesisch', 'fr'], ['francais', 'fr'], ['francuski', 'fr'], ['fra', 'fr'],
  ['polish', 'pl'], ['polnisch', 'pl'], ['polonais', 'pl'], ['polski', 'pl'], ['polska', 'pl'],
  ['italian', 'it'], ['italienisch', 'it'], ['italiano', 'it'], ['italien', 'it'],
  ['spanish', 'es'], ['spanisch', 'es'], ['espanol', 'es'], ['espagnol', 'es'],
  ['dutch', 'nl'], ['niederlaendisch', 'nl'], ['nederlands', 'nl'], ['neerlandais', 'nl'],
  ['czech', 'cs'], ['tschechisch', 'cs'], ['danish', 'da'], ['daenisch', 'da'], ['dansk', 'da'],
  ['turkish', 'tr'], ['tuerkisch', 'tr'], ['russian', 'ru'], ['russisch', 'ru'], ['ukrainian', 'uk'],
  ['mui', 'mul'], ['multilingual', 'mul'], ['mehrsprachig', 'mul'], ['multilanguage', 'mul'], ['multilingue', 'mul'], ['intl', 'mul'],
]);

/** Two-letter codes that count as a language where they stand alone in brackets, beside an architecture or behind a region hyphen. */
export const LANGUAGE_CODES: ReadonlySet<string> = new Set('de en fr pl it es nl cs da sv nb nn no fi pt ru tr uk hu ro bg hr sk sl el et lv lt ga mt ja ko zh ar he af sq hy az eu be bn bs br ca cy eo fa fo fy gd gl gu hi id is ka kk kn km ky lb mk ml mr ms ne oc pa rm si sr sw ta te tg th tl tt ur uz vi'.split(' '));

export const REGION_CODES: ReadonlySet<string> = new Set('de at ch us gb uk fr be lu nl pl it es pt cz dk se no fi ru tr ua hu ro br mx ca jp kr cn tw ie au in'.split(' '));
