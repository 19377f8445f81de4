'use client';
import type { IneligiblePeople, OnClosedDays, RollOutPeople } from '@vaktplan/contracts/http/roll-out';
import { Segmented } from '@vaktplan/ui';

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
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <Choice label="People">
        <Segmented
          aria-label="People"
          value={value.people}
          onValueChange={(people) => onChange({ ...value, people })}
          options={[
            { value: 'keep', label: 'The same' },
            { value: 'drop', label: 'All open' },
          ]}
        />
      </Choice>
      {value.people === 'keep' && (
        <Choice label="Who cannot work then">
          <Segmented
            aria-label="Who cannot work then"
            value={value.ineligible}
            onValueChange={(ineligible) => onChange({ ...value, ineligible })}
            options={[
              { value: 'open', label: 'Make open' },
              { value: 'skip', label: 'Leave out' },
            ]}
          />
        </Choice>
      )}
      {(asksClosed || value.onClosedDays === 'keep') && (
        <Choice label="Closed days">
          <Segmented
            aria-label="Closed days"
            value={value.onClosedDays ?? 'skip'}
            onValueChange={(onClosedDays) => onChange({ ...value, onClosedDays })}
            options={[
              { value: 'skip', label: 'Leave out' },
              { value: 'keep', label: 'Plan them' },
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
