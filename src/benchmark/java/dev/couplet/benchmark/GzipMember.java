package dev.couplet.benchmark;

import java.util.BitSet;

/**
 * Makes gzip members (RFC 1952) that no compressor makes. All are empty when
 * decompressed.
 */
final class GzipMember {

	/**
	 * A stored block of deflate (RFC 1951) without data, and not the last.
	 */
	static final byte[] EMPTY_BLOCK = { 0, 0, 0, (byte) 0xFF, (byte) 0xFF };

	// the last block, with fixed codes, and checksum and size of nothing
	private static final byte[] END = { 3, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

	private static final int LONGEST_CODE = 15;

	private GzipMember() {
	}

	/**
	 * Makes a member.
	 * @param flags the flags of the header
	 * @param content the optional fields of the header that the flags announce, or blocks
	 * of deflate without data, of which none is the last
	 * @return the member
	 */
	static byte[] of(int flags, byte[] content) {
		byte[] header = { 0x1F, (byte) 0x8B, 8, (byte) flags, 0, 0, 0, 0, 0, (byte) 0xFF };
		byte[] member = new byte[header.length + content.length + END.length];
		System.arraycopy(header, 0, member, 0, header.length);
		System.arraycopy(content, 0, member, header.length, content.length);
		System.arraycopy(END, 0, member, header.length + content.length, END.length);
		return member;
	}

	/**
	 * Makes eight blocks of deflate that define Huffman codes of up to 15 bits, for which
	 * a decompressor builds its largest tables, and encode nothing with them.
	 * @return the blocks, a whole number of bytes
	 */
	static byte[] codesForNothing() {
		Bits bits = new Bits();
		for (int block = 0; block < Byte.SIZE; block++) {
			// not the last, and with its own codes: 257 for literals, 16 for distances
			bits.add(0, 1).add(2, 2).add(0, 5).add(15, 5).add(15, 4);
			// sixteen of the code lengths have a code of 4 bits: 18, and those from 1 to
			// 15
			bits.add(0, 3).add(0, 3).add(4, 3).add(0, 3);
			for (int length = 0; length < LONGEST_CODE; length++) {
				bits.add(4, 3);
			}
			for (int literal = 0; literal < LONGEST_CODE; literal++) {
				bits.addLength(Math.min(literal + 2, LONGEST_CODE));
			}
			// 138 and 103 literals without a code, and the end of the block with that of
			// 1 bit
			bits.addCode(15).add(138 - 11, 7).addCode(15).add(103 - 11, 7).addLength(1);
			for (int distance = 0; distance <= LONGEST_CODE; distance++) {
				bits.addLength(Math.min(distance + 1, LONGEST_CODE));
			}
			bits.add(0, 1);
		}
		return bits.toByteArray();
	}

	/**
	 * A sequence of bits as deflate packs them.
	 */
	private static final class Bits {

		private final BitSet bits = new BitSet();

		private int size;

		Bits add(int number, int count) {
			for (int i = 0; i < count; i++) {
				this.bits.set(this.size++, (number >> i & 1) != 0);
			}
			return this;
		}

		Bits addCode(int code) {
			return add(Integer.reverse(code) >>> (Integer.SIZE - 4), 4);
		}

		Bits addLength(int length) {
			return addCode(length - 1);
		}

		byte[] toByteArray() {
			byte[] bytes = new byte[this.size / Byte.SIZE];
			byte[] set = this.bits.toByteArray();
			System.arraycopy(set, 0, bytes, 0, set.length);
			return bytes;
		}

	}

}
