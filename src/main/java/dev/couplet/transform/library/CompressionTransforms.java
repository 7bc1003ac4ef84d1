package dev.couplet.transform.library;

import java.util.List;

import dev.couplet.transform.Kind;
import dev.couplet.transform.Parameter;
import dev.couplet.transform.Transform;
import dev.couplet.transform.TransformLibrary;

/**
 * Compression of bytes, and back. No decompressor uses a dictionary or window of more
 * than 8 MiB, whatever the value asks for.
 */
class CompressionTransforms implements TransformLibrary {

	// of each compressed byte, which can become a thousand
	private static final int DECOMPRESSION = 4000;

	private static final int CALL_COST = 5000;

	// some 50 bytes can stand for a whole block of 900 KB, or need a dictionary of 8 MiB
	private static final int BLOCK_OF_BZIP2 = 20_000_000;

	private static final int BLOCK_OF_ZSTD = 1_000_000;

	private static final int DICTIONARY_OF_XZ = 5_000_000;

	// measured with 1 MB: level 10 takes up to 70 ms, level 12 230 ms and level 13 a
	// second
	private static final int MAX_ZSTD_LEVEL = 10;

	@Override
	public List<Transform> transforms() {
		return List.of(gzip(), gunzip(), deflate(), inflate(), zlibCompress(), zlibDecompress(), zstdCompress(),
				zstdDecompress(), bzip2(), bunzip2(), xzCompress(), xzDecompress());
	}

	private static Transform gzip() {
		return Transform.named("gzip", Kind.BYTES, Kind.BYTES)
			.synonyms("gz", "compress", "to-gzip")
			.describedAs("Compresses bytes to the gzip format (RFC 1952), without a name or time.")
			.weighing(300)
			.callCost(CALL_COST)
			.example("gzip,gunzip", "here is my poem", "here is my poem")
			.applyingWithin(Gzip::compress);
	}

	private static Transform gunzip() {
		return Transform.named("gunzip", Kind.BYTES, Kind.BYTES)
			.synonyms("zcat", "ungzip", "decompress", "from-gzip")
			.describedAs("Decompresses the gzip format (RFC 1952), of one or several members. "
					+ "Anything else after the last one is refused.")
			.weighing(DECOMPRESSION)
			.callCost(CALL_COST)
			.example("base64-decode,gunzip", "H4sIAAAAAAAA/8tILUpVyCxWyK1UKMhPzQUAlXTFpw8AAAA=", "here is my poem")
			.applyingWithin(Gzip::decompress);
	}

	private static Transform deflate() {
		return Transform.named("deflate", Kind.BYTES, Kind.BYTES)
			.synonyms("deflate-raw", "raw-deflate", "gzdeflate")
			.describedAs("Compresses bytes to raw deflate (RFC 1951), which has neither a header nor a checksum.")
			.weighing(300)
			.callCost(CALL_COST)
			.example("deflate,base64-encode", "here is my poem", "y0gtSlXILFbIrVQoyE/NBQA=")
			.applyingWithin(Deflate::compress);
	}

	private static Transform inflate() {
		return Transform.named("inflate", Kind.BYTES, Kind.BYTES)
			.synonyms("inflate-raw", "raw-inflate", "gzinflate")
			.describedAs("Decompresses raw deflate (RFC 1951). Anything after its last block is refused.")
			.weighing(DECOMPRESSION)
			.callCost(CALL_COST)
			.example("base64-decode,inflate", "y0gtSlXILFbIrVQoyE/NBQA=", "here is my poem")
			.applyingWithin(Deflate::decompress);
	}

	private static Transform zlibCompress() {
		return Transform.named("zlib-compress", Kind.BYTES, Kind.BYTES)
			.synonyms("zlib", "zlib-deflate", "gzcompress", "to-zlib")
			.describedAs("Compresses bytes to the zlib format (RFC 1950): deflate with a header and a checksum.")
			.weighing(300)
			.callCost(CALL_COST)
			.example("zlib-compress,base64-encode", "here is my poem", "eJzLSC1KVcgsVsitVCjIT80FACttBXg=")
			.applyingWithin(Deflate::compressToZlib);
	}

	private static Transform zlibDecompress() {
		return Transform.named("zlib-decompress", Kind.BYTES, Kind.BYTES)
			.synonyms("unzlib", "zlib-inflate", "gzuncompress", "from-zlib")
			.describedAs(
					"Decompresses the zlib format (RFC 1950) without a preset dictionary, and checks its checksum. "
							+ "Anything after it is refused.")
			.weighing(DECOMPRESSION)
			.callCost(CALL_COST)
			.example("base64-decode,zlib-decompress", "eJzLSC1KVcgsVsitVCjIT80FACttBXg=", "here is my poem")
			.applyingWithin(Deflate::decompressZlib);
	}

	private static Transform zstdCompress() {
		Parameter<Integer> level = Parameter.integer("level", 1, MAX_ZSTD_LEVEL, 3);
		return Transform.named("zstd-compress", Kind.BYTES, Kind.BYTES)
			.synonyms("zstd", "zstandard", "to-zstd")
			.describedAs(
					"Compresses bytes to the zstd format (RFC 8878) with a checksum. A higher level compresses better; "
							+ "those above 10 take too long for a server.")
			.with(level)
			.weighing(100)
			.callCost(50_000)
			.example("zstd-compress,zstd-decompress", "here is my poem", "here is my poem")
			.binding((arguments) -> Zstandard.compressing(arguments.get(level)));
	}

	private static Transform zstdDecompress() {
		return Transform.named("zstd-decompress", Kind.BYTES, Kind.BYTES)
			.synonyms("unzstd", "zstdcat", "from-zstd")
			.describedAs(
					"Decompresses the zstd format (RFC 8878), of one or several frames, with a window of up to 8 MiB. "
							+ "Anything else after the last frame is refused.")
			.weighing(DECOMPRESSION)
			.callCost(BLOCK_OF_ZSTD)
			.example("base64-decode,zstd-decompress", "KLUv/SQPeQAAaGVyZSBpcyBteSBwb2VtBIg83w==", "here is my poem")
			.applyingWithin(Zstandard::decompress);
	}

	private static Transform bzip2() {
		return Transform.named("bzip2", Kind.BYTES, Kind.BYTES)
			.synonyms("bz2", "bzip", "to-bzip2")
			.describedAs("Compresses bytes to the bzip2 format in blocks of 100 KB, as bzip2 -1 does: "
					+ "larger blocks would take more time and memory.")
			// of 12 KB that repeat themselves; 600 where there is more
			.weighing(2000)
			.callCost(1_000_000)
			.example("bzip2,bunzip2", "here is my poem", "here is my poem")
			.applyingWithin(Bzip2::compress);
	}

	private static Transform bunzip2() {
		return Transform.named("bunzip2", Kind.BYTES, Kind.BYTES)
			.synonyms("unbzip2", "bzcat", "from-bzip2")
			.describedAs("Decompresses the bzip2 format, of up to 200 streams. "
					+ "Anything else after the last one is refused.")
			.weighing(DECOMPRESSION)
			.callCost(BLOCK_OF_BZIP2)
			.example("base64-decode,bunzip2", "QlpoOTFBWSZTWevZuaIAAAMRgEAAAmLYICAAIhoGIQAwCbXIkMU88XckU4UJDr2bmiA=",
					"here is my poem")
			.applyingWithin(Bzip2::decompress);
	}

	private static Transform xzCompress() {
		return Transform.named("xz-compress", Kind.BYTES, Kind.BYTES)
			.synonyms("xz", "lzma", "to-xz")
			.describedAs("Compresses bytes to the xz format with the preset 1 and a dictionary of at most 256 KiB: "
					+ "higher presets would take more time and memory.")
			.weighing(600)
			.callCost(1_000_000)
			.example("xz-compress,xz-decompress", "here is my poem", "here is my poem")
			.applyingWithin(Xz::compress);
	}

	private static Transform xzDecompress() {
		return Transform.named("xz-decompress", Kind.BYTES, Kind.BYTES)
			.synonyms("unxz", "xzcat", "from-xz")
			.describedAs("Decompresses the xz format, of one or several streams, with a dictionary of up to 8 MiB, "
					+ "as of xz -6. Anything else after the last stream is refused.")
			.weighing(DECOMPRESSION)
			.callCost(DICTIONARY_OF_XZ)
			.example("base64-decode,xz-decompress",
					"/Td6WFoAAATm1rRGAgAhARYAAAB0L+WjAQAOaGVyZSBpcyBteSBwb2VtAABcn8QLf1IcuwABJw/fGvxqH7bzfQEAAAAABFla",
					"here is my poem")
			.applyingWithin(Xz::decompress);
	}

}
