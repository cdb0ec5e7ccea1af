// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { curatingTexts } from '../i18n/curating.js';
import { useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { FormButton } from '../ui/form-button.js';
import { ProductForm } from './product-form.js';
import { CATEGORIES, EDITED_PRODUCT, SAY_OF_PRODUCT } from './product-queries.js';

/** The way to say something of a product where it is shown. */
export function EditProduct({ product }: { product: { readonly key: string; readonly name: string } }) {
  const t = useTexts(curatingTexts);
  return (
    <Permitted to={[SAY_OF_PRODUCT]}>
      <FormButton name={t.edit} kind="secondary" title={t.editProduct(product.name)} act={t.save}>
        {(form, onDone) => <Known id={form} productKey={product.key} onSaved={() => onDone()} />}
      </FormButton>
    </Permitted>
  );
}

function Known({ id, productKey, onSaved }: { id: string; productKey: string; onSaved: () => void }) {
  const t = useTexts(curatingTexts);
  const product = useQuery({ query: EDITED_PRODUCT, variables: { key: productKey }, requestPolicy: 'network-only' });
  const categories = useQuery({ query: CATEGORIES });
  return (
    <Answer of={product}>
      {({ product: found }) => (found ? <Answer of={categories}>{({ categories: { nodes } }) => <ProductForm id={id} product={found} categories={nodes} onSaved={onSaved} />}</Answer> : <p className="kern-body">{t.productGone}</p>)}
    </Answer>
  );
}

/** The way to a product that the catalogue lacks; its page follows. */
export function NewProduct() {
  const t = useTexts(curatingTexts);
  const navigate = useNavigate();
  return (
    <Permitted to={[SAY_OF_PRODUCT]}>
      <FormButton name={t.newProduct} title={t.newProduct} act={t.addProduct} onLeave={(key) => void navigate({ to: '/inventar/$key', params: { key } })}>
        {(form, onDone) => <Unknown id={form} onSaved={onDone} />}
      </FormButton>
    </Permitted>
  );
}

function Unknown({ id, onSaved }: { id: string; onSaved: (key: string) => void }) {
  return <Answer of={useQuery({ query: CATEGORIES })}>{({ categories: { nodes } }) => <ProductForm id={id} categories={nodes} onSaved={onSaved} />}</Answer>;
}
