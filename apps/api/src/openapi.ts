import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import * as z from 'zod';

type Converted = { schema: unknown; components?: Record<string, unknown> };

/**
 * A query's schema, as its fields and not as a reference: each field is a parameter of the address.
 * undefined leaves a schema to the usual way.
 */
function inlineQuery(
  schema: unknown,
  { schemaType }: { schemaType: 'input' | 'output' },
): Converted | undefined {
  if (!(schema instanceof z.ZodType)) return undefined;
  const { id } = z.globalRegistry.get(schema) ?? {};
  if (!id?.endsWith('Query')) return undefined;
  const json = z.toJSONSchema(schema, { target: 'openapi-3.0', io: schemaType });
  const { definitions, $ref, ...root } = json;
  const { [id]: referred, ...components } = (definitions ?? {}) as Record<string, unknown>;
  return { schema: $ref ? referred : root, components };
}

/** The document of every public route, made from the decorators and the contracts. */
export function describeApi(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Vaktplan')
    .setDescription(
      'Workforce scheduling. Errors are application/problem+json with a code from a closed list.',
    )
    .setVersion('1')
    .setLicense('MIT', 'https://opensource.org/license/mit')
    .addBearerAuth()
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${method}${controller.replace(/Controller$/, '')}`,
    autoTagControllers: true,
    standardSchemaConverter: inlineQuery,
  });
  for (const path of Object.values(document.paths)) {
    for (const operation of [path.get, path.post, path.put, path.patch, path.delete]) {
      const problem = operation?.responses['default'];
      if (!problem || !('content' in problem) || !problem.content?.['application/json']) continue;
      problem.content = { 'application/problem+json': problem.content['application/json'] };
    }
  }
  return document;
}

/** Serves the document for people at /docs and for tools at /docs/json. */
export function serveDocs(app: INestApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), {
    jsonDocumentUrl: 'docs/json',
    yamlDocumentUrl: 'docs/yaml',
    customSiteTitle: 'Vaktplan API',
  });
}
