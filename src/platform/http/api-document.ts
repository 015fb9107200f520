import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { completed } from './complete-operations.js';
import { RefusalRegistry } from './problems/refusal-registry.js';

export const apiPrefix = 'api/v1';

/** OpenAPI 3.1 of everything that is served; made once, when it is first asked for. */
export function apiDocument(app: INestApplication, publicUrl: string | undefined): OpenAPIObject {
  const builder = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Poststelle')
    .setDescription(
      'The mailroom for recruiting. Commands are POSTs named after the task; every answer of one carries `ETag` and `Poststelle-Position`. ' +
        'Every refusal is RFC 9457 problem details with a stable `reason`; they are listed below, and by /api/v1/problems.\n\n' +
        refusals(app.get(RefusalRegistry), publicUrl ?? ''),
    )
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' })
    .addServer(publicUrl ?? '/');
  return completed(SwaggerModule.createDocument(app, builder.build(), { operationIdFactory }));
}

function operationIdFactory(controller: string, method: string): string {
  return `${controller.replace(/Controller$/, '')}_${method}`;
}

/** CommonMark, which readers of the document show with it. What a refusal is about stands in braces. */
function refusals(registry: RefusalRegistry, base: string): string {
  const rows = registry.all().map(({ reason, status, title, detail }) => {
    const cells = [`\`${base}/${apiPrefix}/problems/${reason}\``, status, `**${title}.** ${detail}`];
    return `| ${cells.map((cell) => String(cell).replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  });
  return ['## Refusals', '', '| type | status | meaning |', '| --- | --- | --- |', ...rows].join('\n');
}
