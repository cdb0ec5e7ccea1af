// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** Why a title was matched or not, for the person at the review queue. */
export const matchingMessages: Messages = {
  'MATCHING.DECIDED_BY_PERSON': { de: 'Eine Person hat diesen Titel zugeordnet. Zum Ändern die Entscheidung zurücknehmen.', en: 'A person matched this title. Take the decision back to change it.' },
  'MATCHING.LEFT_OUT_BY_PERSON': { de: 'Eine Person hat entschieden, dass dieser Titel kein Produkt ist. Zum Ändern die Entscheidung zurücknehmen.', en: 'A person decided that this title is no product. Take the decision back to change it.' },
  'MATCHING.COMPONENT_BY_PERSON': { de: 'Eine Person hat entschieden, dass dieser Titel ein Bestandteil ist. Zum Ändern die Entscheidung zurücknehmen.', en: 'A person decided that this title is a component. Take the decision back to change it.' },
  'MATCHING.IDENTIFIER_EQUAL': { de: 'Die Kennung {identifier} ({kind}) steht beim Produkt im Katalog.', en: 'The identifier {identifier} ({kind}) is listed with the product in the catalogue.' },
  'MATCHING.NAME_EQUAL': { de: 'Der Name ist im Katalog bekannt als „{alias}“.', en: 'The catalogue knows the name as “{alias}”.' },
  'MATCHING.NAME_CORRECTED': { de: 'Der Name ist bis auf {edits} Buchstaben „{alias}“. Bitte prüfen, falls das nicht gemeint ist.', en: 'But for {edits} letters the name is “{alias}”. Check it if that is not meant.' },
  'MATCHING.VENDOR_CONFIRMED': { de: 'Der Hersteller passt: {vendor}.', en: 'The vendor fits: {vendor}.' },
  'MATCHING.VENDOR_DIFFERS': { de: 'Der Name passt, aber der Hersteller ist „{given}“ statt „{expected}“. Bitte entscheiden; ist es derselbe Hersteller, im Katalog als weiteren Namen eintragen.', en: 'The name fits, but the vendor is “{given}”, not “{expected}”. Decide; if it is the same vendor, add the name to the catalogue as an alias.' },
  'MATCHING.NAME_GENERIC': { de: '„{alias}“ heißen viele Produkte. Bitte den Hersteller angeben oder entscheiden.', en: 'Many products are called “{alias}”. Give the vendor, or decide.' },
  'MATCHING.EDITION_DIFFERS': { de: 'Der Name passt, aber der Katalog kennt nur eine andere Ausgabe: „{alias}“. Bitte entscheiden, ob es dasselbe Produkt ist.', en: 'The name fits, but the catalogue knows another edition only: “{alias}”. Decide whether it is the same product.' },
  'MATCHING.REMARK_LEFT_OUT': { de: 'In Klammern steht noch: {words}. Das wurde für eine Anmerkung gehalten.', en: 'The brackets also hold: {words}. That was taken for a remark.' },
  'MATCHING.SEVERAL_PRODUCTS': { de: '{count} Produkte kommen gleich gut in Frage. Bitte eines wählen.', en: '{count} products fit equally well. Choose one.' },
  'MATCHING.COMPONENT': { de: 'Das ist ein Bestandteil ({kind}) und kein eigenes Produkt. Nichts zu tun; ist es doch eines, bitte zuordnen.', en: 'This is a component ({kind}), not a product of its own. Nothing to do; match it if it is one after all.' },
  'MATCHING.COMPONENT_OF_PRODUCT': { de: 'Das Produkt, zu dem es gehört, ist im Katalog.', en: 'The product it belongs to is in the catalogue.' },
  'MATCHING.ONLY_SIMILAR': { de: 'Kein Name im Katalog deckt „{words}“ ab; ähnlich sind: {names}. Bitte zuordnen oder ein Produkt anlegen.', en: 'No name in the catalogue covers “{words}”; similar are: {names}. Match it, or add a product.' },
  'MATCHING.NOTHING_SIMILAR': { de: 'Im Katalog ist nichts Ähnliches. Bitte ein Produkt anlegen oder den Titel auslassen.', en: 'Nothing like it is in the catalogue. Add a product, or leave the title out.' },
  'MATCHING.TITLE_EMPTY': { de: 'Der Titel enthält weder Buchstaben noch Ziffern. Bitte die Quelle prüfen.', en: 'The title holds neither letters nor digits. Check the source.' },
};
