'use client';
import type { BudgetDays } from '@vaktplan/contracts/http/budget';
import { budgetMinorOf } from '@vaktplan/core/rules';
import { Button, Input, Table, Td, Th, Tr } from '@vaktplan/ui';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { hoursText, moneyText, parseMoney, parsePercent, percentText } from './amounts';
import { faultOf, type BudgetDay, type Drafts, type Figure } from './budget-drafts';

type BudgetTableProps = {
  data: BudgetDays;
  drafts: Drafts;
  /** Days that somebody else changed while they were typed into. */
  failed: readonly string[];
  onType: (dates: readonly string[], figure: Figure, text: string) => void;
};

/** On a phone the figures go sideways, the day they are of does not. */
const STAYS = 'sticky start-0 z-[1] bg-surface';

/** A line a day: what is expected, what labour may cost of it, and what came in. */
export function BudgetTable({ data, drafts, failed, onType }: BudgetTableProps) {
  const format = useFormat();
  const t = useWords('budget');
  const { days, currency, abilities } = data;
  const first = days[0];
  const firstTarget = first && (drafts[first.date]?.target ?? percentText(first.forecast?.targetBasisPoints));
  return (
    <Table label={t('table')} className="min-w-[640px]">
      <thead>
        <tr>
          <Th className={`px-2 ${STAYS}`}>{t('day')}</Th>
          <Th className="px-2">{t('revenue', { currency })}</Th>
          <Th className="px-2">{t('hours')}</Th>
          <Th className="px-2">
            {t('target')}
            {abilities.update && days.length > 1 && firstTarget && (
              <Button
                variant="ghost"
                size="sm"
                className="ms-1"
                aria-label={t('targetAll')}
                onClick={() =>
                  onType(
                    days.map(({ date }) => date),
                    'target',
                    firstTarget,
                  )
                }
              >
                {t('all')}
              </Button>
            )}
          </Th>
          <Th className="px-2 text-end">{t('budget')}</Th>
          <Th className="px-2">{t('actual', { currency })}</Th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => {
          const cell = (figure: Figure) => (
            <FigureInput
              day={day}
              figure={figure}
              currency={currency}
              draft={drafts[day.date]?.[figure]}
              label={t(`of_${figure}`, { day: format.longDay(day.date) })}
              readOnly={!abilities.update}
              onType={(text) => onType([day.date], figure, text)}
            />
          );
          const budget = budgetOf(day, drafts, currency);
          return (
            <Tr key={day.date}>
              <Td className={`px-2 whitespace-nowrap ${STAYS}`}>
                {format.shortDay(day.date)}
                {failed.includes(day.date) && (
                  <p role="alert" className="text-xs text-danger">
                    {t('saveAgain')}
                  </p>
                )}
              </Td>
              <Td className="px-2">{cell('revenue')}</Td>
              <Td className="px-2">{cell('hours')}</Td>
              <Td className="px-2">{cell('target')}</Td>
              <Td className="px-2 text-end whitespace-nowrap tabular-nums">
                {budget === null ? (
                  <span className="text-muted">–</span>
                ) : (
                  format.roundMoney(budget, currency)
                )}
              </Td>
              <Td className="px-2">{cell('actual')}</Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

function shownText(day: BudgetDay, figure: Figure): string {
  const { forecast, actual } = day;
  if (figure === 'revenue') return moneyText(forecast?.revenueMinor, forecast?.currency ?? 'EUR');
  if (figure === 'hours') return hoursText(forecast?.minutes);
  if (figure === 'target') return percentText(forecast?.targetBasisPoints);
  return moneyText(actual?.revenueMinor, actual?.currency ?? 'EUR');
}

/** What labour may cost by the figures as they are typed. */
function budgetOf(day: BudgetDay, drafts: Drafts, currency: string): number | null {
  const draft = drafts[day.date];
  const revenue =
    draft?.revenue === undefined ? (day.forecast?.revenueMinor ?? null) : parseMoney(draft.revenue, currency);
  const target =
    draft?.target === undefined ? (day.forecast?.targetBasisPoints ?? null) : parsePercent(draft.target);
  return budgetMinorOf(revenue ?? null, target ?? null);
}

type FigureInputProps = {
  day: BudgetDay;
  figure: Figure;
  currency: string;
  draft: string | undefined;
  label: string;
  readOnly: boolean;
  onType: (text: string) => void;
};

function FigureInput({ day, figure, currency, draft, label, readOnly, onType }: FigureInputProps) {
  const t = useWords('budget');
  const fault = faultOf(figure, draft, currency);
  return (
    <>
      <Input
        aria-label={label}
        aria-invalid={fault ? true : undefined}
        inputMode="decimal"
        autoComplete="off"
        readOnly={readOnly}
        className="min-w-20 text-end tabular-nums"
        value={draft ?? shownText(day, figure)}
        onChange={(event) => onType(event.target.value)}
      />
      {fault && (
        <p role="alert" className="mt-1 text-xs text-danger">
          {t(fault)}
        </p>
      )}
    </>
  );
}
