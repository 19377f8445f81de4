import { describeApi } from '../openapi.ts';
import type { TestApp } from './create-test-app.ts';

/** As much of a schema as the attacks look at; references are followed. */
export type Schema = {
  type?: string;
  format?: string;
  enum?: unknown[];
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  $ref?: string;
};
type Parameter = { name: string; in: 'path' | 'query' | 'header'; schema: Schema };
/** Where a value goes in a request: `path.id`, `query.limit`, `body.breaks.0.minutes`, `header.If-Match`. */
export type Field = { at: string; schema: Schema };
export type Operation = { name: string; method: string; url: string; fields: Field[]; statuses: number[] };

type Documented = {
  parameters?: Parameter[];
  requestBody?: { content: Record<string, { schema: Schema }> };
  responses: Record<string, unknown>;
};

const described = new WeakMap<TestApp, Operation[]>();

/** Every operation of the application's own document with every field it can be sent. */
export function operationsOf(app: TestApp): Operation[] {
  const known = described.get(app) ?? describe(app);
  described.set(app, known);
  return known;
}

function describe(app: TestApp): Operation[] {
  const document = describeApi(app.nest);
  const schemas = (document.components?.schemas ?? {}) as Record<string, Schema>;
  const paths = document.paths as Record<string, Record<string, Documented>>;
  return Object.entries(paths).flatMap(([url, methods]) =>
    Object.entries(methods).map(([method, { parameters = [], requestBody, responses }]) => {
      const body = requestBody?.content['application/json']?.schema;
      return {
        name: `${method.toUpperCase()} ${url}`,
        method: method.toUpperCase(),
        url,
        fields: [
          ...parameters.map((one) => ({ at: `${one.in}.${one.name}`, schema: one.schema })),
          ...(body ? fieldsOf(schemas, body, 'body') : []),
        ],
        statuses: Object.keys(responses).map(Number).filter(Boolean),
      };
    }),
  );
}

function fieldsOf(schemas: Record<string, Schema>, given: Schema, at: string): Field[] {
  const schema = given.$ref ? (schemas[given.$ref.split('/').at(-1) ?? ''] ?? given) : given;
  const below = Object.entries(schema.properties ?? {}).flatMap(([key, property]) =>
    fieldsOf(schemas, property, `${at}.${key}`),
  );
  const items = schema.items ? fieldsOf(schemas, schema.items, `${at}.0`) : [];
  const variants = (schema.oneOf ?? []).flatMap((one) => fieldsOf(schemas, one, at).slice(1));
  return [{ at, schema }, ...below, ...items, ...variants];
}

export const isId = ({ at, schema }: Field): boolean =>
  schema.format === 'uuid' || (at.startsWith('path.') && at !== 'path.token');
