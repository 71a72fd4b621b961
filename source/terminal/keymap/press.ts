/**
One key. `chord` is its name with what was held: `j`, `G`, `enter`, `escape`, `shift+tab`, `ctrl+c`, `pagedown`, `space`.
`text` is what it types into a line; pasted text comes as one press with the chord `paste`.
*/
export type Press = {readonly chord: string; readonly text?: string};
