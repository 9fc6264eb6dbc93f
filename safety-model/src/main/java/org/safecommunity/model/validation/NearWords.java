package org.safecommunity.model.validation;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The words of a list that are near to a mistyped one. */
public final class NearWords {
    private static final int MOST = 3;

    private NearWords() {}

    /**
     * Up to three words near the given one, best first, joined by commas. One that differs only in case or in hyphens,
     * underscores and spaces stands alone.
     *
     * @param name       word that is not in the list
     * @param candidates words of the list
     * @return the near words, or an empty text when none is near
     */
    public static String of(String name, Collection<String> candidates) {
        String wanted = fold(name);
        int length = wanted.length();
        int limit = length < 3 ? length / 2 : Math.max(2, (length + 2) / 3);
        String beginning = wanted.substring(0, length * 2 / 3);
        List<String> near = candidates.stream()
                .filter(candidate -> !candidate.isBlank())
                .filter(candidate -> distance(wanted, fold(candidate)) <= limit
                        || (length > 2 && fold(candidate).contains(wanted))
                        || (beginning.length() > 3 && fold(candidate).startsWith(beginning)))
                .sorted(Comparator.comparingInt((String candidate) -> distance(wanted, fold(candidate)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        boolean same = !near.isEmpty() && fold(near.get(0)).equals(wanted);
        return same ? near.get(0) : String.join(", ", near);
    }

    private static String fold(String name) {
        return name.toLowerCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substitution = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(substitution, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
