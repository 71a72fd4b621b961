import {testFormat} from '../helpers/format-fixture.ts';

testFormat('fhir-auditevent', {
	title: 'FHIR AuditEvent: who asked, every patient, and for what purpose',
	records: [
		{resourceType: 'AuditEvent', id: '1', recorded: '2020-10-01T11:30:00+02:00', type: {code: 'rest'}, subtype: [{code: 'read'}], action: 'R', outcome: '0', purposeOfEvent: [{coding: [{code: 'TREAT', display: 'treatment'}]}],
			agent: [{requestor: false, who: {identifier: {value: 'machine'}}}, {requestor: true, who: {identifier: {value: 'E0042'}}, name: 'Ann', network: {address: '192.0.2.1'}}],
			entity: [{role: {code: '1'}, what: {reference: 'Patient/C1'}}, {role: {code: '4'}, what: {reference: 'Observation/7'}}, {role: {code: '1'}, what: {reference: 'Patient/C2/_history/3'}}]},
		{resourceType: 'AuditEvent', id: '2', recorded: '2020-10-01T09:31:00Z', type: {code: '110106', display: 'Export'}, action: 'R', outcome: '8', agent: [{requestor: true, altId: 'bob'}], entity: [{role: {code: '1'}, what: {identifier: {value: 'C3'}}}]},
		{resourceType: 'AuditEvent', id: '3', recorded: '2020-10-01T09:32:00Z', code: {coding: [{code: 'search-type'}]}, action: 'E', outcome: {code: {code: 'success'}}, agent: [{requestor: false, altId: 'bob'}], entity: [{role: {coding: [{code: '1'}]}, what: {reference: 'Patient/C4'}}]},
		{resourceType: 'AuditEvent', id: '4', recorded: '2020-10-01T09:33:00Z', code: {coding: [{code: 'read'}]}, action: 'R', outcome: {code: {code: 'fatal'}}, patient: {reference: 'Patient/C5/_history/1'}, agent: [{requestor: true, altId: 'bob'}]},
	],
	expected: [
		{employee: 'E0042', employeeName: 'Ann', customers: ['Patient/C1', 'Patient/C2'], activity: 'read', outcome: 'success', reason: 'treatment', resource: 'Observation/7', ip: '192.0.2.1'},
		{employee: 'bob', customers: ['C3'], activity: 'export', outcome: 'error'}, {employee: undefined, customers: ['Patient/C4'], activity: 'search', outcome: 'success'}, {employee: 'bob', customers: ['Patient/C5'], outcome: 'error'},
	],
	timeless: {resourceType: 'AuditEvent', id: '9'},
	copies: 'known',
});
