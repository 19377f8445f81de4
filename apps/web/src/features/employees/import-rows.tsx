'use client';
import type { ImportResult } from '@vaktplan/contracts/http/employees';
import { Badge, Table, Td, Th, Tr } from '@vaktplan/ui';

const results = {
  created: { tone: 'success', words: 'Added' },
  would_create: { tone: 'accent', words: 'Ready' },
  failed: { tone: 'danger', words: 'Skipped' },
} as const;

/** What became, or would become, of each row. */
export function ImportRows({ result }: { result: ImportResult }) {
  const good = result.rows.length - result.failed;
  const isCheck = result.rows.some((row) => row.result === 'would_create');
  return (
    <section aria-label="Result">
      <p role="status" className="mb-2 font-medium">
        {good} {isCheck ? 'ready' : 'added'}, {result.failed} {isCheck ? 'with a fault' : 'skipped'}
      </p>
      <div className="rounded-md border border-border">
        <Table label="Rows of the file">
          <thead>
            <tr>
              <Th>Line</Th>
              <Th>Name</Th>
              <Th>Result</Th>
            </tr>
          </thead>
          <tbody>
            {result.rows.map((row) => (
              <Tr key={row.line}>
                <Td className="h-10 text-muted tabular-nums">{row.line}</Td>
                <Td className="h-10 whitespace-nowrap">{row.name || '–'}</Td>
                <Td className="h-10">
                  <Badge tone={results[row.result].tone}>{results[row.result].words}</Badge>
                  {row.message && <span className="ml-2 text-[13px] text-muted">{row.message}</span>}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
