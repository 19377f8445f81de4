'use client';
import type { BudgetDays } from '@vaktplan/contracts/http/budget';
import { budgetMinorOf } from '@vaktplan/core/rules';
import { Button, Input, Table, Td, Th, Tr } from '@vaktplan/ui';
import type { ReactNode } from 'react';
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

// a phone has no room for a line a day: a block of labelled figures for each
const LINE =
  'max-sm:grid max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:gap-y-2 max-sm:py-3 max-sm:first:border-t-0';
const HEAD = 'px-2 max-sm:hidden';
const FIGURE = 'px-2 max-sm:block max-sm:h-auto max-sm:p-0';

/** A line a day: what is expected, what labour may cost of it, and what came in. */
export function BudgetTable({ data, drafts, failed, onType }: BudgetTableProps) {
  const format = useFormat();
  const t = useWords('budget');
  const { days, currency, abilities } = data;
  const first = days[0];
  const firstTarget = first && (drafts[first.date]?.target ?? percentText(first.forecast?.targetBasisPoints));
  return (
    <Table label={t('table')} className="max-sm:block sm:min-w-[640px]">
      <thead className="max-sm:block">
        <tr className="max-sm:block">
          <Th className={HEAD}>{t('day')}</Th>
          <Th className={HEAD}>{t('revenue', { currency })}</Th>
          <Th className={HEAD}>{t('hours')}</Th>
          <Th className="px-2 max-sm:block max-sm:h-auto max-sm:p-0">
            <span className="max-sm:hidden">{t('target')}</span>
            {abilities.update && days.length > 1 && firstTarget && (
              <Button
                variant="ghost"
                size="sm"
                className="max-sm:-ms-3 sm:ms-1"
                onClick={() =>
                  onType(
                    days.map(({ date }) => date),
                    'target',
                    firstTarget,
                  )
                }
              >
                <span aria-hidden="true" className="max-sm:hidden">
                  {t('all')}
                </span>
                <span className="sm:sr-only">{t('targetAll')}</span>
              </Button>
            )}
          </Th>
          <Th className={`text-end ${HEAD}`}>{t('budget')}</Th>
          <Th className={HEAD}>{t('actual', { currency })}</Th>
        </tr>
      </thead>
      <tbody className="max-sm:block">
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
            <Tr key={day.date} className={LINE}>
              <Td className={`font-medium whitespace-nowrap max-sm:-order-2 sm:font-normal ${FIGURE}`}>
                {format.shortDay(day.date)}
                {failed.includes(day.date) && (
                  <p role="alert" className="text-xs text-danger">
                    {t('saveAgain')}
                  </p>
                )}
              </Td>
              <Td className={FIGURE}>
                <Label>{t('revenue', { currency })}</Label>
                {cell('revenue')}
              </Td>
              <Td className={FIGURE}>
                <Label>{t('hours')}</Label>
                {cell('hours')}
              </Td>
              <Td className={FIGURE}>
                <Label>{t('target')}</Label>
                {cell('target')}
              </Td>
              <Td className={`text-end whitespace-nowrap tabular-nums max-sm:-order-1 ${FIGURE}`}>
                <Label inline>{t('budget')}</Label>
                {budget === null ? (
                  <span className="text-muted">–</span>
                ) : (
                  format.roundMoney(budget, currency)
                )}
              </Td>
              <Td className={FIGURE}>
                <Label>{t('actual', { currency })}</Label>
                {cell('actual')}
              </Td>
            </Tr>
          );
        })}
      </tbody>
    </Table>
  );
}

/** Beside a figure what the table's head says of it; the field's own name says it too. */
const Label = ({ inline, children }: { inline?: boolean; children: ReactNode }) => (
  <span aria-hidden={!inline} className={`text-xs text-muted sm:hidden ${inline ? 'me-1.5' : 'mb-1 block'}`}>
    {children}
  </span>
);

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
