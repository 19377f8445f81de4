import DateTimePicker, { DateTimePickerAndroid } from '@react-native-community/datetimepicker';
import { useRef, useState } from 'react';
import { Platform, Pressable, StyleSheet, View } from 'react-native';
import { Button } from './button';
import { Dialog } from './dialog';
import { Icon } from './icon';
import { Text } from './text';
import { useTheme } from './theme';
import { tagOf, useTimes } from './times';
import { radius, space, target } from './tokens';
import { useDates } from './use-dates';
import type { WhenFieldProps } from './when-field.types';
import { useLanguage, useWords } from './words';

/** Where nothing is chosen yet the wheel begins here. */
const BEGIN = '08:00';

/**
 * A date or a time of day, chosen with the phone's own picker, which screen readers and switches know. The picker thinks in
 * moments: it is told to read and write them in UTC, so that the phone's zone has no say.
 */
export function WhenField(props: WhenFieldProps) {
  const { label, value, mode, onChange, onEnd, hint, placeholder = '', testID } = props;
  const { color, isDark } = useTheme();
  const { locale } = useLanguage();
  const app = useWords('app');
  const dates = useDates();
  const times = useTimes();
  const [isOpen, setOpen] = useState(false);
  const [today] = useState(() => new Date());
  const text = mode === 'date' ? value : `1970-01-01T${value || BEGIN}Z`;
  const moment = text ? new Date(text) : today;
  const shown = !value ? placeholder : mode === 'date' ? dates.full(value) : times.time(text, 'UTC');
  const last = useRef(value);
  const take = (_event: unknown, chosen: Date) => {
    const iso = chosen.toISOString();
    last.current = mode === 'date' ? iso.slice(0, 10) : iso.slice(11, 16);
    onChange(last.current);
    // there the picker is a window of its own, gone with the choice
    if (Platform.OS === 'android') onEnd?.(last.current);
  };
  const picker = { value: moment, mode, timeZoneName: 'UTC', onValueChange: take } as const;

  const open = () => {
    last.current = value;
    if (Platform.OS === 'android') return DateTimePickerAndroid.open({ ...picker, is24Hour: times.is24 });
    // what the wheel shows is chosen, also when it is not turned
    if (!value) take(null, moment);
    return setOpen(true);
  };
  const close = () => {
    setOpen(false);
    onEnd?.(last.current);
  };
  return (
    <View style={styles.field}>
      <Text size="label">{label}</Text>
      <Pressable
        testID={testID}
        accessibilityRole="button"
        accessibilityLabel={label}
        accessibilityValue={{ text: shown }}
        {...(hint && { accessibilityHint: hint })}
        onPress={open}
        style={[styles.input, { backgroundColor: color.surface, borderColor: color.borderStrong }]}
      >
        <Text tone={value ? 'foreground' : 'muted'}>{shown}</Text>
        <Icon name={mode === 'date' ? 'calendar-outline' : 'time-outline'} color={color.muted} />
      </Pressable>
      {hint && (
        <Text size="small" tone="muted" accessibilityLiveRegion="polite">
          {hint}
        </Text>
      )}
      <Dialog isOpen={isOpen} title={label} closeLabel={app('close')} onClose={close}>
        <DateTimePicker
          {...picker}
          testID={`${testID}-picker`}
          display={mode === 'date' ? 'inline' : 'spinner'}
          locale={tagOf(locale)}
          themeVariant={isDark ? 'dark' : 'light'}
          accentColor={color.primary}
        />
        <Button title={app('close')} testID={`${testID}-done`} onPress={close} />
      </Dialog>
    </View>
  );
}

const styles = StyleSheet.create({
  field: { gap: space.xs },
  input: {
    minHeight: target,
    flexDirection: 'row',
    alignItems: 'center',
    justifyContent: 'space-between',
    borderWidth: 1,
    borderRadius: radius.md,
    paddingHorizontal: space.md,
    paddingVertical: space.sm,
  },
});
