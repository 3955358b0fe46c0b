import { useParkingServices } from '../parking-services';
import { AGES, agesByQueue, type Age } from '../state/age-chart';
import type { StringKey } from '../strings/parking-strings';
import { useListSource } from './use-list-source';

/** Parked by queue and age, ready to be shown. */
export interface AgeChartShown {
  title: string;
  ages: { age: Age; label: string }[];
  /** `share` of the longest bar, from 0 to 1. */
  queues: { name: string; bars: { age: Age; count: number; share: number }[] }[];
}

const LABELS = {
  hour: 'ParkInteractionAge_hour',
  hours: 'ParkInteractionAge_hours',
  day: 'ParkInteractionAge_day',
  older: 'ParkInteractionAge_older',
} as const satisfies Record<Age, StringKey>;

export function useAgeChart(): AgeChartShown | undefined {
  const { now, text } = useParkingServices();
  const source = useListSource();
  const queues = source.status === 'ready' ? agesByQueue(source.items, now().getTime()) : [];
  if (queues.length === 0) return undefined;
  const longest = Math.max(...queues.flatMap(({ counts }) => Object.values(counts)));
  return {
    title: text('ParkInteractionAges'),
    ages: AGES.map((age) => ({ age, label: text(LABELS[age]) })),
    queues: queues.map(({ counts, queue }) => ({
      name: queue === 'others' ? text('ParkInteractionAgesOther') : queue.name,
      bars: AGES.map((age) => ({ age, count: counts[age], share: counts[age] / longest })),
    })),
  };
}
