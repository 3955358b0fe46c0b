import { useEffect, useRef, useState } from 'react';

import type {
  ChangedSetting,
  SettingOnPage,
  SettingsAnswer,
  SettingsForm,
} from '../../../serverless-functions/src/contract/parking-settings';
import type { Failure, FailureCode } from '../../flex/failure';
import type { Outcome } from '../../flex/functions-client';
import { useParkingServices } from '../parking-services';
import { changeOf, problemsOf, type Drafts } from '../state/setting-drafts';
import { failureKey } from '../strings/parking-strings';
import type { Text } from '../strings/text';

type Problems = Readonly<Record<string, string>>;

/** What was said last: that it is saved, or why not and what to do. */
export type Told = { kind: 'saved' } | { kind: 'failed'; explanation: string; retry: () => void; mustLoad: boolean };

export interface SettingsPage {
  /** Undefined until they are loaded. */
  settings: readonly SettingOnPage[] | undefined;
  drafts: Drafts;
  problems: Problems;
  told: Told | undefined;
  busy: boolean;
  hasChanges: boolean;
  mayReview: boolean;
  /** What will change, while the admin looks at it. */
  review: readonly ChangedSetting[] | undefined;
  enter(name: string, draft: string | null): void;
  discard(): void;
  check(): void;
  closeReview(): void;
  save(): void;
}

interface Review {
  changes: readonly ChangedSetting[];
  /** What the Functions checked: this is what Save writes, and nothing else. */
  form: SettingsForm;
}

/** The settings of the account, what an admin enters, and what came of saving it. */
export function useSettings(): SettingsPage {
  const { text } = useParkingServices();
  const [loaded, setLoaded] = useState<SettingsAnswer>();
  const [review, setReview] = useState<Review>();
  const [told, setTold] = useState<Told>();
  const entered = useEntered(loaded?.settings ?? []);
  const { busy, send } = useSending();

  const ask = async (form: SettingsForm, retry: () => void, done: (answer: SettingsAnswer) => void) => {
    setTold(undefined);
    const outcome = await send(form);
    if (!outcome) return;
    if (outcome.ok) return done(outcome.answer);
    setReview(undefined);
    const explanation = explain(outcome.failure, text);
    const mustLoad = MUST_LOAD.includes(outcome.failure.code);
    setTold({ kind: 'failed', explanation, mustLoad, retry: mustLoad ? load : retry });
  };
  const load = () => void ask({}, load, setLoaded);
  const asked = (): SettingsForm => ({ change: JSON.stringify(entered.change), ...(loaded && { seen: loaded.seen }) });
  const checked = ({ changes, problems }: SettingsAnswer, form: SettingsForm) => {
    entered.refuse(problems);
    setReview(problems.length > 0 ? undefined : { changes, form });
  };
  const check = () => {
    const form = asked();
    void ask(form, check, (answer) => checked(answer, form));
  };
  const save = () => {
    if (!review) return;
    const { form } = review;
    void ask({ ...form, save: 'yes' }, check, (answer) => {
      if (answer.status !== 'saved') return checked(answer, form);
      setLoaded(answer);
      entered.discard();
      setReview(undefined);
      setTold({ kind: 'saved' });
    });
  };
  useEffect(load, []);

  const { discard, drafts, enter, hasChanges, isWrong, problems } = entered;
  const page = { settings: loaded?.settings, drafts, problems, told, busy, hasChanges, discard, check, save };
  return {
    ...page,
    review: review?.changes,
    mayReview: hasChanges && !busy && !isWrong,
    enter(name, draft) {
      enter(name, draft);
      setTold(undefined);
    },
    closeReview() {
      // Whoever closed it while it is saved would believe that nothing is.
      if (!busy) setReview(undefined);
    },
  };
}

/** After these, what is on screen is out of date. */
const MUST_LOAD: readonly FailureCode[] = ['settings-changed', 'settings-unconfirmed'];

function explain({ code, names = [] }: Failure, text: Text): string {
  const others = names.length > 0 ? [text('ParkInteractionSettingsOthers', { names: names.join(', ') })] : [];
  return [text(failureKey(code)), ...others].join(' ');
}

function useEntered(settings: readonly SettingOnPage[]) {
  const [drafts, setDrafts] = useState<Drafts>({});
  const [refused, setRefused] = useState<Problems>({});
  const change = changeOf(settings, drafts);
  const wrong = problemsOf(change);
  return {
    drafts,
    change,
    hasChanges: Object.keys(change.set).length + change.reset.length > 0,
    isWrong: Object.keys(wrong).length > 0,
    problems: { ...refused, ...wrong },
    refuse: (problems: SettingsAnswer['problems']) =>
      setRefused(Object.fromEntries(problems.map(({ message, name }) => [name, message]))),
    enter(name: string, draft: string | null) {
      setDrafts({ ...drafts, [name]: draft });
      setRefused({});
    },
    discard() {
      setDrafts({});
      setRefused({});
    },
  };
}

/** Undefined: nobody looks at the page any more. */
function useSending() {
  const { settings } = useParkingServices();
  const [busy, setBusy] = useState(false);
  const isThere = useRef(true);
  useEffect(() => () => void (isThere.current = false), []);
  const send = async (form: SettingsForm): Promise<Outcome<SettingsAnswer> | undefined> => {
    setBusy(true);
    const outcome = await settings(form);
    if (!isThere.current) return undefined;
    setBusy(false);
    return outcome;
  };
  return { busy, send };
}
