package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.BadArgumentException;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Ciphers to play with. None of them hides anything.
 */
class CipherTransforms implements TransformLibrary {

	private static final int HALF_OF_ALPHABET = 13;

	private static final int MAX_SHIFT = 25;

	private static final int MAX_KEY = 100;

	private static final int MAX_RAILS = 100;

	// the printable ASCII characters but the space
	private static final char FIRST_PRINTABLE = '!';

	private static final int PRINTABLE = 94;

	@Override
	public List<Transform> transforms() {
		return List.of(rot13(), rot47(), caesar(), atbash(), vigenereEncode(), vigenereDecode(), railFenceEncode(),
				railFenceDecode());
	}

	private static Transform rot13() {
		return Transform.named("rot13")
			.synonyms("rot", "rot-13")
			.describedAs(
					"Rotates the 26 ASCII letters by 13 places. Other characters are left unchanged. Applied twice, it restores the text.")
			.example("rot13", "Here is my poem", "Urer vf zl cbrz")
			.applying((text) -> LetterShift.shift(text, HALF_OF_ALPHABET));
	}

	private static Transform rot47() {
		return Transform.named("rot47")
			.synonyms("rot-47")
			.describedAs("Rotates the 94 printable ASCII characters from ! to ~ by 47 places. "
					+ "White space and other characters are left unchanged. Applied twice, it restores the text.")
			.example("rot47", "Here is my poem!", "w6C6 :D >J A@6>P")
			.applying(CipherTransforms::rot47);
	}

	private static String rot47(String text) {
		StringBuilder result = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			int index = text.charAt(i) - FIRST_PRINTABLE;
			boolean printable = index >= 0 && index < PRINTABLE;
			result.append(printable ? (char) (FIRST_PRINTABLE + (index + PRINTABLE / 2) % PRINTABLE) : text.charAt(i));
		}
		return result.toString();
	}

	private static Transform caesar() {
		Parameter<Integer> shift = Parameter.integer("shift", -MAX_SHIFT, MAX_SHIFT);
		return Transform.named("caesar")
			.synonyms("caesar-cipher", "shift-letters", "rot-n")
			.describedAs("Moves the 26 ASCII letters forward by some places, and backward where the shift is negative. "
					+ "Case is kept, and other characters are left unchanged.")
			.with(shift)
			.example("caesar=3", "Here is my poem", "Khuh lv pb srhp")
			.binding((arguments) -> {
				int places = arguments.get(shift);
				return (text, limit) -> LetterShift.shift(text, places);
			});
	}

	private static Transform atbash() {
		return Transform.named("atbash")
			.synonyms("atbash-cipher", "mirror-alphabet")
			.describedAs("Reverses the alphabet of the 26 ASCII letters: A becomes Z, B becomes Y. "
					+ "Case is kept, and other characters are left unchanged. Applied twice, it restores the text.")
			.example("atbash", "Here is my poem", "Sviv rh nb klvn")
			.applying(LetterShift::mirror);
	}

	private static Transform vigenereEncode() {
		Parameter<String> key = Parameter.text("key", 1, MAX_KEY);
		return Transform.named("vigenere-encode")
			.synonyms("vigenere", "vigenere-cipher", "vigenere-encrypt")
			.describedAs("Moves each of the 26 ASCII letters forward by the next letter of a key, A by 0 and Z by 25. "
					+ "Case is kept; other characters are left unchanged, and take no letter of the key.")
			.with(key)
			.example("vigenere-encode=lemon", "Attack at dawn!", "Lxfopv ef rnhr!")
			.binding((arguments) -> {
				int[] shifts = shifts(arguments.get(key), 1);
				return (text, limit) -> LetterShift.shift(text, shifts);
			});
	}

	private static Transform vigenereDecode() {
		Parameter<String> key = Parameter.text("key", 1, MAX_KEY);
		return Transform.named("vigenere-decode")
			.synonyms("vigenere", "vigenere-cipher", "vigenere-decrypt")
			.describedAs("Restores a text from vigenere-encode with the same key. "
					+ "Case is kept; other characters are left unchanged, and take no letter of the key.")
			.with(key)
			.example("vigenere-decode=lemon", "Lxfopv ef rnhr!", "Attack at dawn!")
			.binding((arguments) -> {
				int[] shifts = shifts(arguments.get(key), -1);
				return (text, limit) -> LetterShift.shift(text, shifts);
			});
	}

	private static int[] shifts(String key, int direction) {
		if (!key.chars().allMatch(AsciiCharacter::isLetter)) {
			throw new BadArgumentException("'key' must be letters from A to Z, in upper or lower case");
		}
		return key.chars().map((letter) -> direction * LetterShift.index(letter)).toArray();
	}

	private static Transform railFenceEncode() {
		Parameter<Integer> rails = Parameter.integer("rails", 2, MAX_RAILS);
		return Transform.named("rail-fence-encode")
			.synonyms("rail-fence", "zigzag", "rail-fence-encrypt")
			.describedAs("Writes the characters on a zigzag of some rails, and reads them rail by rail. "
					+ "All characters are moved, white space too, and none is changed.")
			.with(rails)
			.example("rail-fence-encode=3", "WEAREDISCOVEREDFLEEATONCE", "WECRLTEERDSOEEFEAOCAIVDEN")
			.binding((arguments) -> {
				int count = arguments.get(rails);
				return ByteOrderMark.keptBy((text, limit) -> RailFence.encode(text, count));
			});
	}

	private static Transform railFenceDecode() {
		Parameter<Integer> rails = Parameter.integer("rails", 2, MAX_RAILS);
		return Transform.named("rail-fence-decode")
			.synonyms("rail-fence", "zigzag", "rail-fence-decrypt")
			.describedAs("Restores a text from rail-fence-encode with the same number of rails.")
			.with(rails)
			.example("rail-fence-decode=3", "WECRLTEERDSOEEFEAOCAIVDEN", "WEAREDISCOVEREDFLEEATONCE")
			.binding((arguments) -> {
				int count = arguments.get(rails);
				return ByteOrderMark.keptBy((text, limit) -> RailFence.decode(text, count));
			});
	}

}
