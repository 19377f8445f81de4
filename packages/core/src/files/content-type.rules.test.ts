import { expect, test } from 'vitest';
import { typeOfContent } from './content-type.rules.ts';

const text = (words: string) => new TextEncoder().encode(words);

test.each([
  ['image/jpeg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16])],
  ['image/png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ['image/webp', text('RIFF____WEBPVP8 ')],
])('%s by its first bytes', (type, content) => {
  expect(typeOfContent(content)).toBe(type);
});

test.each([
  ['a page', text('<!doctype html><script>alert(1)</script>')],
  ['a drawing with a script', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
  ['PHP', text('<?php system($_GET[0]);')],
  ['a sound', text('RIFF____WAVEfmt ')],
  ['a cut picture', new Uint8Array([0xff, 0xd8])],
  ['nothing', new Uint8Array()],
])('%s is no picture', (_, content) => {
  expect(typeOfContent(content)).toBeUndefined();
});
