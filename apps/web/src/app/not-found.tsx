import { Button, EmptyState } from '@vaktplan/ui';
import { Compass } from 'lucide-react';
import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        asHeading
        icon={<Compass />}
        title="There is nothing at this address"
        description="It may have moved, or the link was cut off."
        action={
          <Button asChild>
            <Link href="/">Go to the start page</Link>
          </Button>
        }
      />
    </main>
  );
}
