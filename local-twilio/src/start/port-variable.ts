/** Tells a rehearsed command where the local Twilio is. */
export const PORT_VARIABLE = 'LOCAL_TWILIO_PORT';
