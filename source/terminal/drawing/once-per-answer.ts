/**
What is drawn of an answer, worked out once for it and not once a frame: frames come far more often than answers. Only the last
arguments are kept beside each answer.
*/
export const oncePerAnswer = <Answer extends object, Rest extends readonly unknown[], Value>(make: (answer: Answer, ...rest: Rest) => Value): ((answer: Answer, ...rest: Rest) => Value) => {
	const known = new WeakMap<Answer, {readonly rest: Rest; readonly value: Value}>();
	return (answer, ...rest) => {
		const last = known.get(answer);
		if (last && last.rest.every((argument, index) => argument === rest[index])) {
			return last.value;
		}

		const value = make(answer, ...rest);
		known.set(answer, {rest, value});
		return value;
	};
};
