/** What parking needs of the feature's settings. */
export interface ParkSettings {
  enabled: boolean;
  showList: boolean;
  askForNote: boolean;
  customerSpokeLast: 'warn' | 'allow' | 'refuse';
  /** By language tag, in order; empty: none. */
  courtesyMessage: Record<string, string>;
  /** null: parked without end. */
  maxParkAgeHours: number | null;
  atMaxParkAge: 'route' | 'close';
}
