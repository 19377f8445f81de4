import { CameraView } from 'expo-camera';
import { ImageManipulator, SaveFormat } from 'expo-image-manipulator';
import { useRef, useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { useLeave } from '@/platform/leave';
import { openPhoneSettings } from '@/platform/phone-settings';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Text } from '@/ui/text';
import { radius } from '@/ui/tokens';
import { useWords } from '@/ui/words';
import { RefusedLeave } from './refused-leave';

const WIDTH = 800;
const QUALITY = 0.6;

type Props = {
  isOpen: boolean;
  /** A small JPEG's address; null: without. */
  onDone: (uri: string | null) => void;
};

/** Asks for a photo of whoever punched. The punch is saved already; leaving this is always possible. */
export function PhotoSheet({ isOpen, onDone }: Props) {
  const t = useWords('clock');
  const app = useWords('app');
  const { leave, ask } = useLeave('camera', isOpen);
  const camera = useRef<CameraView>(null);
  const [isReady, setReady] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [hasFailed, setFailed] = useState(false);

  // who goes on without while a picture is being taken wants none
  const asked = useRef(0);

  const goOn = () => {
    asked.current += 1;
    setBusy(false);
    setFailed(false);
    onDone(null);
  };
  const take = async () => {
    const nr = (asked.current += 1);
    setBusy(true);
    setFailed(false);
    const uri = await pictureOf(camera.current);
    if (nr !== asked.current) return;
    setBusy(false);
    if (uri === null) return setFailed(true);
    setReady(false);
    onDone(uri);
  };

  return (
    <Dialog isOpen={isOpen} title={t('photoTitle')} closeLabel={t('noPhoto')} onClose={goOn}>
      <Text tone={hasFailed ? 'danger' : 'muted'} accessibilityLiveRegion="polite">
        {t(hasFailed ? 'photoFailed' : 'photoLead')}
      </Text>
      {leave === 'granted' ? (
        <>
          <View style={styles.frame}>
            <CameraView
              ref={camera}
              facing="front"
              style={styles.camera}
              onCameraReady={() => setReady(true)}
            />
          </View>
          <Button
            title={t('takePhoto')}
            icon="camera-outline"
            testID="take-photo"
            disabled={!isReady}
            isBusy={isBusy}
            onPress={() => void take()}
          />
        </>
      ) : leave === 'refused' ? (
        <>
          <RefusedLeave of="camera" />
          {!openPhoneSettings && <Button look="secondary" title={app('retry')} onPress={ask} />}
        </>
      ) : (
        leave === 'askable' && (
          <Button title={t('allowCamera')} icon="camera-outline" testID="allow-camera" onPress={ask} />
        )
      )}
      <Button look="plain" title={t('noPhoto')} onPress={goOn} />
    </Dialog>
  );
}

/** A camera says that it is ready before its first picture is there. */
const TRIES = 10;
const PAUSE_MS = 200;

/** A small JPEG's address; null when the camera gives none for two seconds. */
async function pictureOf(camera: CameraView | null): Promise<string | null> {
  for (let nr = 0; nr < TRIES; nr += 1) {
    try {
      const picture = await camera?.takePictureAsync({ quality: QUALITY, skipProcessing: true });
      if (picture) return await shrink(picture.uri);
    } catch {
      // tried again below
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return null;
}

async function shrink(uri: string): Promise<string> {
  const image = await ImageManipulator.manipulate(uri).resize({ width: WIDTH }).renderAsync();
  return (await image.saveAsync({ compress: QUALITY, format: SaveFormat.JPEG })).uri;
}

const styles = StyleSheet.create({
  frame: { borderRadius: radius.lg, overflow: 'hidden', aspectRatio: 4 / 3 },
  camera: { flex: 1 },
});
