/** `ada` of ada.localhost; empty for localhost itself. */
export function desktopName(hostHeader: string | undefined): string {
  const [name = ''] = (hostHeader ?? '').split(':');
  return name.endsWith('.localhost') ? name.slice(0, -'.localhost'.length) : '';
}
