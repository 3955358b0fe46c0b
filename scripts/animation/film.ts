import { applyPalette, GIFEncoder, quantize } from 'gifenc';

import { STAGE, type Moment, type Stage } from './stage';

/** A GIF knows 256 colours; the last of them says "as before". */
const COLOURS = 255;
const AS_BEFORE = COLOURS;

export interface Film {
  /** Shows this moment for so long. */
  show(moment: Moment, ms: number): Promise<void>;
  /** The GIF that runs without end. */
  bytes(): Uint8Array;
}

interface Frame {
  readonly rgba: Uint8Array;
  readonly ms: number;
}

export function startFilm(stage: Stage): Film {
  const frames: Frame[] = [];
  return {
    async show(moment, ms) {
      frames.push({ rgba: await stage.picture(moment), ms });
    },
    bytes: () => gifOf(frames),
  };
}

/** All frames share their colours, so that what stays as it was looks as it did. */
function gifOf(frames: readonly Frame[]): Uint8Array {
  const colours = quantize(new Uint8Array(Buffer.concat(frames.map(({ rgba }) => rgba))), COLOURS);
  const unused = Array.from({ length: AS_BEFORE + 1 - colours.length }, () => [0, 0, 0]);
  const palette = [...colours, ...unused];
  const gif = GIFEncoder();
  let before: Uint8Array | undefined;
  for (const { rgba, ms } of frames) {
    const pixels = applyPalette(rgba, colours);
    const transparency = before ? { transparent: true, transparentIndex: AS_BEFORE } : { repeat: 0 };
    const drawn = before ? onlyChanged(pixels, before) : pixels;
    gif.writeFrame(drawn, STAGE.width, STAGE.height, { palette, delay: ms, dispose: 1, ...transparency });
    before = pixels;
  }
  gif.finish();
  return gif.bytes();
}

/** What stays as it was is transparent, which takes nearly no bytes. */
function onlyChanged(pixels: Uint8Array, before: Uint8Array): Uint8Array {
  return pixels.map((pixel, at) => (pixel === before[at] ? AS_BEFORE : pixel));
}
