import { startParkingLab } from '../support/parking-lab';

const RUNS = 3;
/** What a person waits for at most, by the issue that asked for it. */
const LIMIT_SECONDS = 10;

/** Seconds from opening the address of a desktop until Flex can be used, with parking, after the bundle is cached. */
async function boot(): Promise<void> {
  const lab = await startParkingLab({ enabled: true, show_list: true });
  try {
    const seconds: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const startedAtMs = performance.now();
      await lab.ada.open();
      seconds.push((performance.now() - startedAtMs) / 1000);
    }
    const worst = Math.max(...seconds);
    console.log(`Desktop ready after ${seconds.map((value) => value.toFixed(1)).join(', ')} s`);
    console.log(`Slowest: ${(worst / LIMIT_SECONDS).toFixed(2)} × the limit of ${LIMIT_SECONDS} s`);
  } finally {
    await lab.close();
  }
}

void boot();
