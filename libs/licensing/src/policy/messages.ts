// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Sentences for what is wrong with a policy. */
export const policyMessages: Messages = {
  'LICENSING.POLICY_NAME': { de: 'Der Name „{value}“ geht nicht: 1 bis 80 Zeichen, vorn ein Buchstabe oder eine Ziffer.', en: 'The name "{value}" cannot be used: 1 to 80 characters, a letter or digit first.' },
  'LICENSING.POLICY_OUTBOUND': { de: '„{value}“ ist keine einzelne SPDX-Lizenz. Geben Sie die Lizenz des Ganzen an, etwa „EUPL-1.2“.', en: '"{value}" is no single SPDX license. Give the license of the whole, such as "EUPL-1.2".' },
  'LICENSING.POLICY_EMPTY': { de: 'Die Richtlinie hat keine Regel. Fügen Sie mindestens eine hinzu.', en: 'The policy has no rule. Add at least one.' },
  'LICENSING.POLICY_TOO_LONG': { de: 'Die Richtlinie hat {count} Regeln; erlaubt sind {most}. Fassen Sie Regeln zusammen.', en: 'The policy has {count} rules; {most} are allowed. Put rules together.' },
  'LICENSING.POLICY_RULE_ID': { de: '„{value}“ bei „{path}“ geht nicht als Kennung: 1 bis 80 Buchstaben, Ziffern, Punkte und Striche.', en: '"{value}" at "{path}" cannot be a key: 1 to 80 letters, digits, dots and dashes.' },
  'LICENSING.POLICY_RULE_RESERVED': { de: 'Die Kennung „{value}“ hat eine eigene Bedeutung ({reserved}). Wählen Sie eine andere.', en: 'The key "{value}" has a meaning of its own ({reserved}). Choose another.' },
  'LICENSING.POLICY_RULE_TWICE': { de: 'Die Kennung „{value}“ bei „{path}“ trägt schon {other}. Geben Sie jeder Regel eine eigene.', en: 'The key "{value}" at "{path}" is already that of {other}. Give each rule its own.' },
  'LICENSING.POLICY_RULE_UNREACHABLE': { de: 'Die Regel „{rule}“ ({path}) kommt nie an die Reihe, weil „{earlier}“ vor ihr schon alles erfasst. Stellen Sie die engere Regel nach vorn.', en: 'The rule "{rule}" ({path}) never has its turn, for "{earlier}" before it takes all of it. Put the narrower rule first.' },
  'LICENSING.POLICY_RULE_NEVER_HOLDS': { de: 'Die Bedingung „{path}“ kann nie zutreffen: Was unbekannt ist, erfüllt keine verneinte Bedingung, und nichts ist zugleich ein- und ausgeschlossen.', en: 'The condition "{path}" can never hold: what is unknown meets no negated condition, and nothing is included and excluded at once.' },
  'LICENSING.POLICY_APPROVES_UNKNOWN': { de: 'Die Regel „{rule}“ würde auch unbekannte Lizenzen freigeben. Verlangen Sie in „{path}“ ein Urteil, eine Klasse oder eine Lizenz.', en: 'The rule "{rule}" would approve unknown licenses too. Ask for a verdict, class or license in "{path}".' },
  'LICENSING.POLICY_SENTENCE': { de: 'Bei „{path}“ fehlt der Satz, der die Entscheidung erklärt, oder er ist länger als {most} Zeichen.', en: 'At "{path}" the sentence that explains the decision is missing, or longer than {most} characters.' },
  'LICENSING.POLICY_CONDITION': { de: '„{path}“ ist keine Bedingung. Möglich sind: {allowed}.', en: '"{path}" is no condition. Possible are: {allowed}.' },
  'LICENSING.POLICY_LIST': { de: '„{path}“ braucht eine Liste mit 1 bis {most} Werten.', en: '"{path}" needs a list of 1 to {most} values.' },
  'LICENSING.POLICY_VALUE': { de: '„{value}“ ist bei „{path}“ nicht vorgesehen. Möglich: {allowed}.', en: '"{value}" is not provided for at "{path}". Possible: {allowed}.' },
  'LICENSING.POLICY_LICENSE': { de: '„{value}“ bei „{path}“ ist keine SPDX-Kennung in heutiger Schreibweise. Gemeint sein kann: {meant}.', en: '"{value}" at "{path}" is no SPDX id in its current spelling. It may mean: {meant}.' },
  'LICENSING.POLICY_NEEDS_OUTBOUND': { de: '„{path}“ fragt nach Verträglichkeit; dafür muss die Richtlinie die Lizenz des Ganzen nennen (outbound).', en: '"{path}" asks for compatibility; for that the policy has to name the license of the whole (outbound).' },
};
