/** x. */
package io.github.parleyinterop;
