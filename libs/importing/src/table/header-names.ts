// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** How columns of one field are called: `clear` names leave no doubt, `weak` ones need the content to agree and give way to clear ones. */
export interface HeaderNames {
  readonly clear: readonly string[];
  readonly weak: readonly string[];
}
