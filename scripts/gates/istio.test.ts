import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { parseAllDocuments } from 'yaml';

type Rule = {
  from: { source: { principals: string[] } }[];
  to?: { operation: { paths: string[] } }[];
};
type Resource = {
  kind: string;
  metadata: { name: string; namespace: string };
  spec: {
    mtls?: { mode: string };
    action?: string;
    selector?: { matchLabels: { app: string } };
    rules?: Rule[];
    http?: { match?: { uri: { prefix: string } }[]; directResponse?: { status: number } }[];
  };
};

const file = path.resolve(import.meta.dirname, '../../ops/istio/mesh.yml');
const documents = parseAllDocuments(readFileSync(file, 'utf8'));
const resources = documents.map((document) => document.toJS() as Resource);
const policies = resources.filter(({ kind }) => kind === 'AuthorizationPolicy');

test('the mesh speaks with certificates only, and allows nothing by itself', () => {
  expect(documents.flatMap(({ errors }) => errors)).toEqual([]);
  expect(resources.find(({ kind }) => kind === 'PeerAuthentication')?.spec.mtls).toEqual({ mode: 'STRICT' });
  expect(policies.find(({ metadata }) => metadata.name === 'nobody')?.spec).toEqual({});
  for (const { metadata } of resources) expect(metadata.namespace).toBe('vaktplan');
});

test('only the worker reaches /internal, and nobody from outside', () => {
  const api = policies.find(({ spec }) => spec.selector?.matchLabels.app === 'api');
  const callers = (api?.spec.rules ?? [])
    .filter(({ to = [] }) => to.some(({ operation }) => operation.paths.includes('/internal/*')))
    .flatMap(({ from }) => from.flatMap(({ source }) => source.principals));
  expect(callers).toEqual(['cluster.local/ns/vaktplan/sa/worker']);
  const [first] = resources.find(({ kind }) => kind === 'VirtualService')?.spec.http ?? [];
  expect(first?.directResponse?.status).toBe(404);
  expect(first?.match?.map(({ uri }) => uri.prefix)).toContain('/internal');
});
