import { expect, test } from 'vitest';
import { nameKind } from '../../src/rule-kit/index.ts';

test.each(['wpa_psk', 'psk', 'password_confirm', 'SECRET_PASSWORD_TEST'])('%s names a password', (name) => {
  expect(nameKind(name)).toBe('password');
});
