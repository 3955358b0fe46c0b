/** Stands in for Node's own modules; twilio-taskrouter constructs an https.Agent even in a browser. */
export class Agent {}
// eslint-disable-next-line import-x/no-default-export -- Node's modules have one
export default { Agent };
