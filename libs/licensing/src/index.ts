// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
export * from './messages.js';
export * from './expression/tree.js';
export { parseExpression } from './expression/parse.js';
export { printExpression } from './expression/print.js';
export { modernise } from './expression/modernise.js';
export type { LicenseClass, LicenseRow, Reservation } from './data/license-row.js';
export { licenseInfo, canonicalExceptionId, canonicalLicenseId } from './data/license-list.js';
export { licenseRows } from './data/licenses.js';
export { exceptionRows } from './data/exceptions.js';
export * from './verdict/proof.js';
export { judgeOpenSource } from './verdict/judge-open-source.js';
export { classOf, classesByStrictness } from './verdict/class-of.js';
export { flagsOf, type LicenseFlags } from './verdict/flags-of.js';
export { describeProof, describeStep } from './verdict/describe-proof.js';
export { answerLicense, type LicenseAnswer, type LicenseMethod } from './normalisation/answer-license.js';
export * from './compatibility/answer.js';
export { checkCompatibility, checkExpression } from './compatibility/check-compatibility.js';
export { parseOsadlMatrix, type CompatibilityMatrix, type MatrixCell } from './compatibility/matrix.js';
export { compatibilitySentences } from './compatibility/messages.js';
export * from './policy/policy.js';
export { beschaffung, readyPolicies, veroeffentlichung } from './policy/ready-policies.js';
export { decideByPolicy, decideText, type PolicyContext, type PolicyDecision } from './policy/decide.js';
export { checkComponents, componentChecker, overall, type CheckedComponent, type ComponentsCheck, type LicenseFinding } from './policy/check-components.js';
export { obligationsOf, type ObligationEntry } from './obligations/obligations-of.js';
