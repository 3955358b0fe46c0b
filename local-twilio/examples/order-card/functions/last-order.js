const { functionValidator } = require('twilio-flex-token-validator');

const orders = {
  Nadia: { item: 'a blue bicycle', status: 'on its way' },
};

/** Only people who are logged in to Flex may ask. */
exports.handler = functionValidator((_context, { customer }, callback) => {
  const response = new Twilio.Response();
  response.appendHeader('Content-Type', 'application/json');
  // Flex is on another origin than the Functions, so its page may read only what says that it may.
  response.appendHeader('Access-Control-Allow-Origin', '*');
  response.setBody(orders[customer] ?? { item: 'nothing yet', status: 'a new customer' });
  callback(null, response);
});
