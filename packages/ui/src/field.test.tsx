import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { Field } from './field.tsx';
import { Input, NativeSelect } from './input.tsx';

/** The attributes of the only element of that name. */
const attributesOf = (html: string, element: string): Record<string, string> => {
  const tag = new RegExp(`<${element}([^>]*)>`).exec(html)?.[1] ?? '';
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, value]));
};

test('the label, the hint and the error belong to the control', () => {
  const html = renderToStaticMarkup(
    <Field label="Name" hint="As on the contract" error="Fill this in" required>
      <Input />
    </Field>,
  );
  const input = attributesOf(html, 'input');
  expect(attributesOf(html, 'label').for).toBe(input.id);
  expect(input).toMatchObject({ 'aria-invalid': 'true', 'aria-required': 'true' });
  const [error = '', hint = ''] = (input['aria-describedby'] ?? '').split(' ');
  expect(html).toMatch(new RegExp(`id="${error}"[^>]*>Fill this in`));
  expect(html).toMatch(new RegExp(`id="${hint}"[^>]*>As on the contract`));
});

test('without error or hint nothing is described', () => {
  const html = renderToStaticMarkup(
    <Field label="Zone">
      <NativeSelect />
    </Field>,
  );
  const select = attributesOf(html, 'select');
  expect(select.id).toBeTruthy();
  expect(select['aria-describedby']).toBeUndefined();
  expect(select['aria-invalid']).toBeUndefined();
});
