// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { z } from 'zod';

/** Who runs the program, and what the law wants said of it to everybody; null is what nobody has said. */
export interface OperatorSettings {
  readonly name: string | null;
  readonly imprintUrl: string | null;
  readonly privacyUrl: string | null;
  /** The law that asks for accessibility: "BGG NRW und BITVNRW". */
  readonly accessibilityLaw: string | null;
  /** Where barriers are reported: a mail address, or the address of a form. */
  readonly accessibilityContact: string | null;
  /** Who helps where reporting does not: arbitration, ombuds or enforcement body. */
  readonly accessibilityBody: string | null;
  readonly accessibilityBodyUrl: string | null;
  /** Day on which the operator last looked through the statement. */
  readonly accessibilityReviewedOn: string | null;
  /** A video in sign language on what this is, how one finds one's way, and the statement. */
  readonly signLanguageUrl: string | null;
}

const LONGEST_TEXT = 500;
const text = z.string().trim().min(1).max(LONGEST_TEXT);
const address = z.url({ protocol: /^https?$/ });

/** Variables of the environment that say it. */
export const operatorVariables = {
  FAHRPLAN_OPERATOR: text.optional(),
  FAHRPLAN_IMPRINT_URL: address.optional(),
  FAHRPLAN_PRIVACY_URL: address.optional(),
  FAHRPLAN_ACCESSIBILITY_LAW: text.optional(),
  FAHRPLAN_ACCESSIBILITY_CONTACT: z.union([z.email(), address], 'a mail address, or an address that begins with https://').optional(),
  FAHRPLAN_ACCESSIBILITY_BODY: text.optional(),
  FAHRPLAN_ACCESSIBILITY_BODY_URL: address.optional(),
  FAHRPLAN_ACCESSIBILITY_REVIEWED_ON: z.iso.date().optional(),
  FAHRPLAN_SIGN_LANGUAGE_URL: address.optional(),
};

type OperatorVariables = z.infer<z.ZodObject<typeof operatorVariables>>;

/** What the law asks for wherever others reach the program. */
const ASKED_FOR = ['FAHRPLAN_OPERATOR', 'FAHRPLAN_IMPRINT_URL', 'FAHRPLAN_PRIVACY_URL', 'FAHRPLAN_ACCESSIBILITY_CONTACT', 'FAHRPLAN_ACCESSIBILITY_BODY', 'FAHRPLAN_ACCESSIBILITY_REVIEWED_ON'] as const;

export function operatorIn(env: OperatorVariables): OperatorSettings {
  return {
    name: env.FAHRPLAN_OPERATOR ?? null,
    imprintUrl: env.FAHRPLAN_IMPRINT_URL ?? null,
    privacyUrl: env.FAHRPLAN_PRIVACY_URL ?? null,
    accessibilityLaw: env.FAHRPLAN_ACCESSIBILITY_LAW ?? null,
    accessibilityContact: env.FAHRPLAN_ACCESSIBILITY_CONTACT ?? null,
    accessibilityBody: env.FAHRPLAN_ACCESSIBILITY_BODY ?? null,
    accessibilityBodyUrl: env.FAHRPLAN_ACCESSIBILITY_BODY_URL ?? null,
    accessibilityReviewedOn: env.FAHRPLAN_ACCESSIBILITY_REVIEWED_ON ?? null,
    signLanguageUrl: env.FAHRPLAN_SIGN_LANGUAGE_URL ?? null,
  };
}

/** The variables that have to be set for the page to say what the law asks for. */
export function unsaidByOperator({ name, imprintUrl, privacyUrl, accessibilityContact, accessibilityBody, accessibilityReviewedOn }: OperatorSettings): readonly string[] {
  const said = [name, imprintUrl, privacyUrl, accessibilityContact, accessibilityBody, accessibilityReviewedOn];
  return ASKED_FOR.filter((_variable, index) => said[index] === null);
}
