import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { listDevices, removeDevices } from '@vaktplan/api-client';
import { View } from 'react-native';
import { pushDevice } from '@/platform/push';
import { Button } from '@/ui/button';
import { Row } from '@/ui/row';
import { Banner, Card, Empty, Screen } from '@/ui/surface';
import { useTimes } from '@/ui/times';
import { useWords } from '@/ui/words';

const KEY = ['devices'];

/** The phones that get messages; one that is lost can be taken off from any other. */
export function DevicesScreen() {
  const t = useWords('me');
  const app = useWords('app');
  const times = useTimes();
  const queries = useQueryClient();
  const devices = useQuery({ queryKey: KEY, queryFn: () => listDevices() });
  const removal = useMutation({
    mutationFn: (id: string) => removeDevices(id),
    onSettled: () => queries.invalidateQueries({ queryKey: KEY }),
  });
  const list = devices.data?.data ?? [];
  return (
    <Screen onRefresh={() => void devices.refetch()} isRefreshing={devices.isRefetching}>
      {(devices.isError || removal.isError) && (
        <Banner tone="warning" icon="cloud-offline-outline" testID="devices-failed">
          {app('failed')}
        </Banner>
      )}
      {devices.isSuccess && list.length === 0 && (
        <Empty icon="phone-portrait-outline" title={t('noDevices')}>
          {t('devicesDetail')}
        </Empty>
      )}
      {list.length > 0 && (
        <Card isList>
          {list.map(({ id, name, lastSeenAt }) => (
            <View key={id} testID={`device-${id}`}>
              <Row
                icon="phone-portrait-outline"
                title={id === pushDevice.id() ? `${name} · ${t('thisDevice')}` : name}
                detail={t('lastSeen', { when: times.moment(lastSeenAt) })}
              />
              <Button
                look="plain"
                title={t('removeDevice')}
                accessibilityLabel={`${t('removeDevice')}: ${name}`}
                isBusy={removal.isPending && removal.variables === id}
                onPress={() => removal.mutate(id)}
              />
            </View>
          ))}
        </Card>
      )}
    </Screen>
  );
}
