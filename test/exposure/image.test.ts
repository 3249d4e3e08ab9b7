import { expect, test } from 'vitest';
import { Image } from '../../src/exposure/index.ts';

const twoStages = [
  'FROM node AS build',
  'WORKDIR /app',
  'COPY . .',
  'ENV EARLY=1',
  'RUN npm run build',
  'FROM nginx',
  'COPY --from=build /app/dist/ /usr/share/nginx/html',
  'COPY conf/*.conf start.sh \\',
  '  /etc/',
  'ENV LATE=1',
  '# a comment',
];

test.each([
  [twoStages, { 'dist/a.js': 7, 'src/a.js': undefined, '.env': undefined, 'conf/a.conf': 8, 'start.sh': 8 }],
  [['FROM node AS a', 'COPY src /x', 'FROM a', 'RUN x'], { 'src/a.js': 2, 'b.js': undefined }],
  [['FROM node', 'COPY . /x', 'FROM scratch', 'COPY --from=0 /x/a.js /'], { 'a.js': 4, 'b.js': undefined }],
  [['FROM node AS a', 'COPY . /x', 'FROM node', 'COPY --from=alpine /x /x'], { 'a.js': undefined }],
  [['FROM node', 'COPY $DIR /x'], { 'anything.js': 2 }],
  [['FROM node', 'RUN <<EOF', 'COPY . .', 'EOF', 'COPY ["b c", "/x"]'], { 'a.js': undefined, 'b c': 5 }],
  [['FROM node AS a', 'COPY . .', 'FROM a AS b', 'FROM b'], { 'a.js': 2 }],
  [['FROM a AS a', 'COPY . .'], { 'a.js': 2 }],
])('%s', (lines, expected) => {
  const image = new Image(lines.join('\n'));
  const held = Object.fromEntries(Object.keys(expected).map((path) => [path, image.holds(path)?.line]));
  expect(held).toEqual(expected);
});

test('an image says what its last stage says', () => {
  const image = new Image(twoStages.join('\n'));
  const said = twoStages.map((_, index) => image.says(index + 1)?.text.split(' ')[0]);
  expect(said).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    'COPY',
    'COPY',
    'COPY',
    'ENV',
    undefined,
  ]);
});
