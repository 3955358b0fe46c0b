import { useRef, useState } from 'react';

import type { PreviewMessage } from '../../../serverless-functions/src/contract/preview';
import { useParkingServices } from '../parking-services';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';
import { pastMoment, type Moment } from './moment';
import type { ParkedRow } from './parked-row';

export interface PreviewLine {
  key: string;
  from: PreviewMessage['from'];
  author: string;
  body: string;
  at: Moment;
}

export type PreviewBody =
  | { status: 'loading' }
  | { status: 'messages'; lines: PreviewLine[]; more: boolean }
  | { status: 'failed'; reason: string; retry: () => void };

export interface Preview {
  customerName: string;
  /** What was said when it was parked, in full: the list has room for its beginning only. */
  said: string[];
  body: PreviewBody;
  close(): void;
}

type PreviewedRow = Pick<ParkedRow, 'conversationSid' | 'customerName' | 'reason' | 'note'>;

/** The last messages of a parked conversation, read when asked for and kept only while they are shown. */
export function usePreview(): { preview: Preview | undefined; open: (row: PreviewedRow) => void } {
  const services = useParkingServices();
  const [shown, setShown] = useState<{ row: PreviewedRow; body: PreviewBody }>();
  const asked = useRef(0);

  const open = async (row: PreviewedRow) => {
    const ask = (asked.current += 1);
    setShown({ row, body: { status: 'loading' } });
    const outcome = await services.preview(row.conversationSid);
    if (ask !== asked.current) return;
    if (!outcome.ok) {
      const reason = services.text(failureKey(outcome.failure.code));
      return setShown({ row, body: { status: 'failed', reason, retry: () => void open(row) } });
    }
    const { messages, more } = outcome.answer;
    const lines = messages.map((message) => lineOf(message, row, services));
    setShown({ row, body: { status: 'messages', lines, more } });
  };
  const close = () => {
    asked.current += 1;
    setShown(undefined);
  };

  return {
    preview: shown && {
      customerName: shown.row.customerName,
      said: saidOf(shown.row, services.text),
      body: shown.body,
      close,
    },
    open: (row) => void open(row),
  };
}

function saidOf({ note, reason }: PreviewedRow, text: Text): string[] {
  return [
    ...(reason ? [text('ParkInteractionCardReason', { reason })] : []),
    ...(note ? [text('ParkInteractionCardNote', { note })] : []),
  ];
}

function lineOf(
  message: PreviewMessage,
  row: PreviewedRow,
  services: ReturnType<typeof useParkingServices>,
): PreviewLine {
  const { at, author, body, from, hasMedia, index } = message;
  const media = hasMedia ? services.text('ParkInteractionPreviewMedia') : '';
  return {
    key: String(index),
    from,
    author: from === 'customer' ? row.customerName : author,
    body: [body, media].filter(Boolean).join(' '),
    at: pastMoment(at, { now: services.now(), localeTag: services.localeTag }),
  };
}
