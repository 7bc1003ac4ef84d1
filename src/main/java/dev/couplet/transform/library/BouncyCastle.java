package dev.couplet.transform.library;

import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.digests.Blake2sDigest;
import org.bouncycastle.crypto.digests.KeccakDigest;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;

/**
 * Digests of Bouncy Castle. Its jar is signed, and the JVM verifies the signature when it
 * loads the first class, which a command that computes no such digest need not wait for.
 * So this class is loaded with the first digest: a lambda refers to it, as a method
 * reference would load it at once.
 */
final class BouncyCastle {

	private static final int BITS = 256;

	private BouncyCastle() {
	}

	static byte[] keccak256(byte[] bytes) {
		return digest(new KeccakDigest(BITS), bytes);
	}

	static byte[] blake2bWith256Bits(byte[] bytes) {
		return digest(new Blake2bDigest(BITS), bytes);
	}

	static byte[] blake2bWith512Bits(byte[] bytes) {
		return digest(new Blake2bDigest(2 * BITS), bytes);
	}

	static byte[] blake2s(byte[] bytes) {
		return digest(new Blake2sDigest(BITS), bytes);
	}

	static byte[] ripemd160(byte[] bytes) {
		return digest(new RIPEMD160Digest(), bytes);
	}

	private static byte[] digest(Digest digest, byte[] bytes) {
		byte[] result = new byte[digest.getDigestSize()];
		digest.update(bytes, 0, bytes.length);
		digest.doFinal(result, 0);
		return result;
	}

}
