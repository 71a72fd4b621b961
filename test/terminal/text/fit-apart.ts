import test from 'ava';
import {fitApart} from '../../../source/terminal/text/fit-apart.ts';

const fitted = (texts: readonly string[], width: number): readonly string[] => texts.map(text => fitApart(texts, width)(text));

test('a text that is too long is cut at its end, where that tells it from the others', t => {
	t.deepEqual(fitted(['Support Americas', 'Support Europe', 'Shop'], 13), ['Support Amer…', 'Support Euro…', 'Shop']);
});

test('texts that begin alike are cut in the middle, and those that end alike too in front', t => {
	t.deepEqual(fitted(['arn:aws:iam::123456789012:user/alice', 'arn:aws:iam::123456789012:user/bob'], 13), ['arn:aw…/alice', 'arn:aw…er/bob']);
	t.deepEqual(fitted(['arn:aws:sts::123456789012:assumed-role/audit/session', 'arn:aws:sts::123456789012:assumed-role/billing/session'], 13), ['…audit/sessi…', '…billing/ses…']);
});

test('what is the same stays the same', t => {
	t.deepEqual(fitted(['j•••@mail.example.com', 'j•••@mail.example.com'], 13), ['j•••@mail.ex…', 'j•••@mail.ex…']);
});
