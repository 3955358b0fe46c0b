import { startLocalFunctions, type LocalFunctionsOptions, type RunningFunctions } from './local-functions';

/** Services of Functions, each behind a port of its own. */
export interface RunningServices {
  readonly all: readonly RunningFunctions[];
  portOf(host: string): number | undefined;
  close(): Promise<void>;
}

/** Before any has started. */
export const noServices: RunningServices = { all: [], portOf: () => undefined, close: async () => undefined };

interface Service extends Pick<LocalFunctionsOptions, 'folder' | 'domainName'> {
  /** Default: any free port. */
  readonly port?: number;
}

type Surroundings = Omit<LocalFunctionsOptions, keyof Service>;

/** Starts all or none. */
export async function startServices(
  services: readonly Service[],
  surroundings: Surroundings,
): Promise<RunningServices> {
  const starting = services.map(async ({ port = 0, ...service }) => {
    const host = await startLocalFunctions({ ...surroundings, ...service, port });
    return { domainName: service.domainName, host };
  });
  const settled = await Promise.allSettled(starting);
  const all = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const close = async () => void (await Promise.all(all.map(({ host }) => host.close())));
  const failed = settled.find((one) => one.status === 'rejected');
  if (failed) {
    await close();
    throw failed.reason;
  }
  return { all, portOf: (host) => all.find(({ domainName }) => domainName === host)?.host.port, close };
}
