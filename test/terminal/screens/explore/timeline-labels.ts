import test from 'ava';
import {timelineLabels} from '../../../../source/terminal/screens/explore/timeline-labels.ts';

const timeline = (first: string, last: string, buckets: number) => {
	const [from, to] = [Date.parse(first) * 1000, Date.parse(last) * 1000];
	const zeros = Array.from({length: buckets}, () => 0);
	return {from, to, bucket: (to - from) / buckets, filtered: zeros, all: zeros};
};

test('months stand under the bars at which they begin', t => {
	t.is(timelineLabels(timeline('2020-08-01T00:00:00Z', '2020-11-01T00:00:00Z', 92), 'UTC'), `Aug 2020${' '.repeat(23)}Sep${' '.repeat(27)}Oct`);
});

test('a few days are named by day, a few hours by hour, many years by year', t => {
	t.regex(timelineLabels(timeline('2020-10-01T00:00:00Z', '2020-10-11T00:00:00Z', 100), 'UTC'), /^1 Oct 2020 {10}3 Oct {5}4 Oct/);
	t.regex(timelineLabels(timeline('2020-10-01T00:00:00Z', '2020-10-01T10:00:00Z', 100), 'UTC'), /^1 Oct 2020 +02:00 +03:00/);
	t.regex(timelineLabels(timeline('2020-10-01T14:00:00Z', '2020-10-02T04:00:00Z', 100), 'UTC'), /^14:00 1 Oct 2020 +17:00 .* 2 Oct  01:00/);
	t.regex(timelineLabels(timeline('2010-01-01T00:00:00Z', '2020-01-01T00:00:00Z', 100), 'UTC'), /^2010 +2011 +2012/);
});

test('labels never touch', t => {
	t.notRegex(timelineLabels(timeline('2020-01-01T00:00:00Z', '2021-01-01T00:00:00Z', 30), 'UTC'), /[A-Za-z\d]{5}/);
});

test('the year is said by the first month that has room for it', t => {
	t.regex(timelineLabels(timeline('2020-07-26T00:00:00Z', '2020-11-01T00:00:00Z', 98), 'UTC'), /^Jul {3}Aug 2020 +Sep +Oct/);
});

test('a month of which only the last days are in view makes room for the next, which says the year', t => {
	t.regex(timelineLabels(timeline('2020-07-29T00:00:00Z', '2020-11-05T00:00:00Z', 100), 'UTC'), /^ {4}Aug 2020 +Sep +Oct +Nov$/);
});

test('the first day says where the bars begin when days stand closer than their names', t => {
	t.regex(timelineLabels(timeline('2020-03-04T10:00:00Z', '2020-04-05T11:00:00Z', 50), 'UTC'), /^4 Mar 2020 /);
});
