const fallbackHue = 264;

/** OKLCH hue (degrees, whole) of a colour such as #3366ff, so that its contrast can be set by theme. */
export function hueOfColor(color: string | undefined): number {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color ?? '');
  if (!hex) return fallbackHue;
  const linear = hex.slice(1).map((pair) => {
    const value = parseInt(pair, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const [r = 0, g = 0, b = 0] = linear;
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const along = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const across = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  if (Math.hypot(along, across) < 0.01) return fallbackHue;
  return (Math.round((Math.atan2(across, along) * 180) / Math.PI) + 360) % 360;
}
