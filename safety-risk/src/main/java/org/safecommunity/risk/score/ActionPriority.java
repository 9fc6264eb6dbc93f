package org.safecommunity.risk.score;

import static java.util.Objects.requireNonNull;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.Provenance;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.DataFile;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.InvalidDataException;
import org.safecommunity.risk.internal.Checks;

/**
 * Action priority of an FMEA as a table: severity, occurrence and detection, each from 1 to 10, give a level. Unlike the
 * RPN it is no product. The published handbook is protected: only the table is here, as data with a version, because public
 * transcriptions contradict each other. Immutable.
 *
 * @param id         id, not blank
 * @param version    version of this data, not blank
 * @param edition    edition of the source, not blank
 * @param title      name, not null
 * @param levels     levels, highest first
 * @param rules      rules; every combination of ratings falls under exactly one
 * @param provenance where the table is stated, not null
 * @param sources    documents that the provenance refers to
 */
public record ActionPriority(
        String id,
        String version,
        String edition,
        LocalText title,
        List<Level> levels,
        List<Rule> rules,
        Provenance provenance,
        List<SourceDocument> sources) {
    private static final int TOP = 10;

    /**
     * Checks the components.
     *
     * @throws NullPointerException     if a component is null
     * @throws InvalidDataException     with every fault, if a rule names a level that is not listed, a combination of ratings
     *                                  falls under no rule or under several, or a source is not in the list
     * @throws IllegalArgumentException if a text is blank, or there are no levels or rules
     */
    public ActionPriority {
        Checks.text(id, "id");
        Checks.text(version, "version");
        Checks.text(edition, "edition");
        requireNonNull(title, "title");
        levels = Checks.filled(levels, "levels");
        rules = Checks.filled(rules, "rules");
        requireNonNull(provenance, "provenance");
        sources = sources == null ? List.of() : List.copyOf(sources);
        List<Finding> faults = new ArrayList<>(Duplicates.in(levels, "levels", "id", Level::id));
        faults.addAll(provenance.unresolved("provenance", sources));
        faults.addAll(unknownLevels(levels, rules));
        faults.addAll(uncovered(rules));
        InvalidDataException.throwIfAny(faults);
    }

    /**
     * One level of priority.
     *
     * @param id     id, e.g. {@code H}, not blank
     * @param title  name, not null
     * @param colour colour, not null
     * @param action what to do, not null
     */
    public record Level(String id, LocalText title, Colour colour, LocalText action) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if the id is blank
         */
        public Level {
            Checks.text(id, "id");
            requireNonNull(title, "title");
            requireNonNull(colour, "colour");
            requireNonNull(action, "action");
        }
    }

    /**
     * One cell of the table: three ranges of ratings, written {@code 9-10}, and the level they have.
     *
     * @param s     range of severity
     * @param o     range of occurrence
     * @param d     range of detection
     * @param level id of the level
     */
    public record Rule(String s, String o, String d, String level) {
        /**
         * Checks the components.
         *
         * @throws NullPointerException     if a component is null
         * @throws IllegalArgumentException if a range is not written as two whole numbers from 1 to 10, the lower first
         */
        public Rule {
            bounds(s, "s");
            bounds(o, "o");
            bounds(d, "d");
            Checks.text(level, "level");
        }

        boolean holds(int severity, int occurrence, int detection) {
            return within(severity, s, "s") && within(occurrence, o, "o") && within(detection, d, "d");
        }

        private static boolean within(int rating, String range, String name) {
            int[] bounds = bounds(range, name);
            return bounds[0] <= rating && rating <= bounds[1];
        }

        private static int[] bounds(String range, String name) {
            if (!Checks.text(range, name).matches("\\d{1,2}-\\d{1,2}")) {
                throw new IllegalArgumentException(name + " must be a range such as 9-10, was " + range);
            }
            int dash = range.indexOf('-');
            int lower = Integer.parseInt(range.substring(0, dash));
            int upper = Integer.parseInt(range.substring(dash + 1));
            if (lower < 1 || upper > TOP || lower > upper) {
                throw new IllegalArgumentException(
                        name + " must be a range within 1-10, the lower number first, was " + range);
            }
            return new int[] {lower, upper};
        }
    }

    /**
     * The table that is part of the library.
     *
     * @throws IllegalStateException if the data file is missing or faulty, which is a fault of the program
     */
    public static ActionPriority bundled() {
        String name = "action-priority.json";
        return DataFile.of(ActionPriority.class).readBundled(ActionPriority.class.getResourceAsStream(name), name);
    }

    /**
     * Reads a table of the same form as the bundled one.
     *
     * @param stream content, JSON in UTF-8; closed afterwards
     * @param name   name of the file for messages
     * @throws InvalidDataException         if the content is not as it should be; it lists all faults
     * @throws java.io.UncheckedIOException if the content cannot be read
     */
    public static ActionPriority read(InputStream stream, String name) {
        return DataFile.of(ActionPriority.class).read(stream, name);
    }

    /**
     * The priority of three ratings.
     *
     * @param severity   S, from 1 to 10
     * @param occurrence O, from 1 to 10
     * @param detection  D, from 1 to 10; 10 is hardest to detect
     * @throws IllegalArgumentException if a rating is not from 1 to 10
     */
    public Level of(int severity, int occurrence, int detection) {
        return rules.stream()
                .filter(rule -> rule.holds(severity, occurrence, detection))
                .findFirst()
                .flatMap(rule -> levels.stream()
                        .filter(level -> level.id().equals(rule.level()))
                        .findFirst())
                .orElseThrow(() -> new IllegalArgumentException(
                        "ratings must be from 1 to 10, was " + severity + ", " + occurrence + ", " + detection));
    }

    private static List<Finding> unknownLevels(List<Level> levels, List<Rule> rules) {
        List<Finding> faults = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            String wanted = rules.get(i).level();
            if (levels.stream().noneMatch(level -> level.id().equals(wanted))) {
                faults.add(fault(
                        "unknown-level",
                        "rules[" + i + "].level",
                        "level must be one of the levels, was " + wanted,
                        "等级须为所列等级之一，现为 " + wanted));
            }
        }
        return faults;
    }

    /** Combinations that have no rule or more than one; the first of each kind is named, with their number. */
    private static List<Finding> uncovered(List<Rule> rules) {
        List<String> none = new ArrayList<>();
        List<String> several = new ArrayList<>();
        for (int s = 1; s <= TOP; s++) {
            for (int o = 1; o <= TOP; o++) {
                for (int d = 1; d <= TOP; d++) {
                    int[] ratings = {s, o, d};
                    long count = rules.stream()
                            .filter(rule -> rule.holds(ratings[0], ratings[1], ratings[2]))
                            .count();
                    if (count != 1) {
                        (count == 0 ? none : several).add("(" + s + ", " + o + ", " + d + ")");
                    }
                }
            }
        }
        List<Finding> faults = new ArrayList<>();
        if (!none.isEmpty()) {
            faults.add(fault(
                    "rating-without-level",
                    "rules",
                    "rules must hold every combination (S, O, D), in none: " + none.size() + ", first " + none.get(0),
                    "规则须涵盖（S, O, D）的全部组合，未涵盖 " + none.size() + " 个，第一个为 " + none.get(0)));
        }
        if (!several.isEmpty()) {
            faults.add(fault(
                    "rating-in-two-levels",
                    "rules",
                    "rules must not overlap, in several: " + several.size() + ", first " + several.get(0),
                    "规则不得重叠，重叠 " + several.size() + " 个，第一个为 " + several.get(0)));
        }
        return faults;
    }

    private static Finding fault(String code, String path, String en, String zh) {
        return Finding.error(
                code,
                path,
                new LocalText(en, zh),
                new LocalText("compare the ranges with the printed table", "请与原表核对各区间"));
    }
}
