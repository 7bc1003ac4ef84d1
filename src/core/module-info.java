/**
 * Couplet as a library: {@link dev.couplet.Couplet} transforms values without a server,
 * and {@link dev.couplet.client.TransformClient} calls one.
 */
module dev.couplet.core {

	requires static org.jspecify;

	requires com.anyascii;
	requires com.dynatrace.hash4j;
	requires com.github.luben.zstd_jni;
	requires com.ibm.icu;
	requires com.samskivert.jmustache;
	requires java.xml;
	requires org.apache.commons.codec;
	requires org.apache.commons.compress;
	requires org.apache.commons.io;
	requires org.apache.commons.text;
	requires org.bouncycastle.provider;
	requires org.commonmark;
	requires org.jsoup;
	requires org.slf4j;
	requires org.snakeyaml.engine;
	requires org.tukaani.xz;
	requires re2j;
	requires tools.jackson.core;
	requires tools.jackson.databind;
	requires tools.jackson.dataformat.toml;

	exports dev.couplet;
	exports dev.couplet.client;
	exports dev.couplet.netstring;
	exports dev.couplet.transform;
	exports dev.couplet.transform.guess;
	exports dev.couplet.transform.library;

}
