export type SaveFile = (name: string, text: string) => void;

/** Gives the user a file. The byte order mark is for spreadsheets, which take other letters than English ones for noise. */
export const saveFile: SaveFile = (name, text) => {
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
};
