import React from 'react';
import ReactDOM from 'react-dom';
import { Phone } from './phone';
import { readSetup, type Setup } from './setup';
import { usePhones } from './use-phones';

function Page({ setup }: { readonly setup: Setup }): React.ReactElement {
  const { connected, phones, replace } = usePhones(setup.customers);
  return (
    <main>
      <header className="top">
        <div>
          <h1>Customers</h1>
          <ol className="story">
            <li>Write as a customer.</li>
            {setup.desktops.length > 0 && (
              <li>
                Accept and answer as <DesktopLink setup={setup} />.
              </li>
            )}
            <li>Write again, now or much later: while it is open, it is the same conversation.</li>
          </ol>
        </div>
        <p className={connected ? 'line on' : 'line off'} role="status">
          {connected ? 'Connected' : 'Reconnecting…'}
        </p>
      </header>
      <div className="phones">
        {phones.map((phone) => (
          <Phone
            key={phone.customer.channel}
            phone={phone}
            connected={connected}
            onReplace={() => replace(phone.customer.channel)}
          />
        ))}
      </div>
      <footer>
        {setup.desktops.length > 0 ? 'Desktops:' : 'Started without desktops.'}
        {setup.desktops.map(({ fullName, role, url }) => (
          <a key={url} href={url} target="_blank" rel="noreferrer">
            {fullName} <small>{role}</small>
          </a>
        ))}
      </footer>
    </main>
  );
}

function DesktopLink({ setup }: { readonly setup: Setup }): React.ReactElement | null {
  const [first] = setup.desktops;
  return first ? (
    <a href={first.url} target="_blank" rel="noreferrer">
      {first.fullName}
    </a>
  ) : null;
}

ReactDOM.render(<Page setup={readSetup()} />, document.getElementById('page'));
