import { loadPlugin } from '@twilio/flex-plugin';

import { ParkInteractionPlugin } from './ParkInteractionPlugin';

loadPlugin(ParkInteractionPlugin);
