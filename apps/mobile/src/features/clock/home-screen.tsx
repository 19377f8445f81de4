import { useNetworkState } from 'expo-network';
import { useLeave } from '@/platform/leave';
import { rowsOf } from '@/sync/outbox-row';
import { engine } from '@/sync/runtime';
import { useStored } from '@/sync/use-stored';
import { useSyncNow } from '@/sync/use-sync';
import { Banner, Loading, Screen } from '@/ui/surface';
import { Text } from '@/ui/text';
import { useNow } from '@/ui/use-now';
import { useWords } from '@/ui/words';
import { ClockCard } from './clock-card';
import { NextShift } from './next-shift';
import { PhotoSheet } from './photo-sheet';
import { currentShift, needsOf } from './place-of-punch';
import { QueueList } from './queue-list';
import { RefusedLeave } from './refused-leave';
import { UndoBar } from './undo-bar';
import { useClock } from './use-clock';

const TICK_MS = 15_000;

/** The next shift, the clock, and how far each tap has come. */
export function HomeScreen() {
  const held = useStored((snapshot) => snapshot);
  const { syncNow, isSyncing } = useSyncNow();
  const network = useNetworkState();
  const now = useNow(engine.now, TICK_MS);
  const app = useWords('app');
  const queue = useWords('queue');
  const shift = currentShift(held?.shifts ?? [], now);
  const needs = needsOf(held?.locations ?? [], shift, now);
  const { clock, punch, undoable, undo, endUndo, notice, asksPhoto, endPhoto } = useClock(held, needs);
  if (!held) return <Loading />;
  const { owner, completeAt } = held;

  return (
    <Screen onRefresh={syncNow} isRefreshing={isSyncing}>
      {network.isConnected === false && (
        <Banner tone="warning" icon="cloud-offline-outline" testID="offline">
          {app('offline')}
        </Banner>
      )}
      <ClockCard
        clock={clock}
        zone={clock.entry?.line?.zone ?? shift?.zone}
        now={now}
        asksPosition={needs.position}
        onTap={punch}
      />
      {needs.position && <PlaceRefused since={held} />}
      {undoable && <UndoBar key={undoable.id} punch={undoable} onUndo={undo} onOver={endUndo} />}
      {notice && <Notice notice={notice} />}
      {(shift || completeAt !== null) && <NextShift shift={shift} now={now} />}
      <Text size="small" tone="muted" testID="queue-summary" accessibilityLiveRegion="polite">
        {clock.waiting > 0 ? queue('count', { count: clock.waiting }) : queue('allSent')}
      </Text>
      <QueueList
        rows={rowsOf(held.rows, 'punch')}
        onAgain={(id) => void engine.again(owner, id)}
        onDismiss={(id) => void engine.dismiss(owner, id)}
      />
      <PhotoSheet isOpen={asksPhoto} onDone={endPhoto} />
    </Screen>
  );
}

/** Punches go out all the same; who asks for the place is told why it is missing. */
function PlaceRefused({ since }: { since: unknown }) {
  const { leave } = useLeave('place', since);
  return leave === 'refused' ? <RefusedLeave of="place" /> : null;
}

function Notice({ notice }: { notice: 'undone' | 'notSaved' }) {
  const t = useWords('clock');
  return notice === 'undone' ? (
    <Banner icon="arrow-undo-outline">{t('undone')}</Banner>
  ) : (
    <Banner tone="danger" icon="alert-circle-outline">
      {t('notSaved')}
    </Banner>
  );
}
