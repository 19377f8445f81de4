import { CameraView, useCameraPermissions } from 'expo-camera';
import { ImageManipulator, SaveFormat } from 'expo-image-manipulator';
import { useRef, useState } from 'react';
import { StyleSheet, View } from 'react-native';
import { Button } from '@/ui/button';
import { Dialog } from '@/ui/dialog';
import { Text } from '@/ui/text';
import { radius } from '@/ui/tokens';
import { useWords } from '@/ui/words';

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
  const [permission, ask] = useCameraPermissions();
  const camera = useRef<CameraView>(null);
  const [isReady, setReady] = useState(false);
  const [isBusy, setBusy] = useState(false);

  const take = async () => {
    setBusy(true);
    try {
      const picture = await camera.current?.takePictureAsync({ quality: QUALITY, skipProcessing: true });
      onDone(picture ? await shrink(picture.uri) : null);
    } catch {
      onDone(null);
    } finally {
      setBusy(false);
      setReady(false);
    }
  };

  return (
    <Dialog isOpen={isOpen} title={t('photoTitle')} closeLabel={t('noPhoto')} onClose={() => onDone(null)}>
      <Text tone="muted">{t('photoLead')}</Text>
      {permission?.granted ? (
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
      ) : (
        <Button
          title={t('allowCamera')}
          icon="camera-outline"
          testID="allow-camera"
          onPress={() => void ask()}
        />
      )}
      <Button look="plain" title={t('noPhoto')} onPress={() => onDone(null)} />
    </Dialog>
  );
}

async function shrink(uri: string): Promise<string> {
  const image = await ImageManipulator.manipulate(uri).resize({ width: WIDTH }).renderAsync();
  return (await image.saveAsync({ compress: QUALITY, format: SaveFormat.JPEG })).uri;
}

const styles = StyleSheet.create({
  frame: { borderRadius: radius.lg, overflow: 'hidden', aspectRatio: 4 / 3 },
  camera: { flex: 1 },
});
