/** How long an agent has to take what was unparked to them (unpark_invite_timeout_seconds, by default). */
const UNPARK_INVITE_TIMEOUT_MS = 120_000;
/** Between two looks of open desktops. More than ten minutes: a healthy park is not looked at twice in that time. */
export const BETWEEN_RECONCILES_MS = 11 * 60_000;
/** How long a closing remark may wait (smart_wake_hours: 1). */
export const REMARKS_WAIT_MS = 60 * 60_000;
const MARGIN_MS = 2 * 60_000;

/** So long a customer who wrote may wait without anybody who could see it. */
export const UNSEEN_AT_MOST_MS = UNPARK_INVITE_TIMEOUT_MS + BETWEEN_RECONCILES_MS + MARGIN_MS;
