/** A fact that can be typed in one line; of the controller three are asked for. */
export type FactName = 'controller' | 'controllerCountry' | 'controllerAware' | 'discovered' | 'recipients' | 'consequences' | 'measuresTaken' | 'adviceToCustomers' | 'contact';

type Words = {readonly label: string; readonly words: string; readonly help: string};

/** How a fact is called in the form, in a sentence, and what is to be typed. */
export const factWords: Readonly<Record<FactName, Words>> = {
	controller: {label: 'controller', words: 'the controller', help: 'The legal entity that answers for the data, such as Example Ltd.'},
	controllerCountry: {label: 'its country', words: 'its country', help: 'Where it is established, such as IE.'},
	controllerAware: {label: 'aware at', words: 'when it became aware', help: 'When it became aware, with an offset, such as 2020-10-23T11:00+02:00. Clocks run from it.'},
	discovered: {label: 'discovered', words: 'how it was discovered', help: 'How it was discovered.'},
	recipients: {label: 'recipients', words: 'the recipients', help: 'Who got the data, if that is known.'},
	consequences: {label: 'consequences', words: 'the consequences', help: 'What it may mean for the customers.'},
	measuresTaken: {label: 'measures', words: 'the measures taken', help: 'What was done about it.'},
	adviceToCustomers: {label: 'advice', words: 'the advice to customers', help: 'What a customer can do.'},
	contact: {label: 'contact', words: 'the contact', help: 'Whom customers and authorities ask: name, e-mail, telephone.'},
};
