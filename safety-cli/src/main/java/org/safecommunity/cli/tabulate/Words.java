package org.safecommunity.cli.tabulate;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.cli.read.Cells;

/** Words that stand for a missing value, and words that stand for 1 and 0. */
final class Words {
    private static final Set<String> MISSING = missing();
    private static final Map<String, BigDecimal> YES_NO = yesNo();

    private Words() {}

    /** Whether a cell says that the value is not known. */
    static boolean isMissing(String cell) {
        return MISSING.contains(key(cell));
    }

    /** 1 for yes, 0 for no; empty for any other word. */
    static Optional<BigDecimal> yesOrNo(String cell) {
        return Optional.ofNullable(YES_NO.get(key(cell)));
    }

    private static String key(String cell) {
        return Cells.fold(cell).toUpperCase(Locale.ROOT);
    }

    private static Set<String> missing() {
        Set<String> words = new HashSet<>();
        MapTable.bundled("missing-words.csv").values("word").forEach(word -> words.add(key(word)));
        return Set.copyOf(words);
    }

    private static Map<String, BigDecimal> yesNo() {
        MapTable table = MapTable.bundled("yes-no-words.csv");
        List<String> values = table.values("value");
        Map<String, BigDecimal> words = new HashMap<>();
        List<String> names = table.values("word");
        for (int i = 0; i < names.size(); i++) {
            words.put(key(names.get(i)), new BigDecimal(values.get(i)));
        }
        return Map.copyOf(words);
    }
}
