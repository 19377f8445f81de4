'use client';
import type { IneligiblePeople, OnClosedDays, RollOutPeople } from '@vaktplan/contracts/http/roll-out';
import { Segmented } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

export type Options = {
  people: RollOutPeople;
  ineligible: IneligiblePeople;
  onClosedDays?: OnClosedDays;
  override?: { reason: string };
};

type OptionsProps = {
  value: Options;
  /** Closed days lie in the range, so it is worth asking what becomes of them. */
  asksClosed: boolean;
  onChange: (next: Options) => void;
};

/** Whose the shifts will be, and what becomes of those whose person cannot have them or that fall on closed days. */
export function RollOutOptions({ value, asksClosed, onChange }: OptionsProps) {
  const t = useWords('planRepeat');
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <Choice label={t('people')}>
        <Segmented
          aria-label={t('people')}
          value={value.people}
          onValueChange={(people) => onChange({ ...value, people })}
          options={[
            { value: 'keep', label: t('people_keep') },
            { value: 'drop', label: t('people_drop') },
          ]}
        />
      </Choice>
      {value.people === 'keep' && (
        <Choice label={t('cannotWork')}>
          <Segmented
            aria-label={t('cannotWork')}
            value={value.ineligible}
            onValueChange={(ineligible) => onChange({ ...value, ineligible })}
            options={[
              { value: 'open', label: t('ineligible_open') },
              { value: 'skip', label: t('ineligible_skip') },
            ]}
          />
        </Choice>
      )}
      {(asksClosed || value.onClosedDays === 'keep') && (
        <Choice label={t('closedDays')}>
          <Segmented
            aria-label={t('closedDays')}
            value={value.onClosedDays ?? 'skip'}
            onValueChange={(onClosedDays) => onChange({ ...value, onClosedDays })}
            options={[
              { value: 'skip', label: t('closed_skip') },
              { value: 'keep', label: t('closed_keep') },
            ]}
          />
        </Choice>
      )}
    </div>
  );
}

function Choice({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-1.5">
      <span className="text-[13px] font-medium">{label}</span>
      {children}
    </div>
  );
}
