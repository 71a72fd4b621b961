import {EventEmitter} from 'node:events';
import {setTimeout as delay} from 'node:timers/promises';
import test from 'ava';
import {feedKeys} from '../../../source/terminal/engine/key-feed.ts';
import {keyId, namedKey} from '../../../source/terminal/engine/key.ts';
import {createKeyQueue} from '../../../source/terminal/engine/key-queue.ts';

const startFeed = () => {
	const source = Object.assign(new EventEmitter(), {paused: 0, resume: () => undefined, pause() {
		source.paused++;
	}});
	const keys: string[] = [];
	let ends = 0;
	const stop = feedKeys({
		source,
		onKey(key) {
			keys.push(keyId(key));
		},
		onEnd() {
			ends++;
		},
	});
	return {source, keys, stop, ends: () => ends};
};

test('a lone Escape is a key after a short while', async t => {
	const {source, keys, stop} = startFeed();
	source.emit('data', Buffer.from('\u001B'));
	t.deepEqual(keys, []);
	for (let tries = 0; tries < 1000 && keys.length === 0; tries++) {
		await delay(10);
	}

	t.deepEqual(keys, ['escape']);
	stop();
});

test('a sequence in two reads is one key', t => {
	const {source, keys, stop} = startFeed();
	source.emit('data', Buffer.from('\u001B'));
	source.emit('data', Buffer.from('[A'));
	t.deepEqual(keys, ['up']);
	stop();
});

test('after it was stopped nothing is handed out and the source rests', async t => {
	const {source, keys, stop} = startFeed();
	source.emit('data', Buffer.from('\u001B'));
	stop();
	source.emit('data', Buffer.from('j'));
	await delay(60);
	t.deepEqual(keys, []);
	t.is(source.paused, 1);
	t.is(source.listenerCount('end') + source.listenerCount('error') + source.listenerCount('close'), 0);
});

test('a terminal that goes away is told once, with the keys that were pending', t => {
	const {source, keys, ends} = startFeed();
	source.emit('data', Buffer.from('j\u001B'));
	source.emit('end');
	source.emit('close');
	t.deepEqual(keys, ['j', 'escape']);
	t.is(ends(), 1);
});

test('keys pressed before anybody listens wait', t => {
	const queue = createKeyQueue();
	queue.push(namedKey('a'));
	queue.push(namedKey('b'));
	const heard: string[] = [];
	const stop = queue.listen(key => {
		heard.push(key.name);
	});
	queue.push(namedKey('c'));
	stop();
	queue.push(namedKey('d'));
	queue.listen(key => {
		heard.push(key.name);
	});
	t.deepEqual(heard, ['a', 'b', 'c', 'd']);
});
