type Mark = { type: string; at: number; bytes: readonly number[] }[];

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
/** How a file of each type begins. */
const MARKS: readonly Mark[] = [
  [{ type: 'image/jpeg', at: 0, bytes: [0xff, 0xd8, 0xff] }],
  [{ type: 'image/png', at: 0, bytes: [0x89, ...ascii('PNG\r\n'), 0x1a, 0x0a] }],
  [
    { type: 'image/webp', at: 0, bytes: ascii('RIFF') },
    { type: 'image/webp', at: 8, bytes: ascii('WEBP') },
  ],
];

/** The type of a picture by its first bytes, whatever it calls itself; undefined for anything else. */
export function typeOfContent(content: Uint8Array): string | undefined {
  const found = MARKS.find((marks) =>
    marks.every(({ at, bytes }) => bytes.every((byte, nr) => content[at + nr] === byte)),
  );
  return found?.[0]?.type;
}
