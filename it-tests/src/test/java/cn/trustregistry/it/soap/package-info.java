/** A trading system whose SOAP client Apache CXF generated from the contract, without edits. */
@NullMarked
package cn.trustregistry.it.soap;

import org.jspecify.annotations.NullMarked;
