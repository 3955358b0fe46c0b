import { ok } from '../../kernel/browser/exchange';
import { forAnyone, type BrowserRoute } from '../../kernel/browser/router';

const OPERATIONAL = '2024-01-01T00:00:00.000Z';

/** Files and reports that Flex fetches from Twilio's CDN or sends to it; all are optional to it. */
export function assetRoutes(): readonly BrowserRoute[] {
  return [
    // An array, or Flex throws: it filters the list.
    forAnyone(['GET', 'assets.flex.', '/assets/countries.json'], () =>
      ok([{ name: 'United States', alpha2Code: 'US', callingCodes: ['1'] }]),
    ),
    forAnyone(['GET', 'assets.flex.', '/assets/flagPositions.json'], () => ok({})),
    forAnyone(['GET', 'assets.', '/public_assets/*'], () => ({
      status: 200,
      bytes: Buffer.from('/* system fonts are used locally */'),
      contentType: 'text/css',
    })),
    forAnyone(['GET', 'media.twiliocdn.com', '/*'], () => ({
      status: 200,
      bytes: silence(),
      contentType: 'audio/wav',
    })),
    forAnyone(['GET', 'status.', '/api/v2/summary.json'], () => ok(status())),
    forAnyone(['POST', 'flex-sdk.', '/*'], () => ok({})),
    forAnyone(['POST', 'eventgw.', '/*'], () => ok({})),
    forAnyone(['POST', '*', '/v1/Telemetry/*'], () => ok({})),
    forAnyone(['POST', '*', '/logs/*'], () => ok({})),
    forAnyone(['POST', 'ers.', '/*'], () => ok({})),
    forAnyone(['PUT', 'ers.', '/*'], () => ok({})),
    forAnyone(['DELETE', 'ers.', '/*'], () => ok({})),
  ];
}

function status(): Record<string, unknown> {
  return {
    page: {},
    status: { indicator: 'none', description: 'Local' },
    components: [
      { id: 'local', name: 'FLEX', status: 'operational', updated_at: OPERATIONAL, created_at: OPERATIONAL },
    ],
    incidents: [],
    scheduled_maintenances: [],
  };
}

/** A tenth of a second of nothing: the ring tone. 16 bit mono WAV at 8 kHz. */
function silence(): Buffer {
  const samples = 800;
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(16000, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  return bytes;
}
