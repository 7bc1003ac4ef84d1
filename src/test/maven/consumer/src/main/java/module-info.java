module consumer {

	requires dev.couplet.core;

}
