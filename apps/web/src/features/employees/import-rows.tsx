'use client';
import type { ImportResult } from '@vaktplan/contracts/http/employees';
import { Badge, Table, Td, Th, Tr } from '@vaktplan/ui';
import { useWords } from '@/lib/words';
import type { ProblemCode } from '@/lib/problem';
import { useProblemWords } from '@/lib/problem-words';
import { useSaidWords } from '@/lib/said-words';
import { faultsOf } from './import-faults';

const tones = { created: 'success', would_create: 'accent', failed: 'danger' } as const;

type Row = ImportResult['rows'][number];

/** Why a row is left out: each wrong column with what is wrong, or the refusal as a whole. */
function useRowWords(): (row: Row) => string[] {
  const problemWords = useProblemWords();
  const sayAgain = useSaidWords();
  return ({ code, message }) => {
    if (!message) return [];
    const faults = faultsOf(message);
    if (!faults) return [problemWords({ code: code as ProblemCode, detail: message })];
    return faults.map(({ column, sentence }) => `${column}: ${sayAgain(sentence)}`);
  };
}

/** What became, or would become, of each row. */
export function ImportRows({ result }: { result: ImportResult }) {
  const t = useWords('people');
  const wordsOf = useRowWords();
  const good = result.rows.length - result.failed;
  const isCheck = result.rows.some((row) => row.result === 'would_create');
  return (
    <section aria-label={t('result')}>
      <p role="status" className="mb-2 font-medium">
        {t(isCheck ? 'checked' : 'imported', { good, bad: result.failed })}
      </p>
      <div className="rounded-md border border-border">
        <Table label={t('rows')}>
          <thead>
            <tr>
              <Th className="max-sm:px-2">{t('line')}</Th>
              <Th className="max-sm:px-2">{t('name')}</Th>
              <Th className="w-full max-sm:px-2">{t('result')}</Th>
            </tr>
          </thead>
          <tbody>
            {result.rows.map((row) => (
              <Tr key={row.line}>
                <Td className="h-10 text-muted tabular-nums max-sm:px-2">{row.line}</Td>
                <Td className="h-10 break-words max-sm:px-2">{row.name || '–'}</Td>
                <Td className="h-10 max-sm:px-2">
                  <Badge tone={tones[row.result]}>{t(`result_${row.result}`)}</Badge>
                  {wordsOf(row).map((fault) => (
                    <p key={fault} className="mt-1 text-[13px] [overflow-wrap:anywhere] text-muted">
                      {fault}
                    </p>
                  ))}
                </Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
