import type { Locator, Page } from 'playwright-core';

import type { ParkingLab } from '../../tests/support/parking-lab';
import { CALM_MS } from '../screenshots/camera';

const GAP = 16;
const HEIGHT = 540;
const CAPTION_HEIGHT = 48;
const PHONE_WIDTH = 290;
const DESKTOP_WIDTH = 780;

export const STAGE = { width: PHONE_WIDTH + DESKTOP_WIDTH + 3 * GAP, height: HEIGHT + CAPTION_HEIGHT + GAP };
const PHONES = 3;

/** One moment: Grace's phone and Ada's desktop under a sentence, with a pointer where Ada is about to click. */
export interface Moment {
  readonly caption: string;
  readonly pointAt?: Locator;
}

export interface Stage {
  /** Red, green, blue and opacity of each pixel, row by row. */
  picture(moment: Moment): Promise<Uint8Array>;
}

export async function openStage({ ada, browser, phones }: ParkingLab): Promise<Stage> {
  await ada.page.setViewportSize({ width: DESKTOP_WIDTH, height: HEIGHT });
  await fitPhones(phones);
  const page = await browser.newPage(STAGE);
  return {
    async picture({ caption, pointAt }) {
      const box = (await pointAt?.boundingBox()) ?? undefined;
      const pointer = box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      const phone = await shot(phones.page, phones.phone('Grace'));
      const desktop = await shot(ada.page);
      await page.bringToFront();
      await page.setContent(stageHtml({ caption, phone, desktop, pointer }));
      const png = (await page.screenshot()).toString('base64');
      await ada.page.bringToFront();
      return pixelsOf(page, png);
    },
  };
}

/** The three phones share the width of their page. */
async function fitPhones({ page, phone }: ParkingLab['phones']): Promise<void> {
  const window = { width: PHONES * PHONE_WIDTH + 100, height: HEIGHT + 200 };
  await page.setViewportSize(window);
  const box = await phone('Grace').boundingBox();
  if (!box) throw new Error('Grace has no phone');
  const width = Math.round(window.width + PHONES * (PHONE_WIDTH - box.width));
  await page.setViewportSize({ width, height: Math.round(window.height + HEIGHT - box.height) });
}

async function shot(page: Page, part?: Locator): Promise<string> {
  await page.bringToFront();
  await new Promise((resolve) => setTimeout(resolve, CALM_MS));
  return (await (part ?? page).screenshot()).toString('base64');
}

interface Scene {
  caption: string;
  phone: string;
  desktop: string;
  pointer: { x: number; y: number } | undefined;
}

function stageHtml({ caption, desktop, phone, pointer }: Scene): string {
  const at = pointer && `left: ${pointer.x - 4}px; top: ${pointer.y - 2}px`;
  const arrow = `<svg style="${at}" width="26" height="34" viewBox="0 0 13 17"><path d="M1 1v13l3.4-3 2 5 2.3-1-2-4.8H11z" fill="#000" stroke="#fff"/></svg>`;
  return `<style>
    body { margin: 0; background: #e1e3ea; font: 600 20px/${CAPTION_HEIGHT}px sans-serif; color: #121c2d; text-align: center; }
    main { display: flex; gap: ${GAP}px; padding: 0 ${GAP}px; }
    img { display: block; height: ${HEIGHT}px; border-radius: 8px; }
    .phone { width: ${PHONE_WIDTH}px; }
    .desktop { position: relative; width: ${DESKTOP_WIDTH}px; }
    svg { position: absolute; }
  </style>
  ${caption}
  <main>
    <img class="phone" src="data:image/png;base64,${phone}">
    <div class="desktop"><img src="data:image/png;base64,${desktop}">${pointer ? arrow : ''}</div>
  </main>`;
}

/** Browsers can decode a PNG, so nothing else has to. */
async function pixelsOf(page: Page, png: string): Promise<Uint8Array> {
  const url: string = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('this browser draws nothing');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const reader = new FileReader();
    reader.readAsDataURL(new Blob([data]));
    await new Promise((resolve) => reader.addEventListener('load', resolve));
    return String(reader.result);
  }, `data:image/png;base64,${png}`);
  return new Uint8Array(Buffer.from(url.slice(url.indexOf(',') + 1), 'base64'));
}
