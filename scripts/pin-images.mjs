// `npm run images:pin`: puts behind each image in the Dockerfiles and in compose the digest that its tag stands for today, asked
// of its registry. With `-- --check` it only says which have none. A change of a base is then a change in git.
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { digestOf, imagesIn, withDigests } from './lib/image-digests.mjs';
import { reportError } from './lib/say.mjs';

const root = path.resolve(process.env.PIN_ROOT ?? path.join(import.meta.dirname, '..'));
const files = [...globSync('dockerfiles/Dockerfile.*', { cwd: root }).toSorted(), 'docker-compose.yml'].map(
  (file) => {
    const at = path.join(root, file);
    return { file, at, text: readFileSync(at, 'utf8') };
  },
);

try {
  if (process.argv.includes('--check')) {
    for (const { file, text } of files) {
      for (const { image, digest } of imagesIn(text))
        if (!digest) console.log(`${file}: ${image} has no digest`);
    }
  } else {
    const images = new Set(files.flatMap(({ text }) => imagesIn(text).map(({ image }) => image)));
    const digests = new Map(
      await Promise.all(
        [...images].map(async (image) => /** @type {const} */ ([image, await digestOf(image)])),
      ),
    );
    for (const { at, text } of files) writeFileSync(at, withDigests(text, digests));
    for (const [image, digest] of digests) console.log(`${image} is ${digest}`);
  }
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
