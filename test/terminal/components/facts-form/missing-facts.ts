import test from 'ava';
import {factsOf, missingFacts, neededFacts} from '../../../../source/terminal/components/facts-form/missing-facts.ts';

test('what an audience would be told and the case does not say is missing; letters cannot do without', t => {
	t.deepEqual(missingFacts({}, 'hr'), []);
	t.deepEqual(missingFacts({discovered: 'spam', controllers: [{name: 'Example Ltd'}], recipients: ''}, 'law-enforcement'), ['recipients', 'consequences', 'measuresTaken']);
	t.deepEqual(missingFacts({controllers: []}, 'regulator').slice(0, 3), ['controller', 'controllerCountry', 'controllerAware']);
	t.deepEqual(neededFacts({}, 'regulator'), []);
	t.deepEqual(neededFacts({consequences: 'spam', measuresProposed: 'fewer lists', contact: {name: 'Care'}}, 'customers'), ['adviceToCustomers']);
});

test('typed facts become those of the case, the controller as a list of one, and what is empty is not said', t => {
	t.deepEqual(factsOf({controller: 'Example Ltd', controllerCountry: 'IE', controllerAware: '', consequences: 'spam', contact: ''}), {consequences: 'spam', controllers: [{name: 'Example Ltd', country: 'IE'}]});
	t.deepEqual(factsOf({controller: '', discovered: 'spam'}), {discovered: 'spam'});
});
