import { currentInvocation } from './invocations';

/** Every line that a Function writes begins with the Function's path. */
export function prefixed(text: string, path: string | undefined): string {
  if (path === undefined) return text;
  const lines = text.endsWith('\n') ? text.slice(0, -1).split('\n') : text.split('\n');
  return lines.map((line) => `${path}: ${line}\n`).join('');
}

/** `console` ends here, too. */
export function prefixOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    const write = stream.write.bind(stream);
    stream.write = (given: string | Uint8Array, ...rest: unknown[]) => {
      const text = typeof given === 'string' ? given : Buffer.from(given).toString('utf8');
      const callback = rest.find((one): one is () => void => typeof one === 'function');
      return write(prefixed(text, currentInvocation()?.path), callback);
    };
  }
}
