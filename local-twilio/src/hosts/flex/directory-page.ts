import type { FlexUser } from '../../services/iam/entities';
import { escapeHtml } from './desktop-page';

export interface DoorsPage {
  readonly users: readonly FlexUser[];
  readonly port: number;
  /** The name in the address that is nobody's, if that is why this page is shown. */
  readonly unknown?: string;
}

/** Where everything is: one desktop per person, and the customers. */
export function doorsPage({ users, port, unknown }: DoorsPage): string {
  const notice = unknown
    ? `<p role="alert" class="notice">There is no agent called <b>${escapeHtml(unknown)}</b> here. These are the desktops:</p>`
    : '';
  const desktops = users
    .map(
      (user) =>
        `<li><a href="http://${escapeHtml(user.username)}.localhost:${port}/agent-desktop">${escapeHtml(user.fullName)}</a> <span>${escapeHtml(user.roles.join(', '))}</span></li>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Local Twilio</title>
<link rel="icon" href="data:,">
<style>
body { font: 16px/1.5 system-ui, sans-serif; color: #121c2d; background: #f4f4f6; margin: 0; display: grid; place-items: center; min-height: 100vh; }
main { background: #fff; border: 1px solid #e1e3ea; border-radius: 12px; padding: 32px 40px; max-width: 34rem; }
h1 { margin: 0 0 8px; font-size: 1.5rem; }
ul { padding: 0; list-style: none; }
li { padding: 8px 0; border-top: 1px solid #e1e3ea; }
a { color: #0263e0; font-weight: 600; }
span { color: #606b85; }
.notice { background: #fef5f5; border-left: 4px solid #d61f1f; padding: 8px 16px; }
</style>
</head>
<body>
<main>
<h1>Local Twilio</h1>
${notice}
<p>${desktops ? 'Each desktop is the real Flex UI, logged in. Open several: they do not disturb each other.' : 'Started without desktops.'}</p>
<ul>
${desktops}
<li><a href="http://localhost:${port}/customers">The customers’ phones</a> <span>web chat, WhatsApp, SMS</span></li>
<li><a href="http://localhost:${port}/_local">What goes on inside</a> <span>webhooks, REST calls, faults, clock</span></li>
</ul>
</main>
</body>
</html>`;
}
