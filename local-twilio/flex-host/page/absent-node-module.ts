/** Stands in for Node's own modules; twilio-taskrouter constructs an https.Agent even in a browser. */
export class Agent {}
export default { Agent };
