import { WebSocket } from 'ws';

/** What a Socket.io server says to a raw WebSocket, and what it wants to hear. */
const PING = '2';
const PONG = '3';
const CONNECTED = '40';
const REFUSED = '44';

/**
 * A socket client without a client library, the same for both sides. `ticket`: greets a Socket.io server with it;
 * null: the server is a bare one. Every frame that tells of a change comes to `onChange`.
 */
export function openSocket(
  url: string,
  ticket: string | null,
  onChange: (frame: string) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => {
      if (ticket === null) resolve(socket);
      else socket.send(`${CONNECTED}${JSON.stringify({ ticket })}`);
    });
    socket.on('message', (data: Buffer) => {
      const frame = data.toString('utf8');
      if (frame.startsWith('42["shift:updated"')) onChange(frame);
      else if (frame === PING) socket.send(PONG);
      else if (frame.startsWith(CONNECTED)) resolve(socket);
      else if (frame.startsWith(REFUSED)) reject(new Error(`the socket was refused: ${frame}`));
    });
  });
}
