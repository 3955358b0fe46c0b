import { Box } from '@twilio-paste/core/box';
import { Input } from '@twilio-paste/core/input';
import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { SearchIcon } from '@twilio-paste/icons/cjs/SearchIcon';
import React from 'react';

import { useListControls, type ListControls } from '../hooks/use-list-controls';
import { useListScope } from '../hooks/use-list-source';
import { useParkingServices } from '../parking-services';

const SEARCH_ID = 'park-interaction-search';

export function ListFilters() {
  const { text } = useParkingServices();
  const { agents, change, channels, queues, view } = useListControls();
  const scope = useListScope();
  return (
    <Box display="flex" flexWrap="wrap" columnGap="space50" rowGap="space40" marginBottom="space50">
      <Box width="size20">
        <Label htmlFor={SEARCH_ID}>{text('ParkInteractionFilterText')}</Label>
        <Input
          id={SEARCH_ID}
          type="text"
          value={view.text}
          insertBefore={<SearchIcon decorative />}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Box>
      <Filter
        label={text('ParkInteractionColumnChannel')}
        all={text('ParkInteractionAllChannels')}
        choices={channels}
        value={view.channel}
        onChange={(channel) => change({ channel })}
      />
      {scope === 'everyone' && (
        <>
          <Filter
            label={text('ParkInteractionColumnAgent')}
            all={text('ParkInteractionAllAgents')}
            choices={agents}
            value={view.agent}
            onChange={(agent) => change({ agent })}
          />
          <Filter
            label={text('ParkInteractionColumnQueue')}
            all={text('ParkInteractionAllQueues')}
            choices={queues}
            value={view.queue}
            onChange={(queue) => change({ queue })}
          />
        </>
      )}
    </Box>
  );
}

interface FilterProps {
  label: string;
  /** What stands for no choice. */
  all: string;
  choices: ListControls['channels'];
  value: string;
  onChange: (value: string) => void;
}

function Filter({ all, choices, label, onChange, value }: FilterProps) {
  const id = `park-interaction-filter-${label}`;
  return (
    <Box minWidth="size10" maxWidth="size20">
      <Label htmlFor={id}>{label}</Label>
      <Select id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        <Option value="">{all}</Option>
        <>
          {choices.map((choice) => (
            <Option key={choice.value} value={choice.value}>
              {choice.label}
            </Option>
          ))}
        </>
      </Select>
    </Box>
  );
}
