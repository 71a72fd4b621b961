/** What of a customer's data an access reached. The Data Privacy Vocabulary term (https://w3id.org/dpv/pd) makes it readable to other tools. */
export type DataTypeEntry = {
	readonly id: string;
	readonly title: string;
	/** Data Privacy Vocabulary 2.3, extension `pd`. */
	readonly dpv: string;
	/** Why it weighs more: GDPR articles 9 and 10, money, or access to accounts. */
	readonly flag?: 'financial' | 'security' | 'GDPR Art. 9' | 'GDPR Art. 10';
};

const entry = (id: string, title: string, dpv: string, flag?: DataTypeEntry['flag']): DataTypeEntry => ({id, title, dpv: `pd:${dpv}`, ...(flag === undefined ? {} : {flag})});

export const dataTypes: readonly DataTypeEntry[] = [
	entry('name', 'Name', 'Name'),
	entry('email', 'E-mail address', 'EmailAddress'),
	entry('phone', 'Telephone number', 'TelephoneNumber'),
	entry('address', 'Postal address', 'PhysicalAddress'),
	entry('birth_date', 'Date of birth', 'BirthDate'),
	entry('account_id', 'Account or user name', 'Username'),
	entry('government_id', 'Official identity number', 'OfficialID'),
	entry('payment_card', 'Payment card', 'PaymentCardNumber', 'financial'),
	entry('bank_account', 'Bank account', 'BankAccount', 'financial'),
	entry('order_history', 'Orders', 'PurchasesAndSpendingHabit'),
	entry('transactions', 'Transactions', 'Transactional', 'financial'),
	entry('credit', 'Credit', 'CreditRecord', 'financial'),
	entry('credentials', 'Passwords and secrets', 'Password', 'security'),
	entry('communications', 'Communications', 'Communication'),
	entry('support_case', 'Support cases', 'Interaction'),
	entry('location', 'Location', 'Location'),
	entry('device', 'Device and IP address', 'DeviceBased'),
	entry('preferences', 'Preferences', 'Preference'),
	entry('photo', 'Photographs', 'Picture'),
	entry('employment', 'Employment', 'Professional'),
	entry('family', 'Family', 'Family'),
	entry('health', 'Health', 'MedicalHealth', 'GDPR Art. 9'),
	entry('biometric', 'Biometric data', 'Biometric', 'GDPR Art. 9'),
	entry('genetic', 'Genetic data', 'Genetic', 'GDPR Art. 9'),
	entry('ethnicity', 'Ethnic origin', 'EthnicOrigin', 'GDPR Art. 9'),
	entry('religion', 'Religion', 'ReligiousBelief', 'GDPR Art. 9'),
	entry('politics', 'Political opinion', 'PoliticalOpinion', 'GDPR Art. 9'),
	entry('union', 'Trade union membership', 'TradeUnionMembership', 'GDPR Art. 9'),
	entry('sexuality', 'Sexuality', 'SexualPreference', 'GDPR Art. 9'),
	entry('criminal', 'Criminal records', 'Criminal', 'GDPR Art. 10'),
];

/** Of an event whose log does not say what was reached; never an empty list. */
export const unknownDataType = 'unknown';
