import { useSelector } from 'react-redux';

interface StateWithWorker {
  readonly flex?: { readonly worker?: { readonly activity?: unknown; readonly tasks?: unknown } };
}

/** Renders again when my activity or my tasks change: what can be offered to me depends on both. */
export function useWorkerChanges(): void {
  useSelector((state: StateWithWorker) => state.flex?.worker?.activity);
  useSelector((state: StateWithWorker) => state.flex?.worker?.tasks);
}
