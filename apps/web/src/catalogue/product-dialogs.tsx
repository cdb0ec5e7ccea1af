// SPDX-FileCopyrightText: 2026 Fahrplan contributors
// SPDX-License-Identifier: EUPL-1.2
import { useEffect, useId, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { Permitted } from '../access/permitted.js';
import { curatingTexts } from '../i18n/curating.js';
import { useTexts } from '../i18n/language.js';
import { Answer } from '../ui/answer.js';
import { Button } from '../ui/button.js';
import { Dialog, SubmitActions } from '../ui/dialog.js';
import { ProductForm } from './product-form.js';
import { CATEGORIES, EDITED_PRODUCT, SAY_OF_PRODUCT } from './product-queries.js';

/** The way to say something of a product where it is shown. */
export function EditProduct({ product }: { product: { readonly key: string; readonly name: string } }) {
  const t = useTexts(curatingTexts);
  const form = useId();
  const [isOpen, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <Permitted to={[SAY_OF_PRODUCT]}>
      <Button kind="secondary" onClick={() => setOpen(true)}>
        {t.edit}
      </Button>
      <Dialog title={t.editProduct(product.name)} isOpen={isOpen} onClose={close} actions={<SubmitActions form={form} act={t.save} onClose={close} />}>
        {isOpen && <Known id={form} productKey={product.key} onSaved={close} />}
      </Dialog>
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
  const form = useId();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<string>();
  const close = () => setOpen(false);
  // once the dialog is closed: an open one asks before it is left
  useEffect(() => {
    if (made !== undefined) void navigate({ to: '/inventar/$key', params: { key: made } });
  }, [made, navigate]);
  return (
    <Permitted to={[SAY_OF_PRODUCT]}>
      <Button onClick={() => setOpen(true)}>{t.newProduct}</Button>
      <Dialog title={t.newProduct} isOpen={isOpen} onClose={close} actions={<SubmitActions form={form} act={t.addProduct} onClose={close} />}>
        {isOpen && (
          <Unknown
            id={form}
            onSaved={(key) => {
              close();
              setMade(key);
            }}
          />
        )}
      </Dialog>
    </Permitted>
  );
}

function Unknown({ id, onSaved }: { id: string; onSaved: (key: string) => void }) {
  return <Answer of={useQuery({ query: CATEGORIES })}>{({ categories: { nodes } }) => <ProductForm id={id} categories={nodes} onSaved={onSaved} />}</Answer>;
}
