import type { ExpoConfig } from 'expo/config';

const usesClerk = process.env['EXPO_PUBLIC_AUTH_MODE'] === 'clerk';
const firebase = process.env['GOOGLE_SERVICES_JSON'];
const updatesUrl = process.env['EXPO_UPDATES_URL'];
const easProject = process.env['EAS_PROJECT_ID'];

const purposes = {
  location: 'Your location is read only at the moment you clock in, take a break or clock out.',
  camera: 'Some workplaces ask for a photo when you clock in or out.',
  face: 'Unlock Vaktplan with Face ID.',
};

const config: ExpoConfig = {
  name: 'Vaktplan',
  slug: 'vaktplan',
  version: '1.0.0',
  scheme: 'vaktplan',
  orientation: 'portrait',
  userInterfaceStyle: 'automatic',
  icon: './assets/icon.png',
  // an update reaches only the builds whose native part is the same
  runtimeVersion: { policy: 'fingerprint' },
  updates: {
    enabled: updatesUrl !== undefined,
    checkAutomatically: 'ON_LOAD',
    fallbackToCacheTimeout: 0,
    ...(updatesUrl && { url: updatesUrl }),
  },
  ...(easProject && { extra: { eas: { projectId: easProject } } }),
  ios: {
    bundleIdentifier: 'app.vaktplan.mobile',
    supportsTablet: true,
    config: { usesNonExemptEncryption: false },
    privacyManifests: {
      // modules/boot-clock measures the time between a tap and its sending
      NSPrivacyAccessedAPITypes: [
        {
          NSPrivacyAccessedAPIType: 'NSPrivacyAccessedAPICategorySystemBootTime',
          NSPrivacyAccessedAPITypeReasons: ['35F9.1'],
        },
      ],
    },
    infoPlist: {
      NSLocationWhenInUseUsageDescription: purposes.location,
      NSCameraUsageDescription: purposes.camera,
      NSFaceIDUsageDescription: purposes.face,
      UIBackgroundModes: ['processing', 'remote-notification'],
      CFBundleLocalizations: ['en', 'da', 'de', 'ar'],
    },
  },
  android: {
    package: 'app.vaktplan.mobile',
    // a punch that waits must not wake up on another phone
    allowBackup: false,
    adaptiveIcon: { foregroundImage: './assets/adaptive-icon.png', backgroundColor: '#3f4fc4' },
    permissions: [
      'ACCESS_COARSE_LOCATION',
      'ACCESS_FINE_LOCATION',
      'CAMERA',
      'POST_NOTIFICATIONS',
      'USE_BIOMETRIC',
    ],
    blockedPermissions: [
      'android.permission.ACCESS_BACKGROUND_LOCATION',
      'android.permission.READ_EXTERNAL_STORAGE',
      'android.permission.RECORD_AUDIO',
      'android.permission.SYSTEM_ALERT_WINDOW',
      'android.permission.WRITE_EXTERNAL_STORAGE',
    ],
    ...(firebase && { googleServicesFile: firebase }),
  },
  web: { bundler: 'metro', output: 'single', favicon: './assets/favicon.png' },
  plugins: [
    'expo-router',
    [
      'expo-splash-screen',
      {
        image: './assets/splash.png',
        imageWidth: 120,
        backgroundColor: '#f8f9fb',
        dark: { backgroundColor: '#0d0f13' },
      },
    ],
    'expo-sqlite',
    ['expo-secure-store', { faceIDPermission: purposes.face, configureAndroidBackup: false }],
    ['expo-local-authentication', { faceIDPermission: purposes.face }],
    'expo-background-task',
    [
      'expo-location',
      {
        locationWhenInUsePermission: purposes.location,
        isAndroidBackgroundLocationEnabled: false,
        locationAlwaysAndWhenInUsePermission: false,
        locationAlwaysPermission: false,
        motionUsagePermission: false,
      },
    ],
    [
      'expo-camera',
      { cameraPermission: purposes.camera, microphonePermission: false, recordAudioAndroid: false },
    ],
    'expo-notifications',
    ['expo-localization', { supportsRTL: true, supportedLocales: ['en', 'da', 'de', 'ar'] }],
    'expo-web-browser',
    ...(usesClerk ? ['@clerk/expo'] : []),
  ],
  experiments: { typedRoutes: true, reactCompiler: true },
};
export default config;
