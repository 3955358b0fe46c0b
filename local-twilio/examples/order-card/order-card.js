/* A Flex plugin in one file: the customer's last order, above the conversation. */
(() => {
  const { React } = window;
  const { Flex } = window.Twilio;

  /** Asks our own Function, as a plugin does in an account: a form, with the agent's token. */
  async function lastOrder(manager, customer) {
    const { orders_url: url } = manager.serviceConfiguration.ui_attributes.custom_data;
    const answer = await fetch(`${url}/last-order`, {
      method: 'POST',
      body: new URLSearchParams({ Token: manager.user.token, customer }),
    });
    if (!answer.ok) throw new Error(`The orders answered ${answer.status}`);
    return answer.json();
  }

  function OrderCard({ task, manager }) {
    const [text, setText] = React.useState('Looking for the last order …');
    const customer = task?.attributes.name;
    React.useEffect(() => {
      if (!customer) return;
      lastOrder(manager, customer)
        .then(({ item, status }) => setText(`Last order: ${item}, ${status}`))
        .catch((error) => setText(error.message));
    }, [customer]);
    return React.createElement(
      'p',
      { style: { margin: 0, padding: '8px 16px', background: '#ebf4ff', color: '#121c2d' } },
      text,
    );
  }

  class OrderCardPlugin {
    name = 'OrderCardPlugin';
    uniqueName = 'order-card';
    version = '1.0.0';
    dependencies = {};

    init(flex, manager) {
      flex.TaskCanvas.Content.add(React.createElement(OrderCard, { key: 'order-card', manager }), {
        sortOrder: -1,
        align: 'start',
      });
    }
  }

  Flex.Plugins.init(OrderCardPlugin);
})();
