package org.safecommunity.cli.risk;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The factors of the methods as options by their names; each is a text that the command reads. */
final class FactorOptions {
    @Option(names = "--l", paramLabel = "N", descriptionKey = "factor-l")
    @Nullable
    String l;

    @Option(names = "--e", paramLabel = "N", descriptionKey = "factor-e")
    @Nullable
    String e;

    @Option(names = "--c", paramLabel = "N", descriptionKey = "factor-c")
    @Nullable
    String c;

    @Option(names = "--s", paramLabel = "N", descriptionKey = "factor-s")
    @Nullable
    String s;

    @Option(names = "--m", paramLabel = "N", descriptionKey = "factor-m")
    @Nullable
    String m;

    @Option(names = "--p", paramLabel = "N", descriptionKey = "factor-p")
    @Nullable
    String p;

    @Option(names = "--f", paramLabel = "N", descriptionKey = "factor-f")
    @Nullable
    String f;

    @Option(names = "--n", paramLabel = "N", descriptionKey = "factor-n")
    @Nullable
    String n;

    @Option(names = "--o", paramLabel = "N", descriptionKey = "factor-o")
    @Nullable
    String o;

    @Option(names = "--d", paramLabel = "N", descriptionKey = "factor-d")
    @Nullable
    String d;

    @Option(names = "--s1", paramLabel = "N", descriptionKey = "factor-s1")
    @Nullable
    String s1;

    @Option(names = "--s2", paramLabel = "N", descriptionKey = "factor-s2")
    @Nullable
    String s2;

    @Option(names = "--s3", paramLabel = "N", descriptionKey = "factor-s3")
    @Nullable
    String s3;

    @Option(names = "--s4", paramLabel = "N", descriptionKey = "factor-s4")
    @Nullable
    String s4;

    @Option(names = "--factor", paramLabel = "NAME=N", descriptionKey = "factor-other")
    Map<String, String> others = new LinkedHashMap<>();

    /** The factors given, by name. */
    Map<String, String> given() {
        Map<String, String> given = new LinkedHashMap<>();
        put(given, "l", l);
        put(given, "e", e);
        put(given, "c", c);
        put(given, "s", s);
        put(given, "m", m);
        put(given, "p", p);
        put(given, "f", f);
        put(given, "n", n);
        put(given, "o", o);
        put(given, "d", d);
        put(given, "s1", s1);
        put(given, "s2", s2);
        put(given, "s3", s3);
        put(given, "s4", s4);
        others.forEach((name, value) -> put(given, name.toLowerCase(Locale.ROOT), value));
        return given;
    }

    private static void put(Map<String, String> map, String name, @Nullable String value) {
        if (value != null) {
            map.put(name, value);
        }
    }
}
