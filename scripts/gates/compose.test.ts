import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

type Service = { build?: { dockerfile: string }; image?: string; depends_on?: object; volumes?: string[] };

const root = path.resolve(import.meta.dirname, '../..');
const text = readFileSync(path.join(root, 'docker-compose.yml'), 'utf8');
const { services } = parse(text, { merge: true }) as { services: Record<string, Service> };

test('every service has an image that is pinned, or a Dockerfile that is there', () => {
  for (const [name, { build, image }] of Object.entries(services)) {
    if (build) expect(existsSync(path.join(root, build.dockerfile)), name).toBe(true);
    else expect(image, name).toMatch(/^[\w./-]+:(?!latest)[\w.-]+(@sha256:[0-9a-f]{64})?$/);
  }
});

test('what a service waits for is there', () => {
  for (const { depends_on = {} } of Object.values(services)) {
    const names = Array.isArray(depends_on) ? depends_on : Object.keys(depends_on);
    for (const name of names) expect(Object.keys(services)).toContain(name);
  }
});

test('the example names every value that must be given', () => {
  const needed = [...text.matchAll(/\$\{(\w+):\?\}/g)].map(([, name]) => name);
  const example = readFileSync(path.join(root, 'ops/compose/.env.example'), 'utf8');
  for (const name of new Set(needed)) expect(example).toMatch(new RegExp(`^${name}=`, 'm'));
});

test('no secret has a default', () => {
  expect(text).not.toMatch(/(SECRET|PASSWORD)[^\n]*\$\{\w+:-/);
});

test('what is mounted from here is there', () => {
  const mounted = Object.values(services).flatMap(({ volumes = [] }) =>
    volumes.map((one) => one.split(':')[0]),
  );
  const ours = mounted.filter((source) => source?.startsWith('./ops/'));
  expect(ours.length).toBeGreaterThan(5);
  for (const source of ours) expect(existsSync(path.join(root, String(source))), source).toBe(true);
});
