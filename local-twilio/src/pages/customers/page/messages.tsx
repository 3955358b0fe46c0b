import React, { useEffect, useRef } from 'react';
import type { Thread } from '../threads';

interface MessagesProps {
  readonly thread: Thread;
  readonly typing: string | null;
  readonly label: string;
}

const time = (at: string): string => new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

/** The screen of a phone; it stays at the newest message. */
export function Messages({ thread, typing, label }: MessagesProps): React.ReactElement {
  const end = useRef<HTMLLIElement>(null);
  useEffect(() => end.current?.scrollIntoView({ block: 'nearest' }), [thread.messages.length, typing]);
  return (
    <ol className="messages" role="log" aria-live="polite" aria-label={label} tabIndex={0}>
      {thread.messages.map((message) => (
        <React.Fragment key={message.sid}>
          {message.startsAnew && <li className="divider">A new conversation</li>}
          <li className={message.mine ? 'message mine' : 'message theirs'}>
            {!message.mine && <b>{message.author}</b>}
            <span>{message.body}</span>
            <time dateTime={message.at}>{time(message.at)}</time>
          </li>
        </React.Fragment>
      ))}
      {typing && (
        <li className="typing">
          {typing} is typing<span aria-hidden="true">…</span>
        </li>
      )}
      <li ref={end} className="end" aria-hidden="true" />
    </ol>
  );
}
