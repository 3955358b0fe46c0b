import type { FlexToken, FlexUser } from '../../services/iam/entities';

/** Every word of a page that is not ours goes through here. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** JSON inside a script element must not end it. */
const embedded = (value: unknown): string => JSON.stringify(value).replace(/</g, '\\u003c');

export interface DesktopPage {
  readonly user: FlexUser;
  readonly token: FlexToken;
  readonly accountSid: string;
  readonly flexScript: string;
  /** Whether it loads again when a plugin was built anew. */
  readonly watch: boolean;
}

/** The page around Flex: logged in as that user, Twilio's hosts led to this server before Flex runs. */
export function desktopPage({ user, token, accountSid, flexScript, watch }: DesktopPage): string {
  const login = {
    token: token.token,
    identity: token.identity,
    roles: token.roles,
    expiration: new Date(token.expiresAtMs).toISOString(),
    flexUserSid: token.flexUserSid,
  };
  const configuration = {
    sso: { accountSid },
    serviceBaseUrl: 'local-twilio-0001',
    logLevel: 'warn',
    disableBrowserVoice: true,
    disableTelemetry: true,
    pluginService: { enabled: true },
  };
  // Without the referrer rule Flex loads itself a second time after the login detour.
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="referrer" content="no-referrer">
<title>${escapeHtml(user.fullName)} · Flex</title>
<link rel="icon" href="data:,">
<style>
html, body, #container { margin: 0; height: 100%; }
#container { display: flex; width: 100%; overflow: hidden; }
#container > div { display: flex; flex: 1 1 auto; min-height: 0; }
</style>
<script type="application/json" id="login">${embedded(login)}</script>
<script type="application/json" id="configuration">${embedded(configuration)}</script>
</head>
<body>
<div id="container"></div>
<script src="/__local/shim.js"></script>
<script src="/__local/${flexScript}"></script>
<script src="/__local/boot.js"></script>${watch ? '\n<script src="/__local/reload.js"></script>' : ''}
</body>
</html>`;
}
