package org.safecommunity.cli.store;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Columns that name a person or lead to one: those that the injury card has, and others whose headings say so. They are
 * kept apart and given out only when they are asked for.
 */
final class PersonalHeadings {
    private static final Set<String> OF_THE_CARD = Set.of("name", "id_number", "telephone", "address");
    private static final List<String> CHINESE = List.of("姓名", "身份证", "证件号", "电话", "手机", "地址", "住址", "邮箱", "微信");
    private static final Set<String> ENGLISH =
            Set.of("name", "surname", "telephone", "phone", "mobile", "address", "email", "passport");

    private PersonalHeadings() {}

    /** Whether a column is personal, by its meaning and its heading. */
    static boolean has(String kind, String meaning, String heading) {
        if (!meaning.isEmpty()) {
            return kind.equals("injuries") && OF_THE_CARD.contains(meaning);
        }
        String lower = heading.toLowerCase(Locale.ROOT);
        if (CHINESE.stream().anyMatch(lower::contains)) {
            return true;
        }
        List<String> words = List.of(lower.split("[^\\p{L}]+", -1));
        return words.stream().anyMatch(ENGLISH::contains) || (words.contains("id") && words.contains("number"));
    }
}
