/** 13 to 19 digits in one piece, or in the groups that cards are written in: four by four, or 4, 6 and 4 or 5. */
const digitRun = /(?<!\d\.)(?<!\d)(?:\d{13,19}|\d{4}([ -])\d{4}\1\d{4}\1\d{4}|\d{4}([ -])\d{6}\2\d{4,5})(?!\d)/g;

/** The check digit of ISO/IEC 7812 (Luhn). */
const isLuhnValid = (digits: string): boolean => {
	let sum = 0;
	for (let index = 0; index < digits.length; index++) {
		const digit = Number(digits[digits.length - 1 - index]);
		const doubled = index % 2 === 1 ? digit * 2 : digit;
		sum += doubled > 9 ? doubled - 9 : doubled;
	}

	return sum % 10 === 0;
};

/** Cards of banks and merchants begin with 2 to 6; moments in milliseconds and microseconds, which a tenth of the time pass the check too, begin with 1. */
const isCard = (run: string): boolean => {
	const digits = run.replaceAll(/\D/g, '');
	return /^[2-6]/.test(digits) && !/^(\d)\1*$/.test(digits) && isLuhnValid(digits);
};

const masked = (run: string): string => {
	let left = run.replaceAll(/\D/g, '').length - 4;
	return run.replaceAll(/\d/g, digit => left-- > 0 ? '*' : digit);
};

/** The text with all but the last four digits of every card number as `*`, and how many there were. */
export const redactCards = (text: string): {readonly text: string; readonly cards: number} => {
	let cards = 0;
	const redacted = text.replaceAll(digitRun, run => {
		if (!isCard(run)) {
			return run;
		}

		cards++;
		return masked(run);
	});
	return {text: redacted, cards};
};

/** The same in all texts of a value. */
export const withoutCards = (value: unknown): unknown => {
	if (typeof value === 'string') {
		return redactCards(value).text;
	}

	if (Array.isArray(value)) {
		return value.map(item => withoutCards(item));
	}

	return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withoutCards(item)])) : value;
};
