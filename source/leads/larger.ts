/** A column twice as long, with the same numbers. */
export const larger = <Column extends Int32Array | Uint16Array | Uint32Array>(column: Column): Column => {
	const grown = new (column.constructor as new (length: number) => Column)(column.length * 2);
	grown.set(column);
	return grown;
};
