export type WhenFieldProps = {
  label: string;
  /** `2026-11-22`, or `08:30` on a clock of 24 hours; empty: not chosen yet. No zone: what it means is for whoever asks. */
  value: string;
  mode: 'date' | 'time';
  /** Each value on the way; a wheel that is turned and a field that is typed in give several. */
  onChange: (value: string) => void;
  /** The last of them, when the picker is closed or the field is left. */
  onEnd?: (value: string) => void;
  hint?: string | undefined;
  /** Said where nothing is chosen yet. */
  placeholder?: string;
  testID: string;
};
