'use client';
import { Button } from '@vaktplan/ui';
import { Printer } from 'lucide-react';

/** Opens the browser's own print dialog. */
export function PrintButton() {
  return (
    <Button variant="primary" className="screen-only" onClick={() => window.print()}>
      <Printer /> Print
    </Button>
  );
}
