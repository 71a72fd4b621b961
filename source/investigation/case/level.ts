import type {PackagedCustomer} from '../../package/contents.ts';
import type {CustomerRow} from '../../records/answer.ts';

/** The strongest that can be said of the accesses to a customer. */
export const levelOf = ({customer, supported}: Pick<CustomerRow, 'customer' | 'supported'>, corroborated: ReadonlySet<string>): NonNullable<PackagedCustomer['level']> =>
	corroborated.has(customer) ? 'corroborated as disclosed' : (supported === false ? 'accessed without a supported reason' : 'accessed');
