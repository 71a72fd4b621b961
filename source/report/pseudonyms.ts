import {createHmac} from 'node:crypto';

/** Replaces what tells who a person is by a name that the same key always gives to the same value. */
export type Pseudonyms = {
	email(value: string): string;
	name(value: string): string;
	phone(value: string): string;
	/** A customer's id: kept, unless it is an e-mail address or a phone number itself. */
	id(value: string): string;
	/** Running text, such as a reason or a filter: the addresses and numbers that stand in it. */
	text(value: string): string;
	/** An account: kept, unless accounts are hidden. */
	account(value: string): string;
	/** What an account is called beside its id; undefined where that is not shown. */
	accountName(value: string): string | undefined;
	/** A text that is shown as it is, unless accounts are hidden: such as the path of an export. */
	shown(value: string): string;
	/** A sentence that quotes a record. */
	quoting(value: string): string;
	/** What somebody wrote themselves, such as a reason: it may name anybody in ways that nothing finds. */
	written(value: string): string;
};

/** 48 bits: two of a million customers share one by a chance of one in five hundred; no one reads longer ones. */
const digits = 12;

/** Bounded as addresses are, so that no text can make the search slow. */
const emails = /[^\s"'<>()[\]{},;:|=@]{1,64}@[^\s"'<>()[\]{},;:|=@]{1,253}\.[\p{L}\d-]{2,63}/gu;
const wholeEmail = new RegExp(`^${emails.source}$`, 'u');

/** `+44 20 7946 0018`, `(555) 010-0199`, `555-010-0199`: with a plus or with separators. Bare digits may be anything. */
const phones = /(?<![\w.])(?:\+\d[\d ().-]{5,18}\d|\(\d{2,4}\) ?\d{3,4}[ .-]\d{3,4}|\d{3}[ .-]\d{3}[ .-]\d{4})(?![\w.])/g;
const wholePhone = new RegExp(`^(?:${phones.source})$`);

/** The same key and value give the same pseudonym everywhere; without the key nobody can try names against it. */
export const pseudonymsOf = (key: string | Uint8Array): Pseudonyms => {
	const keyed = (kind: string, value: string): string =>
		`${kind}-${createHmac('sha256', key).update(`${kind}\n${value}`).digest('hex').slice(0, digits)}`;
	const email = (value: string): string => keyed('email', value.trim().toLowerCase());
	const phone = (value: string): string => keyed('phone', value.replaceAll(/\D/g, ''));
	const text = (value: string): string => value.replaceAll(emails, found => email(found)).replaceAll(phones, found => phone(found));
	const name = (value: string): string => keyed('name', value.trim().toLowerCase());
	return {
		email,
		phone,
		name,
		account: value => value,
		accountName: name,
		shown: value => value,
		quoting: text,
		written: text,
		id: value => wholeEmail.test(value) ? email(value) : (wholePhone.test(value) ? phone(value) : text(value)),
		text,
	};
};
