import { IconWrapper, type IconWrapperProps } from '@twilio-paste/icons/cjs/helpers/IconWrapper';
import React from 'react';

/** A receiver in a bubble, as Flex's own task list marks these conversations; Paste has no such icon. */
export function WhatsAppIcon({ color, size }: Pick<IconWrapperProps, 'color' | 'size'> & { decorative: true }) {
  return (
    <IconWrapper size={size} color={color}>
      <svg aria-hidden width="100%" height="100%" viewBox="0 0 20 20" fill="none">
        <path stroke="currentColor" strokeLinejoin="round" d="M3 17l1-3.6A7 7 0 1 1 6.6 16z" />
        <path
          fill="currentColor"
          d="M7.6 6.4c.4-.4.9-.3 1.1.2l.5 1.1c.1.3 0 .6-.2.8l-.4.4c.5 1 1.3 1.8 2.4 2.4l.4-.4c.2-.2.5-.3.8-.2l1.1.5c.5.2.6.7.2 1.1-.8.9-1.9 1-3.1.4a6.7 6.7 0 0 1-3.2-3.2c-.6-1.2-.5-2.3.4-3.1z"
        />
      </svg>
    </IconWrapper>
  );
}
