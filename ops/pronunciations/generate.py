#!/usr/bin/env python3
"""Reduces the CMU Pronouncing Dictionary to syllables and rhyming parts.

usage: npm pack cmu-pronouncing-dictionary@3.0.0 && tar xzf cmu-pronouncing-dictionary-3.0.0.tgz
       generate.py package/index.js src/main/resources/dev/couplet/transform/library/pronunciations.gz

The result is gzip-compressed ASCII, a line for each word, sorted by byte:

    line           = shared rest 1*pronunciation LF
    shared         = a character: the code of "0" plus the number of characters that the
                     word has in common with the start of the one before
    rest           = the rest of the word, of a-z, "'", "-" and "."
    pronunciation  = syllables 1*sound, the one of the dictionary's first entry first
    syllables      = a digit, or "0" followed by a letter: a for 10 syllables, b for 11, ...
    sound          = a character for each phoneme from the last stressed vowel on; stress is
                     left out, as "late" rhymes with "hesitate"
"""

import gzip
import re
import sys

ENTRY = re.compile(r'  "?([^":]+)"?: "([^"]+)",?')


def main(source, target):
    sounds = {}
    words = {}
    with open(source, encoding="utf-8") as lines:
        for entry in filter(None, map(ENTRY.fullmatch, map(str.rstrip, lines))):
            word = re.sub(r"\(\d+\)$", "", entry[1])
            phonemes = entry[2].split("#")[0].split()
            vowels = [i for i, phoneme in enumerate(phonemes) if phoneme[-1].isdigit()]
            if vowels:
                stressed = [i for i in vowels if phonemes[i][-1] != "0"] or vowels
                rhyme = "".join(sounds.setdefault(p.rstrip("012"), chr(ord("A") + len(sounds)))
                                for p in phonemes[stressed[-1]:])
                count = len(vowels)
                pronunciation = (str(count) if count < 10 else "0" + chr(ord("a") + count - 10)) + rhyme
                known = words.setdefault(word, [])
                if pronunciation not in known:
                    known.append(pronunciation)
    rows = []
    before = ""
    for word in sorted(words):
        shared = 0
        while shared < min(len(word), len(before)) and word[shared] == before[shared]:
            shared += 1
        rows.append(chr(ord("0") + shared) + word[shared:] + "".join(words[word]) + "\n")
        before = word
    with open(target, "wb") as file:
        file.write(gzip.compress("".join(rows).encode("ascii"), 9, mtime=0))


main(*sys.argv[1:])
