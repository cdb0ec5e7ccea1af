// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { ContractField } from '../../record.js';
import type { HeaderNames } from '../header-names.js';

/** Names of columns in registers of contracts, German and English; written and compared as those of software are. */
export const CONTRACT_COLUMNS: Readonly<Record<ContractField, HeaderNames>> = {
  number: {
    clear: [
      'contract number', 'contract no', 'contract no.', 'contract nr', 'contract id', 'contract reference', 'contract', 'agreement number', 'agreement no', 'vertragsnummer', 'vertragsnr', 'vertrags-nr', 'vertrags-nr.', 'vertrag nr', 'vertrag', 'vertrags-id', 'vertragskennung', 'vertragskennzeichen', 'vertragsnummer intern', 'nummer des vertrags', 'rahmenvertragsnummer',
      'evb-it-vertragsnummer', 'vertragsreferenz', 'bestellnummer', 'purchase order', 'po number', 'lizenzvertragsnummer', 'enrollment number',
    ],
    weak: ['number', 'nummer', 'nr', 'no', 'id', 'aktenzeichen', 'az', 'referenz', 'reference', 'lfd. nr.', 'rahmenvertrag', 'file reference'],
  },
  title: {
    clear: [
      'vertragsgegenstand', 'gegenstand', 'vertragsbezeichnung', 'vertragstitel', 'vertragsname', 'subject', 'contract name', 'contract title', 'contract subject', 'product', 'product name', 'produkt', 'produktname', 'produktbezeichnung', 'software', 'software name', 'softwareprodukt', 'lizenzprodukt', 'lizenzgegenstand', 'leistung', 'leistungsgegenstand',
      'title', 'titel', 'anwendung', 'application', 'fachverfahren', 'verfahren', 'leistungsbeschreibung', 'subscription', 'service', 'abonnement',
    ],
    weak: ['name', 'bezeichnung', 'beschreibung', 'description', 'artikel', 'artikelbezeichnung', 'item', 'system', 'betreff', 'position'],
  },
  vendor: {
    clear: ['vendor', 'vendor name', 'supplier', 'supplier name', 'lieferant', 'hersteller', 'anbieter', 'vertragspartner', 'auftragnehmer', 'contractor', 'contract partner', 'contracting party', 'vertragspartei', 'dienstleister', 'manufacturer', 'publisher', 'lizenzgeber', 'licensor', 'provider', 'kreditor', 'vertragspartner/hersteller', 'kreditorenname', 'partner'],
    weak: ['firma', 'company', 'party', 'counterparty', 'reseller', 'händler'],
  },
  department: {
    clear: [
      'department', 'department name', 'amt', 'fachbereich', 'fachamt', 'abteilung', 'organisationseinheit', 'oe', 'org-einheit', 'dezernat', 'referat', 'dienststelle', 'sachgebiet', 'bereich', 'organizational unit', 'organisational unit', 'bedarfsträger', 'nutzendes amt', 'zuständiges amt', 'responsible department', 'fachdienst', 'eigenbetrieb', 'vertragsverantwortliches amt', 'auftraggeber',
    ],
    weak: ['kostenstelle', 'cost center', 'cost centre', 'ou', 'mandant', 'standort', 'zuständigkeit'],
  },
  startsOn: {
    clear: ['vertragsbeginn', 'vertragsstart', 'laufzeitbeginn', 'beginn der laufzeit', 'beginn laufzeit', 'laufzeit von', 'start date', 'contract start', 'contract start date', 'contract begin', 'starts on', 'starts', 'gültig ab', 'valid from', 'effective date', 'beginn', 'vertrag ab', 'vertragsdatum', 'inkrafttreten', 'begin date', 'laufzeit ab', 'startdatum', 'term start', 'subscription start'],
    weak: ['von', 'ab', 'start', 'from', 'seit', 'since', 'begin'],
  },
  endsOn: {
    clear: [
      'vertragsende', 'vertragsablauf', 'laufzeitende', 'ende der laufzeit', 'ende laufzeit', 'laufzeit bis', 'vertrag bis', 'vertragslaufzeit bis', 'vertrag endet am', 'end date', 'contract end', 'contract end date', 'contract ends', 'contract ends on', 'contract expiry', 'ends on', 'ends', 'expiry date', 'expiration date', 'expires on', 'expires', 'gültig bis', 'valid until',
      'valid to', 'ablaufdatum', 'enddatum', 'term end', 'vertragsenddatum', 'nächstes vertragsende', 'subscription end', 'end of contract', 'mindestlaufzeit bis', 'ende', 'endet am', 'renewal date',
    ],
    weak: ['bis', 'end', 'to', 'until', 'laufzeit', 'vertragslaufzeit', 'befristung'],
  },
  noticePeriod: {
    clear: [
      'kündigungsfrist', 'kündigungsfristen', 'kündigungsfrist (monate)', 'kündigungsfrist in monaten', 'kündigungsfrist (tage)', 'kündigungsfrist in tagen', 'kündigungsfrist in wochen', 'kündfrist', 'notice period', 'notice', 'period of notice', 'notice period (months)', 'notice period (days)', 'notice period months', 'notice period days', 'cancellation period', 'termination notice',
      'cancellation notice', 'notice months', 'notice days', 'kündigung', 'termination notice period',
    ],
    weak: ['frist'],
  },
  renewal: {
    clear: [
      'verlängerung', 'verlängerung um', 'vertragsverlängerung', 'automatische verlängerung', 'verlängerungszeitraum', 'verlängerungsperiode', 'verlängerung (monate)', 'verlängerung in monaten', 'verlängerung monate', 'stillschweigende verlängerung', 'renewal', 'renewal period', 'renewal term', 'renewal (months)', 'renewal months', 'auto renewal', 'automatic renewal', 'auto-renew', 'auto renew', 'renews',
      'verlängert sich um', 'verlängerungsoption', 'renewal type', 'autorenewal',
    ],
    weak: [],
  },
  costPerYear: {
    clear: [
      'cost per year', 'costs per year', 'annual cost', 'annual costs', 'yearly cost', 'annual fee', 'annual price', 'annual value', 'annual spend', 'cost per annum', 'price per year', 'jahreskosten', 'kosten pro jahr', 'kosten/jahr', 'kosten p.a.', 'kosten p. a.', 'jährliche kosten', 'kosten jährlich', 'jahresbetrag', 'jahresentgelt', 'jahrespreis', 'jahresgebühr', 'jährliches entgelt',
      'jahreswert', 'kosten je jahr', 'kosten im jahr', 'lizenzkosten pro jahr', 'wartungskosten pro jahr', 'pflegekosten pro jahr', 'jahreskosten (eur)', 'jahreskosten (€)', 'jahreskosten in euro', 'jahreskosten brutto', 'jahreskosten netto', 'kosten pro jahr (€)', 'laufende kosten pro jahr', 'preis pro jahr', 'betrag pro jahr', 'kosten jahr', 'jahresvertragswert', 'yearly fee', 'yearly price', 'annual contract value',
    ],
    weak: [],
  },
  costPerMonth: {
    clear: ['cost per month', 'monthly cost', 'monthly costs', 'monthly fee', 'monthly price', 'price per month', 'monatskosten', 'kosten pro monat', 'kosten/monat', 'monatliche kosten', 'kosten monatlich', 'monatsbetrag', 'monatliches entgelt', 'monatspreis', 'preis pro monat', 'monatsentgelt', 'kosten je monat', 'kosten p.m.'],
    weak: [],
  },
  cost: {
    clear: ['cost', 'costs', 'kosten', 'betrag', 'preis', 'price', 'vertragswert', 'contract value', 'auftragswert', 'auftragssumme', 'vertragssumme', 'gesamtkosten', 'total cost', 'total value', 'gesamtpreis', 'gesamtbetrag', 'volumen', 'vertragsvolumen', 'entgelt', 'kosten (eur)', 'kosten in euro', 'nettobetrag', 'bruttobetrag', 'vergütung', 'lizenzkosten', 'amount', 'einmalkosten'],
    weak: ['wert', 'value', 'summe', 'total'],
  },
  metric: {
    clear: ['metrik', 'lizenzmetrik', 'metric', 'license metric', 'licence metric', 'lizenzart', 'lizenztyp', 'license type', 'licence type', 'lizenzmodell', 'license model', 'licensing model', 'abrechnungseinheit', 'nutzungsart', 'zählgröße', 'bemessungsgröße', 'mengeneinheit', 'lizenzierungsart'],
    weak: ['einheit', 'unit', 'typ', 'type', 'art'],
  },
  quantity: {
    clear: ['anzahl', 'menge', 'quantity', 'qty', 'anzahl lizenzen', 'anzahl der lizenzen', 'lizenzanzahl', 'lizenzen', 'licenses', 'licences', 'number of licenses', 'number of licences', 'license count', 'licence count', 'seats', 'anzahl nutzer', 'anzahl nutzungsrechte', 'nutzungsrechte', 'stückzahl', 'lizenzmenge', 'number of seats', 'entitlements', 'users', 'nutzer', 'anzahl user', 'anzahl benutzer', 'anzahl arbeitsplätze', 'anzahl geräte'],
    weak: ['count', 'stück', 'amount', 'zahl', 'lizenz', 'license'],
  },
};
