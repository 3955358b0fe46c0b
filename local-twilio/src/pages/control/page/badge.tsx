import React from 'react';

export type Tone = 'good' | 'bad' | 'busy' | 'plain';

export function Badge({
  tone,
  children,
}: {
  readonly tone: Tone;
  readonly children: React.ReactNode;
}): React.ReactElement {
  return <span className={`badge ${tone}`}>{children}</span>;
}

const tones: Readonly<Record<string, Tone>> = {
  active: 'good',
  assigned: 'good',
  accepted: 'good',
  pending: 'busy',
  reserved: 'busy',
  wrapping: 'busy',
  canceled: 'bad',
  rejected: 'bad',
  timeout: 'bad',
};

/** A status of Twilio's in its own word. */
export function StatusBadge({ status }: { readonly status: string }): React.ReactElement {
  return <Badge tone={tones[status] ?? 'plain'}>{status}</Badge>;
}
