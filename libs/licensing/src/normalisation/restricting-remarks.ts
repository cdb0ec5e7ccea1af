// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
/** Remarks that may take away what the named license grants, so that the name alone must not be answered. */
const RESTRICTING =
  /\bnon[\s-]*(?:commercial|profit)|\bpersonal\b|\bprivate\b|\bacademic\b|\beducational\b|\bresearch\b|\bevaluation\b|\btrial\b|\bonly\b|\bnur\b|\bnot?\b|\bnicht\b|\bkein|\bexcept|\bbut\b|\baber\b|\brestrict|\bprohibit|\bforb[ia]d|\bcommons clause\b|\badditional\b|\bproprietary\b|\bcommercial\b|\bkommerziell|\bmodified\b|\bvariant\b|\bwithout\b|\bunless\b|\bexcluding\b|\bohne\b|\baußer\b|\bausgenommen\b|\bsauf\b|\blimit|\bpermission\b|\bconsent\b|\bapproval\b|\brequire|\bmust\b|\bnda\b|\bcompan(?:y|ies)\b|\bemployees\b|\brevenue\b|\benterprise\b|\bcontact\b|\bask\b|\bgenehmigung|\bzustimmung|\beinschränk|\bbegrenz|\bbeschränk/i;
const ALL_RIGHTS = /\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés/i;
/** "Copyright 2020 ACME. All rights reserved." closes every notice and says nothing. */
const NOTICE = /(?:copyright\b|©|\(c\)).*(?:all rights reserved|alle rechte vorbehalten|tous droits réservés)\W*$/is;

/** Whether a remark beside a license may take away what the license grants. */
export function restricts(remark: string): boolean {
  return RESTRICTING.test(remark) || (ALL_RIGHTS.test(remark) && !NOTICE.test(remark));
}
