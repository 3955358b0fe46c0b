import { Box } from '@twilio-paste/core/box';
import { Truncate } from '@twilio-paste/core/truncate';
import { ChatIcon } from '@twilio-paste/icons/cjs/ChatIcon';
import { EmailIcon } from '@twilio-paste/icons/cjs/EmailIcon';
import { ProductMessagingIcon } from '@twilio-paste/icons/cjs/ProductMessagingIcon';
import { SMSIcon } from '@twilio-paste/icons/cjs/SMSIcon';
import React from 'react';

import type { ChannelKind } from '../hooks/channel';
import { WhatsAppIcon } from './WhatsAppIcon';

const ICONS = {
  web: ChatIcon,
  whatsapp: WhatsAppIcon,
  sms: SMSIcon,
  messenger: ProductMessagingIcon,
  email: EmailIcon,
  other: ProductMessagingIcon,
} as const satisfies Record<ChannelKind, React.ElementType>;

export function ChannelLabel({ kind, label }: { kind: ChannelKind; label: string }) {
  const Icon = ICONS[kind];
  return (
    <Box display="flex" alignItems="center" columnGap="space30">
      <Icon decorative size="sizeIcon20" color="colorTextIcon" />
      <Box maxWidth="size20">
        <Truncate title={label}>{label}</Truncate>
      </Box>
    </Box>
  );
}
