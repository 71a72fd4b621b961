/** Keeps so many values by their keys: the last asked is the last let go. */
export const lastKept = <Value>(most: number): {readonly get: (key: string) => Value | undefined; readonly keep: (key: string, value: Value) => Value} => {
	const values = new Map<string, Value>();
	return {
		get: key => values.get(key),
		keep(key, value) {
			values.delete(key);
			values.set(key, value);
			const [oldest] = values.keys();
			if (values.size > most) {
				values.delete(oldest!);
			}

			return value;
		},
	};
};
