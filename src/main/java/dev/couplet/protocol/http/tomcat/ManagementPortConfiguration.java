package dev.couplet.protocol.http.tomcat;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.context.annotation.Import;

/**
 * Configures the Tomcat of {@code management.server.port}, which runs in a child context,
 * like the main one.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import(TomcatConfiguration.class)
class ManagementPortConfiguration {

}
