import {bucketsFor} from '../../app/layout.ts';
import type {State} from '../../app/state.ts';
import type {OpenedCustomer} from './customers-state.ts';

/** Names a question about one customer: the filter's revision, and the bars for which there is room. */
export const storyKey = ({revision, size}: Pick<State, 'revision' | 'size'>, {customer}: OpenedCustomer): string => `${revision} ${bucketsFor(size)} ${customer}`;
