import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import type { SettingOnPage } from '../../../serverless-functions/src/contract/parking-settings';
import type { SettingsPage } from '../hooks/use-settings';
import { useParkingServices } from '../parking-services';
import { enteredText, standardText, willBeSet } from '../state/setting-drafts';
import { SettingField } from './SettingField';

/** One setting: what it does, what counts now, and whether the account says so or it is the default. */
export function SettingRow({ page, setting }: { page: SettingsPage; setting: SettingOnPage }) {
  const { text } = useParkingServices();
  const { input, name } = setting;
  const id = `park-interaction-setting-${name}`;
  const isSet = willBeSet(setting, page.drafts);
  const problem = page.problems[name];
  return (
    <Box paddingY="space50" borderTopWidth="borderWidth10" borderTopStyle="solid" borderTopColor="colorBorderWeaker">
      <Box display="flex" columnGap="space40" justifyContent="space-between" marginBottom="space20">
        {input ? <Label htmlFor={id}>{name}</Label> : <Text as="p">{name}</Text>}
        {isSet && (
          <Box display="flex" columnGap="space40" alignItems="center" flexShrink={0}>
            <Badge as="span" variant="neutral">
              {text('ParkInteractionSettingsIsSet')}
            </Badge>
            <Button
              variant="link"
              size="reset"
              disabled={page.busy}
              aria-label={text('ParkInteractionSettingsResetOne', { name })}
              onClick={() => page.enter(name, null)}
            >
              {text('ParkInteractionSettingsReset')}
            </Button>
          </Box>
        )}
      </Box>
      {input && (
        <SettingField
          id={id}
          input={input}
          text={enteredText(setting, page.drafts)}
          isWrong={Boolean(problem)}
          disabled={page.busy}
          enter={(entered) => page.enter(name, entered)}
        />
      )}
      <Box id={`${id}-help`}>
        {problem && <HelpText variant="error">{problem}</HelpText>}
        <HelpText>
          {setting.text} {input?.kind === 'lines' && text('ParkInteractionSettingsLines')}
        </HelpText>
        {input && <HelpText>{standardText(setting, text)}</HelpText>}
      </Box>
    </Box>
  );
}
