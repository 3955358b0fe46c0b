import { Input } from '@twilio-paste/core/input';
import { Option, Select } from '@twilio-paste/core/select';
import { TextArea } from '@twilio-paste/core/textarea';
import React from 'react';

import type { SettingInput } from '../../../serverless-functions/src/contract/parking-settings';

interface Props {
  id: string;
  input: SettingInput;
  text: string;
  isWrong: boolean;
  disabled: boolean;
  enter: (text: string) => void;
}

type Change = React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;

export function SettingField({ disabled, enter, id, input, isWrong, text }: Props) {
  const field = {
    id,
    value: text,
    hasError: isWrong,
    disabled,
    'aria-describedby': `${id}-help`,
    onChange: (event: Change) => enter(event.target.value),
  };
  switch (input.kind) {
    case 'choice': {
      const choices = input.choices.map(String);
      return (
        <Select {...field}>
          {/* What the account has may be no choice at all. */}
          {(choices.includes(text) ? choices : [text, ...choices]).map((choice) => (
            <Option key={choice} value={choice}>
              {choice}
            </Option>
          ))}
        </Select>
      );
    }
    case 'number':
    case 'text':
      // A number field would not show a value that is not a number.
      return <Input {...field} type="text" inputMode={input.kind === 'number' ? 'decimal' : 'text'} />;
    case 'lines':
    case 'json':
      return <TextArea {...field} />;
  }
}
