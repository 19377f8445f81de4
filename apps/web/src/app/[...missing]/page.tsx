import { notFound } from 'next/navigation';

/** Rendered on request, unlike Next's own not-found page, whose inline scripts could carry no nonce. */
export const dynamic = 'force-dynamic';

export default function Missing(): never {
  notFound();
}
