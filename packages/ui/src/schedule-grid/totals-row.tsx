import { memo } from 'react';
import { againstBudget, type BudgetWords } from './budget.ts';
import { useGrid } from './grid-context.ts';
import type { GridFormat } from './grid-format.ts';
import { FOOTER_HEIGHT } from './layout.ts';
import { NO_TOTAL, type Total, type Totals } from './totals.ts';
import type { GridBudget, GridBudgetFigures } from './types.ts';

/** Hours and cost of each day and of the whole period, kept in view at the bottom. */
export const TotalsRow = memo(function TotalsRow(props: {
  days: readonly string[];
  totals: Totals;
  rowIndex: number;
  budget: GridBudget | null;
}) {
  const { budget } = props;
  const { format, range } = useGrid();
  const tight = range === 'month';
  const inset = range === 'twoWeeks' ? 'px-1' : 'px-2';
  return (
    <div role="rowgroup" className="sticky bottom-0 z-20">
      <div
        role="row"
        aria-rowindex={props.rowIndex}
        style={{ height: FOOTER_HEIGHT }}
        className="grid grid-cols-(--grid-columns) border-t border-border bg-surface"
      >
        <div
          role="rowheader"
          aria-colindex={1}
          className="sticky start-0 z-[2] flex items-center justify-between gap-2 border-e border-border bg-surface px-3"
        >
          <span className="text-xs font-medium text-muted">{format.say('total')}</span>
          <Amounts total={props.totals.all} budget={budget?.period} />
        </div>
        {props.days.map((date, column) => (
          <div
            key={column}
            role="gridcell"
            aria-colindex={column + 2}
            className={`flex items-center border-e border-border ${tight ? 'justify-center' : inset}`}
          >
            {tight ? (
              <Hours total={props.totals.byDay.get(date) ?? NO_TOTAL} budget={budget?.byDay.get(date)} />
            ) : (
              <Amounts total={props.totals.byDay.get(date) ?? NO_TOTAL} budget={budget?.byDay.get(date)} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
});

/** Where a day has room for whole hours only: the rest is in the title and for who listens. */
function Hours({ total, budget }: { total: Total; budget?: GridBudgetFigures | undefined }) {
  const { format } = useGrid();
  const words = againstBudget(total, budget, format);
  const hours = format.hours(total.minutes);
  const title = [hours, format.money(total.costMinor), ...(words ? [words.whole] : [])];
  return (
    <span
      title={format.list(title)}
      className={`text-[11px] font-semibold whitespace-nowrap tabular-nums ${words?.over ? 'text-danger' : ''}`}
    >
      <span aria-hidden="true">
        {total.minutes > 0 ? format.tinyHours(total.minutes) : '–'}
        {words?.over && '!'}
      </span>
      <span className="sr-only">
        {hours}
        {format.say('comma')}
        <Cost total={total} money={format.money} />
        {words?.over && `${format.say('comma')}${format.say('overBudget')}`}
      </span>
    </span>
  );
}

export function Amounts({ total, budget }: { total: Total; budget?: GridBudgetFigures | null | undefined }) {
  const { format: full, range } = useGrid();
  const format = range === 'twoWeeks' ? { ...full, money: full.shortMoney } : full;
  const words = againstBudget(total, budget, format);
  return (
    <span
      className={`flex min-w-0 flex-col leading-tight tabular-nums ${range === 'twoWeeks' ? 'text-[11px]' : 'text-xs'}`}
    >
      <span className="font-semibold">{format.hours(total.minutes)}</span>
      <span className="truncate text-muted">
        <Cost total={total} money={format.money} />
      </span>
      {words && <BudgetLine words={words} />}
    </span>
  );
}

/** A line of its own; that the share is of sales is said in full where there is room. */
export function BudgetLine({ words, roomy = false }: { words: BudgetWords; roomy?: boolean }) {
  const { limit, share, whole, over } = words;
  const { format } = useGrid();
  const short = !roomy && limit !== null && share !== null;
  return (
    <span
      data-budget=""
      title={whole}
      className={`truncate text-[11px] ${over ? 'font-semibold text-danger' : 'text-muted'}`}
    >
      {short && <span aria-hidden="true">{format.list([limit, share])}</span>}
      <span className={short ? 'sr-only' : ''}>{whole}</span>
      {over && <span aria-hidden="true"> !</span>}
      {over && <span className="sr-only">{`${format.say('comma')}${format.say('overBudget')}`}</span>}
    </span>
  );
}

export function Cost({ total, money }: { total: Total; money: GridFormat['money'] }) {
  const { format } = useGrid();
  if (total.unknownCosts === 0) return money(total.costMinor);
  if (total.costMinor === 0) {
    return (
      <>
        <span aria-hidden="true">–</span>
        <span className="sr-only">{format.say('costUnknown')}</span>
      </>
    );
  }
  return (
    <>
      <span aria-hidden="true">≥ {money(total.costMinor)}</span>
      <span className="sr-only">{format.say('atLeast', { cost: money(total.costMinor) })}</span>
    </>
  );
}
