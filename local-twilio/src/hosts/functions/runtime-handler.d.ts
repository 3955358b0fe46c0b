/** The package declares its types under a path that this module resolution does not read. */
declare module '@twilio/runtime-handler/dev' {
  import type { Express } from 'express';

  interface Resource {
    readonly access: 'private' | 'protected' | 'public';
    readonly content: string | Buffer;
    readonly name: string;
    readonly path: string;
    readonly filePath: string;
  }

  interface ServerConfig {
    readonly baseDir: string;
    readonly env: Record<string, string | undefined>;
    readonly port: number;
    readonly url: string;
    readonly detailedLogs: boolean;
    readonly live: boolean;
    readonly logs: boolean;
    readonly legacyMode: boolean;
    readonly appName: string;
    readonly forkProcess: boolean;
    readonly routes: { readonly functions: readonly Resource[]; readonly assets: readonly Resource[] };
    readonly enableDebugLogs: boolean;
  }

  export class LocalDevelopmentServer {
    constructor(port: number, config: ServerConfig);
    getApp(): Express;
  }
}
