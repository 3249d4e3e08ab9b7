// Written by scripts/train-bigrams.mjs from 38437 different words of installed packages.

/**
 * How surprising a letter is after another, in words people write: rows are the letter before (a to z, then the start of
 * a word), columns the letter (a to z, then the end of the word). A digit of base 36 is bits of surprise times 2.5.
 */
export const bigrams = [
  'fb9bggcncoh8c8ocn9b6egijfka',
  '8ccd8dlk9hl7fh9hmbbgaljpfq8',
  '8gcf8gm9bpbbil7hnce9cmmmfk9',
  '9ded6ehj8gkffgbhkdcidhkmhm5',
  'bfa9eefkhnlcd8iei78bkfheip7',
  '9ddc89jm6tnbhk9jnceecmklfp8',
  'ajgk6kecanldgccgm9bhclikik4',
  '7igg6kkg8kkfei8glbebcmkoel8',
  'cf9ccdconnkbc58emea9ldqjqdb',
  'ahae8ibdakaefd9gji7gajcjnn9',
  'agff5ffh9ljdeeefmf8ecjfiei6',
  '8hhe6ikl6jj9hk8hqjcdcimqbo8',
  '7dhg6kkm8ikebfa9miccdljmfj8',
  'ajaa9e7kbjhihechpi87ggmpjk7',
  'fecckgemfkfba5cbu7cbaddjjob',
  '8lgf7lidbok9ij8an7bbclmpjt9',
  'fhgihhkigjlaggigjegf2jejff6',
  '8jde5ifm8qfgef9gneabefjqdu8',
  'clcj8imcamhggicclja8cjjnhp4',
  '9kei6jkc6lmghiahlabddmipcl8',
  'bbcdaheodol9b7ias888lmoklkb',
  '7jgi3kjl5kljfjbgpjgiikjokq9',
  '7ggf8jic8ojdd98knb9fjmihij8',
  'bgae9fkh9kkfdig7mff7hjmcfj6',
  'cfdeciikenkedce9phadhjhnhg3',
  '7hdd5hdf9ldfehbklkghfodkhe7',
  '9b9aacdebghcbccaia9bcfejjjz',
];
