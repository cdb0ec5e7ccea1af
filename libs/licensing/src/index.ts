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
