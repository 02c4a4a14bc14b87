/**
 * The door at which companies work on applications.
 *
 * <p>Promise: a company sees its own applications only, each reading with its version. Refuses: to
 * hand out anything without the scope APPLICATIONS.
 */
@NullMarked
package cn.trustregistry.web.application;

import org.jspecify.annotations.NullMarked;
