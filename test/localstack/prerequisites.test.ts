import { describe, expect, it } from 'vitest';
import { javaVersion } from '#cdk/localstack/install/java.ts';
import { uvSettings } from '#cdk/localstack/install/package-index.ts';
import { meaningOf } from '#cdk/localstack/start-failure.ts';

describe('the version of Java', () => {
  it.each([
    ['openjdk version "17.0.15" 2025-04-15\nOpenJDK Runtime Environment (build 17.0.15+6)', 17],
    ['java version "1.8.0_392"', 8],
    ['openjdk version "25" 2025-09-16', 25],
    ['openjdk version "22-ea" 2024-03-19', 22],
  ])('in %j is %d', (output, version) => {
    expect(javaVersion(output)).toBe(version);
  });

  it('is none where there is only a notice that Java must be installed', () => {
    expect(
      javaVersion('The operation couldn’t be completed. Unable to locate a Java Runtime.'),
    ).toBeUndefined();
  });
});

describe('pip’s settings, for uv', () => {
  it('are its index, certificate and links', () => {
    const list = `global.index-url='https://mirror.example/simple'\nglobal.cert='/etc/ca.pem'\nglobal.find-links='/opt/wheels'\nglobal.timeout='60'`;
    expect(uvSettings(list)).toEqual({
      UV_DEFAULT_INDEX: 'https://mirror.example/simple',
      SSL_CERT_FILE: '/etc/ca.pem',
      UV_FIND_LINKS: '/opt/wheels',
    });
  });

  it('are those of the variables before those of the files, which pip lists after them', () => {
    const list = `:env:.index-url='https://variable.example'\nglobal.index-url='https://file.example'`;
    expect(uvSettings(list)).toEqual({ UV_DEFAULT_INDEX: 'https://variable.example' });
  });

  it('may have several values, on several lines of a file', () => {
    const list = String.raw`global.extra-index-url='\nhttps://a.example\nhttps://b.example'`;
    expect(uvSettings(list)).toEqual({ UV_INDEX: 'https://a.example https://b.example' });
    expect(uvSettings(":env:.find-links='/a /b'")).toEqual({ UV_FIND_LINKS: '/a,/b' });
  });
});

describe('the reason why LocalStack did not start', () => {
  it('is a sentence where its log has a line that we know', () => {
    const log = 'Traceback …\nOSError: [Errno 28] No space left on device\nThe end\n';
    expect(meaningOf(log)).toMatchObject({ french: 'le disque est plein', english: 'the disk is full' });
  });

  it('is the last line of its log otherwise', () => {
    expect(meaningOf('first\nsomething new\n\n').english).toBe('“something new”');
  });

  it('is that it said nothing where the log is empty', () => {
    expect(meaningOf('').english).toBe('it said nothing');
  });
});
