import { redirectFetch } from '../hosts/functions/redirect-fetch';
import { redirectTwilio } from '../hosts/functions/redirect';
import { PORT_VARIABLE } from './port-variable';

// Loaded before a command, so that all it sends to Twilio arrives at the local one.
const port = Number(process.env[PORT_VARIABLE]);
redirectTwilio(port, { functions: true });
redirectFetch(port);
