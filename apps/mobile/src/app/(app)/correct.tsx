import { Stack } from 'expo-router';
import { CorrectScreen } from '@/features/hours/correct-screen';
import { useWords } from '@/ui/words';

export default function Correct() {
  const t = useWords('hours');
  return (
    <>
      <Stack.Screen options={{ title: t('title') }} />
      <CorrectScreen />
    </>
  );
}
