export type WhenFieldProps = {
  label: string;
  /** `2026-11-22`, or `08:30` on a clock of 24 hours; empty: not chosen yet. No zone: what it means is for whoever asks. */
  value: string;
  mode: 'date' | 'time';
  onChange: (value: string) => void;
  hint?: string | undefined;
  /** Said where nothing is chosen yet. */
  placeholder: string;
  testID: string;
};
