/**
 * The REST doors of CA companies from outside: what a company's engineer sees, and what one who
 * tries other doors sees.
 */
@NullMarked
package cn.trustregistry.it.rest;

import org.jspecify.annotations.NullMarked;
