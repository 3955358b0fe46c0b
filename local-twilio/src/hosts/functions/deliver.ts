import http from 'node:http';
import type { Deliver, Delivery, DeliveryAnswer } from '../../kernel/deliveries';

/** A pre-action webhook may answer with a message’s text and its attributes, which take 16 KiB. */
const BODY_KEPT_CHARACTERS = 32 * 1024;

function send(delivery: Delivery, port: number): Promise<DeliveryAnswer> {
  const { pathname, search, host } = new URL(delivery.url);
  const body = delivery.method === 'POST' ? new URLSearchParams(delivery.params).toString() : '';
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        hostname: '127.0.0.1',
        port,
        method: delivery.method,
        path: `${pathname}${search}`,
        headers: { ...delivery.headers, host, 'content-length': Buffer.byteLength(body) },
        timeout: delivery.timeoutMs,
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          if (text.length < BODY_KEPT_CHARACTERS) text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: text.slice(0, BODY_KEPT_CHARACTERS) }),
        );
        response.on('error', reject);
      },
    );
    request.on('timeout', () => request.destroy(new Error(`no answer in ${delivery.timeoutMs} ms`)));
    request.on('error', reject);
    request.end(body);
  });
}

/** Delivers webhooks to hosts that are served on this machine; to any other nothing is sent. */
export function deliverOnLoopback(portOf: (host: string) => number | undefined): Deliver {
  return async (delivery) => {
    const { host } = new URL(delivery.url);
    const port = portOf(host);
    if (port === undefined) throw new Error(`${host} is not served by the local Twilio`);
    return send(delivery, port);
  };
}
