import { Alert } from '@twilio-paste/core/alert';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import { useSettings, type SettingsPage } from '../hooks/use-settings';
import { useParkingServices } from '../parking-services';
import { ErrorState } from './ErrorState';
import { LoadingState } from './LoadingState';
import { SettingRow } from './SettingRow';
import { SettingsReview } from './SettingsReview';

const HEADING_ID = 'park-interaction-settings-title';

/** Every setting of the account, for admins. */
export function SettingsView() {
  const { text } = useParkingServices();
  const page = useSettings();
  return (
    <Box
      as="section"
      aria-labelledby={HEADING_ID}
      padding="space60"
      width="100%"
      overflowY="auto"
      backgroundColor="colorBackgroundBody"
      color="colorText"
    >
      <Heading as="h1" variant="heading20" marginBottom="space0" id={HEADING_ID}>
        {text('ParkInteractionSettingsTitle')}
      </Heading>
      <Text as="p" color="colorTextWeak" marginY="space40">
        {text('ParkInteractionSettingsIntro')}
      </Text>
      {page.settings ? <Form page={page} settings={page.settings} /> : <NotThere page={page} />}
      {page.review && <SettingsReview page={page} review={page.review} />}
    </Box>
  );
}

function NotThere({ page }: { page: SettingsPage }) {
  const { text } = useParkingServices();
  return page.told ? <News page={page} /> : <LoadingState label={text('ParkInteractionSettingsLoading')} />;
}

function Form({ page, settings }: { page: SettingsPage; settings: NonNullable<SettingsPage['settings']> }) {
  const { text } = useParkingServices();
  return (
    <Box maxWidth="size70">
      <Box
        position="sticky"
        top="-24px"
        zIndex="zIndex20"
        backgroundColor="colorBackgroundBody"
        paddingY="space40"
        paddingX="space20"
        marginX="spaceNegative20"
        aria-live="polite"
      >
        <Box display="flex" columnGap="space40" marginBottom="space40">
          <Button variant="primary" disabled={!page.mayReview} loading={page.busy && !page.review} onClick={page.check}>
            {text('ParkInteractionSettingsReview')}
          </Button>
          <Button variant="secondary" disabled={!page.hasChanges || page.busy} onClick={page.discard}>
            {text('ParkInteractionSettingsDiscard')}
          </Button>
        </Box>
        <News page={page} />
      </Box>
      {settings.map((setting) => (
        <SettingRow key={setting.name} setting={setting} page={page} />
      ))}
    </Box>
  );
}

function News({ page: { problems, told } }: { page: SettingsPage }) {
  const { text } = useParkingServices();
  // What is wrong elsewhere in the configuration belongs to no setting.
  if (problems['']) return <Alert variant="error">{problems['']}</Alert>;
  if (!told) return null;
  if (told.kind === 'saved') return <Alert variant="neutral">{text('ParkInteractionSettingsSaved')}</Alert>;
  const label = told.mustLoad && { retryLabel: text('ParkInteractionSettingsLoadAgain') };
  return <ErrorState error={{ ...told, title: text('ParkInteractionSettingsFailed'), ...label }} />;
}
