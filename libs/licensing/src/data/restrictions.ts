// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { LicenseClass, Reservation } from './license-row.js';

/** Words by which texts withhold a freedom without naming a license. */
export interface RestrictionRow {
  readonly words: RegExp;
  readonly class: LicenseClass;
  readonly reservation: Reservation;
  /**
   * Whether the words take something away also beside the name of an open license ("MIT, non-commercial use only"). "Commercial" and "all rights
   * reserved" do not: an offer to buy takes nothing away, and the latter stands in every copyright notice.
   */
  readonly binds: boolean;
}

/**
 * In the order in which they decide; the first that occurs is the reason.
 *
 * @source wording of vendors' terms, download portals, PyPI classifiers and model cards, German, English and French
 */
export const restrictionRows: readonly RestrictionRow[] = [
  { words: /\bpoly[\s-]?form\b|\bprosperity public\b|\bbig time public\b|\bfair[\s-]*(?:source|code|core)\b|\bcockroachdb community\b|\btimescale\b|\bconfluent community\b|\bredis source available\b|\bn8n\b/i, class: 'source-available', reservation: 'COMPETING_USE', binds: true },
  { words: /\bopen[\s-]*rail\b|\brail\b(?!s)|\bresponsible ai\b|\bllama\b|\bgemma\b|\bmistral ai\b|\bstability ai\b|\bacceptable use\b/i, class: 'source-available', reservation: 'FIELD_OF_USE', binds: true },
  { words: /\bgood,?\s*(?:and\s+)?not\s+(?:for\s+)?evil\b|\bdo no harm\b|\bno harm\b|\bhippocratic\b|\banti[\s-]*996\b|\b(?:no|non|not for|nicht für)[\s-]*(?:military|militärisch)|\bethical (?:use|source)\b/i, class: 'source-available', reservation: 'FIELD_OF_USE', binds: true },
  { words: /\bfree for (?:academi|education|research|schools?|universit|students?)|\b(?:academi[ca]l?|education(?:al)?|research|classroom|teaching|scientific|university|schulische?)\s*(?:and\s+\w+\s+)?(?:use|purposes?|users?|institutions?)\b|\bfür (?:forschung|lehre|wissenschaft|bildung|schulen|studierende|studenten)|\bforschungszwecke|\blehrzwecke/i, class: 'non-commercial', reservation: 'NON_COMMERCIAL', binds: true },
  { words: /\bnon[\s-]*(?:commercial|profit|business)|\b(?:no|not for|without|not be used for|except|prohibit\w*|forbid\w*)\s+(?:any\s+)?commercial\b|\bnicht[\s-]*kommerziell|\b(?:nicht|keine?|kein) (?:für )?(?:kommerziell|gewerblich)|\bnicht[\s-]*gewerblich|\bnon[\s-]commerciale?\b|\bcommercial use (?:is )?(?:not|prohibited|forbidden|requires)|\bkommerzielle nutzung (?:nicht|untersagt|verboten|nur)/i, class: 'non-commercial', reservation: 'NON_COMMERCIAL', binds: true },
  { words: /\b(?:personal|private|home|hobby|individual|domestic)\s*(?:and\s+\w+\s+)?(?:use|users?|edition|purposes?)\b|\bprivat(?:e[rnms]?)?[\s-]*(?:gebrauch|nutzung|zweck|anwender|person)|\bpersönliche[rnm]?\s+(?:gebrauch|nutzung)|\busage (?:personnel|privé)\b/i, class: 'non-commercial', reservation: 'PERSONAL_USE_ONLY', binds: true },
  { words: /\b(?:source|quell\w*)[\s-]*(?:code\s*)?(?:is\s+|ist\s+)?(?:available|visible|(?:offen\s+)?einsehbar|verfügbar)\b|\bshared[\s-]source\b|\bview[\s-]only\b/i, class: 'source-available', reservation: 'SOURCE_AVAILABLE_ONLY', binds: true },
  { words: /\bnon[\s-]*production\b|\b(?:not|nicht) (?:for|in|für) production|\binternal (?:use|business|purposes?)\b|\bintern(?:e[rn]?)? (?:gebrauch|nutzung|zwecke)|\bnot (?:be )?(?:for )?(?:resale|sold|sale)\b|\bno (?:re)?sale\b|\bno saas\b|\bcompeting (?:use|product|service)/i, class: 'source-available', reservation: 'COMPETING_USE', binds: true },
  { words: /\bshare[\s-]?ware\b|\btrial(?:[\s-]?ware)?s?\b|\bdemo(?:[\s-]?ware|version)?\b|\bevaluation\b|\bevaluier\w+|\btest(?:version|lizenz|zwecke?)\b|\bprobeversion\b|\bnag[\s-]?ware\b|\bcripple[\s-]?ware\b|\btry before you buy\b|\bversion d.(?:essai|évaluation)\b/i, class: 'proprietary', reservation: 'TRIAL_ONLY', binds: true },
  { words: /\bfree[\s-]?ware\b|\bfreemium\b|\bad[\s-]?ware\b|\bdonation[\s-]?ware\b|\bfree[\s-]of[\s-]charge\b|\bno[\s-]fee\b|\bfree use terms\b|\bkostenlos|\bkostenfrei|\bunentgeltlich|\bgratis\b|\bgratuit/i, class: 'proprietary', reservation: 'FREE_OF_CHARGE_ONLY', binds: true },
  { words: /\bclosed[\s-]source\b|\beula\b|\bend[\s-]user (?:software )?licen[cs]e\b|\bendbenutzer|\bendnutzer|\bsource code is not\b|\breverse engineering\b|\bper[\s-](?:seat|user|device|core)\b|\bnamed[\s-]user\b|\bseat licen[cs]e\b|\bfloating licen[cs]e\b|\bvolume licen[cs]\w*|\bsubscription\b|\bkaufsoftware\b|\bkaufversion\b|\bkostenpflichtig|\b(?:einzelplatz|mehrplatz|volumen|firmen|kauf|miet|abo|geräte|nutzer|netzwerk|laufzeit)[\s-]?lizenz/i, class: 'proprietary', reservation: 'PROPRIETARY', binds: true },
  { words: /\bproprietary\b|\bpropriet[äa]r|\bpropriétaire|\bcommercial(?:e|ly)?\b|\bkommerziell|\ball rights reserved\b|\balle rechte vorbehalten\b|\btous droits réservés|\btodos los derechos reservados\b|\b(?:oracle|microsoft|ms|adobe|vmware|nvidia|apple|sap|ibm)\b.*\b(?:licen[cs]e agreement|license terms|technology network|binary code|bcl|net library|enterprise agreement)|\bnet library\b|\boracle bcl\b|\bpaid\b/i, class: 'proprietary', reservation: 'PROPRIETARY', binds: false },
];
