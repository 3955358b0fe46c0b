import { redirectTwilio } from '../hosts/functions/redirect';
import { PORT_VARIABLE } from './port-variable';

// Loaded before a command, so that all it sends to Twilio arrives at the local one.
redirectTwilio(Number(process.env[PORT_VARIABLE]), { functions: true });
