/** What the film needs of gifenc 1.0.3, which declares no types: github.com/mattdesl/gifenc. */
declare module 'gifenc' {
  type Palette = readonly (readonly number[])[];

  /** Up to `maxColors` colours that stand for all of `rgba`. */
  export function quantize(rgba: Uint8Array, maxColors: number): Palette;
  /** The place in the palette of each pixel. */
  export function applyPalette(rgba: Uint8Array, palette: Palette): Uint8Array;
  export function GIFEncoder(): {
    /** `delay` in milliseconds; `repeat` 0: without end; `dispose` 1: the next frame is drawn over this one. */
    writeFrame(
      pixels: Uint8Array,
      width: number,
      height: number,
      options: {
        palette: Palette;
        delay: number;
        dispose: 1;
        repeat?: number;
        transparent?: boolean;
        transparentIndex?: number;
      },
    ): void;
    finish(): void;
    bytes(): Uint8Array;
  };
}
