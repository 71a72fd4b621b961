import test from 'ava';
import {load} from '../helpers/loading.ts';

test('the fields of a JSON record are all of its values by their paths, empty lists and objects too', async t => {
	const record = (index: number) => ({time: `2020-10-03T14:03:1${index}Z`, employee: 'E0042', customer: `C100${index}`, extra: {none: [], nothing: {}, list: [1, {deep: null}, 'two']}});
	const investigation = await load(t, {'audit.ndjson': [0, 1, 2].map(index => `${JSON.stringify(record(index))}\n`).join('')});
	const {fields} = await investigation.record(0);
	t.deepEqual(fields.map(({name, text}) => `${name}=${text}`), [
		'time=2020-10-03T14:03:10Z', 'employee=E0042', 'customer=C1000', 'extra.none=[]', 'extra.nothing={}', 'extra.list[0]=1', 'extra.list[1].deep=null', 'extra.list[2]=two',
	]);
});
