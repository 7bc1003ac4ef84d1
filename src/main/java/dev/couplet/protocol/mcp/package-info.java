/**
 * MCP (Model Context Protocol): the transforms as tools of an agent, over HTTP and over
 * standard input and output. The JSON-RPC layer is plain Java on Jackson Core, so that
 * the command line can start it without Spring.
 */
@NullMarked
@ApplicationModule(displayName = "MCP",
		allowedDependencies = { "transform", "transform :: guess", "endpoint", "poetry" })
package dev.couplet.protocol.mcp;

import org.jspecify.annotations.NullMarked;

import org.springframework.modulith.ApplicationModule;
