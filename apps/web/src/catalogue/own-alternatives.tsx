// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useMutation, useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { curatingTexts } from '../i18n/curating.js';
import { useTexts } from '../i18n/language.js';
import { Button } from '../ui/button.js';
import { ProductLink } from '../ui/product-link.js';
import { Failed, ProblemOf } from '../ui/states.js';
import { useToast } from '../ui/toast.js';
import { alternativeIn } from './field-in-words.js';
import { NAMED_PRODUCTS, SAY_OF_PRODUCT } from './product-queries.js';

interface Override {
  readonly field: string;
  readonly value: unknown;
  readonly reason: string | null;
  readonly layer: { readonly kind: string };
}

/** What the administration itself says of the alternatives to a product of the shared catalogue, and the way to take that back. */
export function OwnAlternatives({ product, onSaid, onReload }: { product: { readonly key: string; readonly revision: number; readonly overrides: readonly Override[] }; onSaid: (revision: number) => void; onReload: () => void }) {
  const t = useTexts(curatingTexts);
  const say = useToast();
  const own = product.overrides.flatMap((override) => {
    const key = alternativeIn(override.field);
    return override.layer.kind === 'OWN' && key !== null ? [{ ...override, key }] : [];
  });
  const [{ data: named }] = useQuery({ query: NAMED_PRODUCTS, variables: { keys: own.map(({ key }) => key) }, pause: own.length === 0 });
  const [{ data, error }, send] = useMutation(SAY_OF_PRODUCT);
  if (own.length === 0) return null;
  const nameOf = (key: string) => named?.products.nodes.find((one) => one.key === key)?.name ?? key;
  const takeBack = async (field: string, name: string) => {
    const { data: given } = await send({ input: { key: product.key, revision: product.revision, reset: [field] } });
    if (given?.upsertProduct.__typename !== 'UpsertProductSuccess') return;
    onSaid(given.upsertProduct.product.revision);
    say(t.takenBack(name));
  };
  return (
    <div className="stack">
      <h3 className="kern-heading-small">{t.ownAlternatives}</h3>
      <ul className="own-words">
        {own.map(({ key, field, value, reason }) => (
          <li key={key}>
            <ProductLink to={{ key, name: nameOf(key) }} />: {value === null ? t.isDismissed : t.isDescribed}
            {reason && ` (${reason})`}{' '}
            <Permitted to={[SAY_OF_PRODUCT]}>
              <Button kind="tertiary" small aria-label={t.takeBackOf(nameOf(key))} onClick={() => void takeBack(field, nameOf(key))}>
                {t.takeBack}
              </Button>
            </Permitted>
          </li>
        ))}
      </ul>
      {error && <Failed error={error} />}
      <ProblemOf answer={data?.upsertProduct} onReload={onReload} />
    </div>
  );
}
