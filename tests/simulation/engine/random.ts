import { createHash } from 'node:crypto';

/** Numbers that depend on a seed only. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(choices: readonly T[]): T;
  /** That many bytes as hex digits. */
  hex(bytes: number): string;
}

/** sfc32, a small fast generator (public domain, PractRand). */
export function random(seed: string): Random {
  const digest = createHash('md5').update(seed).digest();
  let [a, b, c, count] = [0, 4, 8, 12].map((at) => digest.readUInt32LE(at)) as [number, number, number, number];
  const draw = (): number => {
    const sum = (a + b + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const next = () => draw() / 2 ** 32;
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick(choices) {
      const chosen = choices[Math.floor(next() * choices.length)];
      if (chosen === undefined) throw new Error('nothing to pick from');
      return chosen;
    },
    hex: (bytes) => Array.from({ length: bytes }, () => (draw() & 0xff).toString(16).padStart(2, '0')).join(''),
  };
}
