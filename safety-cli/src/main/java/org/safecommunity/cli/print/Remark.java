package org.safecommunity.cli.print;

/**
 * A warning as printed.
 *
 * @param code    stable code
 * @param message text in the reader's language
 */
public record Remark(String code, String message) {}
