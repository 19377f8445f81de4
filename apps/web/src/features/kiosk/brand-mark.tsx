import { Brand } from '../../lib/brand';

/** The product's name where there is room for it. */
export function BrandMark() {
  return (
    <span className="hidden sm:flex">
      <Brand />
    </span>
  );
}
