import { Redirect } from 'expo-router';

/** An old link leads home. */
export default function NotFound() {
  return <Redirect href="/" />;
}
