// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { DepartmentField } from '../../record.js';
import type { HeaderNames } from '../header-names.js';

/** Names of columns in plans of an organisation, German and English; written and compared as those of software are. */
export const DEPARTMENT_COLUMNS: Readonly<Record<DepartmentField, HeaderNames>> = {
  code: {
    clear: [
      'code', 'department code', 'department id', 'department number', 'department no', 'dept code', 'dept id', 'unit code', 'unit id', 'amtsnummer', 'amtsnr', 'amt-nr', 'amt nr', 'nummer des amtes', 'kürzel', 'amtskürzel', 'oe-nummer', 'oe-nr', 'oe-kürzel', 'oe-id', 'oe-code', 'organisationsnummer', 'organisationskennzeichen', 'kennung', 'orgnummer', 'org-id', 'org code', 'orga-id', 'orgkennzeichen',
      'kurzbezeichnung', 'kurzzeichen', 'kurzname', 'abkürzung', 'organisationsschlüssel', 'oe-schlüssel', 'organisationseinheit-nr', 'gliederungsnummer', 'gliederungsziffer', 'schlüssel', 'short name', 'abbreviation',
    ],
    weak: ['id', 'nr', 'nummer', 'number', 'no', 'ziffer', 'oe', 'amt', 'key', 'kostenstelle', 'cost center', 'cost centre'],
  },
  name: {
    clear: [
      'department', 'department name', 'dept name', 'amtsbezeichnung', 'amtsname', 'name des amtes', 'organisationseinheit', 'organisationseinheiten', 'oe-name', 'oe-bezeichnung', 'bezeichnung der organisationseinheit', 'name der organisationseinheit', 'abteilung', 'abteilungsname', 'fachbereich', 'fachbereichsname', 'organizational unit', 'organisational unit', 'org unit', 'unit name', 'einheit', 'dienststelle',
      'langbezeichnung', 'langname', 'stadtamt', 'fachamt', 'organisation', 'fachdienst', 'dezernat', 'referat', 'sachgebiet', 'business unit', 'division', 'amt',
    ],
    weak: ['name', 'bezeichnung', 'titel', 'title', 'beschreibung', 'description', 'full name', 'unit'],
  },
  parent: {
    clear: [
      'parent', 'parent department', 'parent code', 'parent id', 'parent unit', 'parent name', 'übergeordnete organisationseinheit', 'übergeordnet', 'übergeordnetes amt', 'übergeordnete oe', 'übergeordnete einheit', 'übergeordnete einheit (nr)', 'übergeordnete abteilung', 'untersteht', 'gehört zu', 'oberamt', 'ober-oe', 'obereinheit', 'vorgesetzte stelle', 'vorgesetzte oe', 'übergeordneter fachbereich', 'reports to',
      'superior', 'parent oe', 'teil von', 'part of', 'belongs to', 'higher unit', 'parentid', 'parent_id', 'vater', 'elternelement', 'oberorganisation',
    ],
    weak: ['dezernat', 'geschäftsbereich', 'fachbereich', 'bereich', 'referat'],
  },
  headcount: {
    clear: ['headcount', 'employees', 'number of employees', 'staff', 'mitarbeiter', 'mitarbeitende', 'anzahl mitarbeiter', 'anzahl mitarbeitende', 'beschäftigte', 'anzahl beschäftigte', 'stellen', 'planstellen', 'personalstärke', 'kopfzahl', 'fte', 'vzä', 'mitarbeiterzahl', 'beschäftigtenzahl', 'mitarbeiterinnen und mitarbeiter'],
    weak: ['personal', 'personen', 'anzahl'],
  },
};
