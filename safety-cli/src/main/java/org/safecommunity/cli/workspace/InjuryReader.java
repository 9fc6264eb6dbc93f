package org.safecommunity.cli.workspace;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;
import org.safecommunity.model.injury.Code;
import org.safecommunity.model.injury.CodeField;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.injury.ConsistencyRule;
import org.safecommunity.model.injury.InjuryCard;
import org.safecommunity.model.injury.InjuryField;
import org.safecommunity.model.injury.InjuryRecord;
import org.safecommunity.model.injury.PersonalDetails;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;

/** Reads injury cards one by one; nothing is kept but, where they are its own, the record ids. */
final class InjuryReader {
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})\\s*(岁|周岁|月|个月|天|日)?");
    private static final int MONTHS = 12;
    private static final int DAYS = 365;
    private static final int FEW_CODES = 20;

    private final RecordTable table;
    private final CodeSet usual;
    private final Map<String, Optional<Coding>> codings = new HashMap<>();
    private final Set<String> ids = new HashSet<>();
    private final boolean ownIds;

    private InjuryReader(RecordTable table, CodeSet codeSet, boolean ownIds) {
        this.table = table;
        this.usual = codeSet;
        this.ownIds = ownIds;
        codings.put(codeSet.id(), Optional.of(Coding.of(codeSet)));
    }

    /** A code set with the rules between its fields. */
    private record Coding(CodeSet codeSet, List<ConsistencyRule> rules) {
        static Coding of(CodeSet codeSet) {
            return new Coding(
                    codeSet,
                    ConsistencyRule.bundled().stream()
                            .filter(rule -> rule.codeSets().contains(codeSet.id()))
                            .toList());
        }
    }

    /**
     * Gives each card that can be used to the consumer. The ids are kept to find those used twice, unless another looks
     * after that: a store, whose ids are unique, or the intake of one. A row may name a code set of its own.
     */
    static void read(
            RecordTable table, CodeSet codeSet, LocalDate today, boolean ownIds, Consumer<InjuryCard> consumer) {
        boolean stored = table.reader().file().stored() != null;
        InjuryReader reader = new InjuryReader(table, codeSet, ownIds && !stored);
        RowCells.forEach(table, today, row -> reader.card(row).ifPresent(consumer));
    }

    private Optional<InjuryCard> card(RowCells row) {
        String id = row.id("record_id", ids);
        Sex sex = row.sex();
        Integer age = age(row);
        EventDate date = table.has("date") ? row.eventDate("date") : row.eventMonth();
        Integer hour = row.whole("hour");
        Optional<Coding> coding = coding(row);
        if (coding.isEmpty()) {
            return Optional.empty();
        }
        CodeSet codeSet = coding.get().codeSet();
        Map<InjuryField, String> codes = codes(row, codeSet);
        if (row.refused() || sex == null || date == null) {
            return Optional.empty();
        }
        try {
            InjuryRecord injury = new InjuryRecord(id, codeSet.id(), sex, age, date, hour, codes);
            if (ownIds) {
                ids.add(id);
            }
            warnOfConflicts(row, injury, coding.get().rules());
            return Optional.of(new InjuryCard(injury, person(row)));
        } catch (IllegalArgumentException e) {
            row.refuse(InjuryRecord.class, e, id, codeSet.id(), sex, age, date, hour, codes);
            return Optional.empty();
        }
    }

    /** The code set of a row: its own, or the usual one; empty when the row is refused. */
    private Optional<Coding> coding(RowCells row) {
        String own = row.text("code_set");
        Optional<Coding> coding = codings.computeIfAbsent(
                own.isEmpty() ? usual.id() : own, id -> CodeSet.find(id).map(Coding::of));
        if (coding.isEmpty()) {
            row.refuse(
                    "code_set",
                    "unknown-row-code-set",
                    CodeSet.bundled().stream().map(CodeSet::id).collect(Collectors.joining(", ")));
        }
        return coding;
    }

    /** Age in completed years; {@code 8月} and {@code 15天} are 0. Null when empty or refused. */
    private static @Nullable Integer age(RowCells row) {
        String text = row.folded("age");
        if (text.isEmpty()) {
            return null;
        }
        Matcher matcher = AGE.matcher(text.replaceFirst("\\.0+$", ""));
        if (!matcher.matches()) {
            row.refuse("age", "not-an-age");
            return null;
        }
        String unit = matcher.group(2) == null ? "岁" : matcher.group(2);
        int number = Integer.parseInt(matcher.group(1));
        return unit.endsWith("岁") ? Integer.valueOf(number) : unit.endsWith("月") ? number / MONTHS : number / DAYS;
    }

    private Map<InjuryField, String> codes(RowCells row, CodeSet codeSet) {
        Map<InjuryField, String> codes = new EnumMap<>(InjuryField.class);
        for (InjuryField field : InjuryField.values()) {
            String cell = row.folded(field.label());
            Optional<CodeField> known = codeSet.field(field.label());
            if (!cell.isEmpty() && known.isPresent()) {
                code(row, codeSet, known.get(), cell).ifPresent(code -> codes.put(field, code));
            }
        }
        return codes;
    }

    /** The code of a cell; {@code 01} and {@code 1.0} are {@code 1}. */
    private Optional<String> code(RowCells row, CodeSet codeSet, CodeField field, String cell) {
        String plain = cell.replaceFirst("\\.0+$", "").replaceFirst("^0+(?=\\d)", "");
        if (field.code(cell).isPresent()) {
            return Optional.of(cell);
        }
        if (field.code(plain).isPresent()) {
            return Optional.of(plain);
        }
        List<String> all = field.codes().stream().map(Code::code).toList();
        String near = Nearest.of(cell, all);
        row.refuse(
                field.name(),
                "unknown-code",
                codeSet.id(),
                near.isEmpty() || all.size() <= FEW_CODES ? String.join(", ", all) : near);
        return Optional.empty();
    }

    private @Nullable PersonalDetails person(RowCells row) {
        if (!table.has("name") && !table.has("id_number") && !table.has("telephone") && !table.has("address")) {
            return null;
        }
        return new PersonalDetails(row.text("name"), row.text("id_number"), row.text("telephone"), row.text("address"));
    }

    private void warnOfConflicts(RowCells row, InjuryRecord injury, List<ConsistencyRule> rules) {
        for (ConsistencyRule rule : rules) {
            if (rule.isBrokenBy(injury)) {
                table.findings()
                        .add(new Finding(
                                "conflict-" + rule.id().toLowerCase(Locale.ROOT),
                                rule.severity(),
                                new Location(
                                        table.reader().file().name(),
                                        row.line(),
                                        rule.then().field()),
                                rule.text(),
                                Texts.both("finding.conflict.hint")));
            }
        }
    }
}
