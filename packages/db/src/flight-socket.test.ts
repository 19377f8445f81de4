import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { createFlightSocket } from './flight-socket.ts';

test('what is written in one turn waits for its end, and arrives whole and in order', async () => {
  let received = '';
  const server = createServer((peer) => peer.setEncoding('utf8').on('data', (text) => (received += text)));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const socket = createFlightSocket();
  await once(socket.connect((server.address() as AddressInfo).port, '127.0.0.1'), 'connect');

  socket.write('one ');
  socket.cork();
  socket.write(Buffer.from('two '));
  socket.uncork();
  const sent = new Promise((resolve) => socket.write('three ', resolve));
  expect(socket.writableLength).toBe(14);
  await sent;
  expect(socket.writableCorked).toBe(0);
  socket.end('four');
  await once(socket, 'close');
  expect(received).toBe('one two three four');
  server.close();
});
