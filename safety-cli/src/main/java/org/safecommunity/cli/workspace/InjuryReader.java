package org.safecommunity.cli.workspace;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

/** Reads injury cards one by one; nothing is kept but the record ids. */
final class InjuryReader {
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})\\s*(岁|周岁|月|个月|天|日)?");
    private static final int MONTHS = 12;
    private static final int DAYS = 365;
    private static final int FEW_CODES = 20;

    private final RecordTable table;
    private final CodeSet codeSet;
    private final List<ConsistencyRule> rules;
    private final Set<String> ids = new HashSet<>();

    private InjuryReader(RecordTable table, CodeSet codeSet) {
        this.table = table;
        this.codeSet = codeSet;
        this.rules = ConsistencyRule.bundled().stream()
                .filter(rule -> rule.codeSets().contains(codeSet.id()))
                .toList();
    }

    /** Gives each card that can be used to the consumer. */
    static void read(RecordTable table, CodeSet codeSet, LocalDate today, Consumer<InjuryCard> consumer) {
        InjuryReader reader = new InjuryReader(table, codeSet);
        RowCells.forEach(table, today, row -> reader.card(row).ifPresent(consumer));
    }

    private Optional<InjuryCard> card(RowCells row) {
        String id = row.id("record_id", ids);
        Sex sex = row.sex();
        Integer age = age(row);
        EventDate date = table.has("date") ? row.eventDate("date") : row.eventMonth();
        Integer hour = row.whole("hour");
        Map<InjuryField, String> codes = codes(row);
        if (row.refused() || sex == null || date == null) {
            return Optional.empty();
        }
        try {
            InjuryRecord injury = new InjuryRecord(id, codeSet.id(), sex, age, date, hour, codes);
            ids.add(id);
            warnOfConflicts(row, injury);
            return Optional.of(new InjuryCard(injury, person(row)));
        } catch (IllegalArgumentException e) {
            row.refuse(InjuryRecord.class, e, id, codeSet.id(), sex, age, date, hour, codes);
            return Optional.empty();
        }
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

    private Map<InjuryField, String> codes(RowCells row) {
        Map<InjuryField, String> codes = new EnumMap<>(InjuryField.class);
        for (InjuryField field : InjuryField.values()) {
            String cell = row.folded(field.label());
            Optional<CodeField> known = codeSet.field(field.label());
            if (!cell.isEmpty() && known.isPresent()) {
                code(row, known.get(), cell).ifPresent(code -> codes.put(field, code));
            }
        }
        return codes;
    }

    /** The code of a cell; {@code 01} and {@code 1.0} are {@code 1}. */
    private Optional<String> code(RowCells row, CodeField field, String cell) {
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

    private void warnOfConflicts(RowCells row, InjuryRecord injury) {
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
