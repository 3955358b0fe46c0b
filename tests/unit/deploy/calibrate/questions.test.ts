/** @jest-environment node */
import { GROUPS } from '../../../../deploy/calibrate/groups/all-groups';
import { NOT_ASKED, OBSERVATIONS, SWITCHES, type SwitchQuestion } from '../../../../deploy/calibrate/questions';
import { defaultSwitches, otherSwitches } from '../../../../local-twilio/src/kernel/switches';
import { switchable, unswitched } from '../../../../local-twilio/src/kernel/unknowns';

const questions: [string, SwitchQuestion][] = Object.entries(SWITCHES);

describe('the questions', () => {
  it('are the rows of the table of what nobody can know: each is asked, or not asked with a reason', () => {
    const rows = [...Object.values(switchable), ...unswitched].map(({ what }) => what);
    const asked = [...Object.values(SWITCHES), ...Object.values(OBSERVATIONS)].map(({ what }) => what);
    expect([...asked, ...Object.keys(NOT_ASKED)].sort()).toEqual([...rows].sort());
  });

  it.each(questions)('%s has the text and the positions of its switch', (name, { what, assumed, otherwise, words }) => {
    expect(what).toBe(Reflect.get(switchable, name).what);
    expect(assumed).toBe(Reflect.get(defaultSwitches, name));
    expect(otherwise).toBe(Reflect.get(otherSwitches, name));
    expect(Object.keys(words).sort()).toEqual([assumed, otherwise].sort());
  });

  it('are each asked by one group', () => {
    const asked = GROUPS.flatMap((group) => group.questions);
    expect([...asked].sort()).toEqual([...Object.keys(SWITCHES), ...Object.keys(OBSERVATIONS)].sort());
  });
});
