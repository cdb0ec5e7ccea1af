// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import type { Messages } from '#kernel';

/** What can stand in the way of a decision about a title. */
export const decisionMessages: Messages = {
  'MATCHING.NO_CANDIDATE': {
    de: 'Zu diesem Titel gibt es keinen Vorschlag. Wählen Sie ein Produkt, legen Sie eines an oder lassen Sie den Titel aus.',
    en: 'There is no candidate for this title. Choose a product, add one, or leave the title out.',
  },
  'MATCHING.PRODUCT_MISSING': {
    de: 'Es fehlt, welches Produkt es ist. Geben Sie das Produkt an.',
    en: 'It is missing which product it is. Name the product.',
  },
  'MATCHING.NEW_PRODUCT_NAME_INVALID': {
    de: 'Das neue Produkt braucht einen Namen mit Buchstaben oder Ziffern und höchstens {most} Zeichen.',
    en: 'The new product needs a name with letters or digits and at most {most} characters.',
  },
  'MATCHING.NEW_PRODUCT_KNOWN': {
    de: '„{name}“ steht schon im Katalog ({id}). Wählen Sie dieses Produkt, oder nennen Sie den Hersteller, wenn es ein anderes ist.',
    en: '“{name}” is in the catalogue already ({id}). Choose that product, or name the vendor if it is another one.',
  },
  'MATCHING.CATEGORY_UNKNOWN': {
    de: 'Die Kategorie „{category}“ gibt es nicht. Ähnlich: {similar}. Nehmen Sie einen Schlüssel aus database/catalogue/categories.yaml.',
    en: 'There is no category “{category}”. Similar: {similar}. Take a key of database/catalogue/categories.yaml.',
  },
  'MATCHING.ALREADY_UNDONE': {
    de: 'Die Entscheidung „{id}“ ist schon zurückgenommen. Es ist nichts zu tun.',
    en: 'The decision “{id}” was undone before. There is nothing to do.',
  },
  'MATCHING.NOT_FOUND': {
    de: '{what} „{id}“ gibt es nicht (mehr). Laden Sie die Warteschlange neu.',
    en: '{what} “{id}” does not exist (any more). Load the queue again.',
  },
};
