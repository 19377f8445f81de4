import { Stack } from 'expo-router';
import { ShiftScreen } from '@/features/schedule/shift-screen';
import { useWords } from '@/ui/words';

export default function Shift() {
  const t = useWords('schedule');
  return (
    <>
      <Stack.Screen options={{ title: t('shift') }} />
      <ShiftScreen />
    </>
  );
}
