package org.safecommunity.cli.shell;

/** Exit codes of the program; scripts rely on them. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** Done, and the data do not conform or the gate is not passed. */
    public static final int FINDINGS = 1;
    /** Wrong usage. */
    public static final int USAGE = 2;
    /** Input that cannot be read. */
    public static final int INPUT = 3;
    /** A fault in the program. */
    public static final int FAULT = 70;

    private ExitCode() {}
}
