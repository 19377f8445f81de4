import { expect, test } from 'vitest';
import { html } from './html.ts';

const hostile = `<script>alert("1")</script>' onload=x & <img src=x>`;

test('what people typed cannot become a tag or leave an attribute', () => {
  const text = html`<p title="${hostile}">${hostile}</p>`.text;
  expect(text).not.toMatch(/<script|<img|" onload|' onload/);
  expect(text).toContain(
    '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&#39; onload=x &amp; &lt;img src=x&gt;',
  );
});

test('parts made here go in as they are, one or many', () => {
  const part = (name: string) => html`<em>${name}</em>`;
  const text = html`${['a', '<b>'].map(part)}, ${part('c')}, ${1}`.text;
  expect(text).toBe('<em>a</em><em>&lt;b&gt;</em>, <em>c</em>, 1');
});

test('an object that only looks like a part is refused', () => {
  const pretender = JSON.parse('{"text":"<b>"}') as string;
  expect(() => html`${pretender}`.text).toThrow(TypeError);
});
