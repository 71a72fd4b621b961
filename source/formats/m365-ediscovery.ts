import {field, first, literal, type FieldMap} from '../records/field-expression.ts';
import {oneOf} from './expressions.ts';
import type {Format} from './format.ts';
import {has, share} from './signature.ts';

const fields: FieldMap = {
	time: oneOf('Date', 'Received', 'Email date sent', 'Created'),
	timeStyle: {kind: 'iso'},
	id: field('Immutable ID'),
	employee: oneOf('Custodian', 'Sender', 'Sender/Author', 'Created by', 'Author', 'Item source'),
	customers: first(field('To'), field('Email recipients')),
	action: oneOf('Item class', 'Message kind', 'Type'),
	activity: literal('other'),
	system: oneOf('Workload', 'Location sub type'),
	resource: first(field('Subject/Title'), field('Compound path'), field('File name')),
	session: field('Conversation ID'),
	outcome: literal('unknown'),
};

export const m365Ediscovery: Format = {
	name: 'm365-ediscovery',
	title: 'Microsoft Purview eDiscovery items',
	recognised: 'the columns File ID, Custodian, Compound path, Item class and Immutable ID',
	about: 'A list of the items that a search found: mails, chats and files with who sent or made them, to whom, and when. It is no log of accesses: it shows what was written, not who read it. Recipients stand where other logs have customers.',
	detect: sample => sample.kind === 'table' ? share(sample, record => has(record, 'File ID', 'Custodian', 'Compound path', 'Item class', 'Immutable ID')) : 0,
	fields: () => fields,
	zone: 'UTC',
	limitations: ['An eDiscovery export lists items, not accesses to them.'],
};
