import React, { useEffect, useState } from 'react';
import ReactDOM from 'react-dom';
import { DetailsPanel } from './details-panel';
import { Navigation, sections } from './navigation';
import { SectionView } from './section-view';
import { readSetup, type Setup } from './setup';
import { Toolbar } from './toolbar';
import type { Opened } from './opened';
import type { SectionName } from '../overview';
import { useControl } from './use-control';

/** `#calls` in the address opens that section. */
function useSection(): SectionName {
  const read = (): SectionName => sections.find(({ name }) => `#${name}` === location.hash)?.name ?? 'agents';
  const [section, setSection] = useState(read);
  useEffect(() => {
    const follow = () => setSection(read());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);
  return section;
}

function Page({ setup }: { readonly setup: Setup }): React.ReactElement {
  const { connected, overview, aheadMs } = useControl();
  const section = useSection();
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => setOpened(null), [section]);
  return (
    <>
      <Toolbar connected={connected} aheadMs={aheadMs} />
      <div className="columns">
        <Navigation current={section} overview={overview} />
        <main>
          {overview ? (
            <SectionView
              section={section}
              overview={overview}
              operations={setup.operations}
              opened={opened}
              onOpen={setOpened}
            />
          ) : (
            <p className="empty">Connecting …</p>
          )}
        </main>
        {opened && <DetailsPanel opened={opened} changed={overview?.[opened.kind]} onClose={() => setOpened(null)} />}
      </div>
    </>
  );
}

ReactDOM.render(<Page setup={readSetup()} />, document.getElementById('page'));
