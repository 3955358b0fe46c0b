import { Box } from '@twilio-paste/core/box';
import { ScreenReaderOnly } from '@twilio-paste/core/screen-reader-only';
import { Text } from '@twilio-paste/core/text';
import React from 'react';

import { useAgeChart, type AgeChartShown } from '../hooks/use-age-chart';
import { useParkingServices } from '../parking-services';

/** Parked by queue and age: a bar and its number for each, and the same as a table for those who do not see it. */
export function AgeChart() {
  const chart = useAgeChart();
  if (!chart) return null;
  return (
    <Box marginBottom="space60">
      <ScreenReaderOnly>
        <AgeTable chart={chart} />
      </ScreenReaderOnly>
      <Box
        aria-hidden
        display="grid"
        gridTemplateColumns="minmax(6rem, max-content) repeat(4, 1fr)"
        columnGap="space50"
        rowGap="space20"
        alignItems="center"
      >
        <Text as="span" fontSize="fontSize20" fontWeight="fontWeightSemibold">
          {chart.title}
        </Text>
        {chart.ages.map(({ age, label }) => (
          <Text key={age} as="span" color="colorTextWeak" fontSize="fontSize20">
            {label}
          </Text>
        ))}
        {chart.queues.map((queue) => (
          <QueueLine key={queue.name} queue={queue} />
        ))}
      </Box>
    </Box>
  );
}

function QueueLine({ queue: { bars, name } }: { queue: AgeChartShown['queues'][number] }) {
  return (
    <>
      <Text as="span" fontSize="fontSize20">
        {name}
      </Text>
      {bars.map(({ age, count, share }) => (
        <Box key={age} display="flex" alignItems="center" columnGap="space20">
          {/* Beside the longest bar there is still room for its number. */}
          <Box
            height="sizeIcon05"
            borderRadius="borderRadius10"
            backgroundColor={age === 'older' ? 'colorBackgroundError' : 'colorBackgroundPrimary'}
            style={{ width: `${share * 80}%` }}
          />
          <Text as="span" color={count > 0 ? 'colorText' : 'colorTextWeak'} fontSize="fontSize20">
            {count}
          </Text>
        </Box>
      ))}
    </>
  );
}

function AgeTable({ chart: { ages, queues, title } }: { chart: AgeChartShown }) {
  const { text } = useParkingServices();
  return (
    <table>
      <caption>{title}</caption>
      <thead>
        <tr>
          <th scope="col">{text('ParkInteractionColumnQueue')}</th>
          {ages.map(({ age, label }) => (
            <th key={age} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {queues.map(({ bars, name }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {bars.map(({ age, count }) => (
              <td key={age}>{count}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
