package org.safecommunity.cli.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.cli.read.Nearest;
import org.safecommunity.cli.read.TableReader;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.injury.CodeSet;
import org.safecommunity.model.injury.ConsistencyRule;
import org.safecommunity.model.injury.InjuryCard;
import org.safecommunity.model.injury.InjuryField;
import org.safecommunity.model.injury.InjuryRecord;
import org.safecommunity.model.injury.PersonalDetails;
import org.safecommunity.model.programme.PopulationCell;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;
import org.safecommunity.risk.register.RiskEntry;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.Scheme;

/** Turns the rows of each kind of table into values of the model. A faulty row is refused and named; the others stay. */
final class Readers {
    private static final Pattern AGE = Pattern.compile("(\\d{1,3})\\s*(岁|周岁|月|个月|天|日)?");

    private final LocalDate today;

    Readers(LocalDate today) {
        this.today = today;
    }

    /** Reads injury cards. The consumer gets them one by one; nothing is kept but the record ids. */
    void injuries(RecordTable table, CodeSet codeSet, Consumer<InjuryCard> consumer) {
        Set<String> ids = new HashSet<>();
        List<ConsistencyRule> rules = ConsistencyRule.bundled().stream()
                .filter(rule -> rule.codeSets().contains(codeSet.id()))
                .toList();
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            String id = requiredId(table, row, ids);
            Sex sex = sex(table, row);
            Integer age = age(table, row);
            EventDate date = injuryDate(table, row);
            Integer hour = wholeOrNull(table, row, "hour");
            Map<InjuryField, String> codes = codes(table, row, codeSet);
            if (table.findings().isRefused(row.line()) || sex == null || date == null) {
                continue;
            }
            try {
                InjuryRecord injury = new InjuryRecord(id, codeSet.id(), sex, age, date, hour, codes);
                ids.add(id);
                warnOfConflicts(table, row, rules, injury);
                consumer.accept(new InjuryCard(injury, person(table, row)));
            } catch (IllegalArgumentException e) {
                table.refuse(
                        row,
                        Validation.instance()
                                .ofArguments(InjuryRecord.class, id, codeSet.id(), sex, age, date, hour, codes),
                        e);
            }
        }
    }

    /** Reads accidents. */
    List<AccidentRecord> accidents(RecordTable table) {
        List<AccidentRecord> accidents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            String id = requiredId(table, row, ids);
            Optional<AccidentDomain> domain = AccidentDomain.parse(table.cell(row, "domain"));
            if (domain.isEmpty()) {
                table.refuse(row, "domain", "unknown-domain", "production, traffic, fire, public-security");
            }
            EventDate date = date(table, row, "date", true);
            int deaths = count(table, row, "deaths");
            int serious = count(table, row, "serious_injuries");
            int minor = count(table, row, "minor_injuries");
            String lossText = table.cell(row, "direct_loss_10k_yuan");
            Optional<BigDecimal> loss = lossText.isEmpty() ? Optional.of(BigDecimal.ZERO) : Cells.decimal(lossText);
            if (loss.isEmpty() || loss.get().signum() < 0) {
                table.refuse(row, "direct_loss_10k_yuan", "not-an-amount");
            }
            if (!table.findings().isRefused(row.line()) && date != null) {
                ids.add(id);
                accidents.add(
                        new AccidentRecord(id, domain.orElseThrow(), date, deaths, serious, minor, loss.orElseThrow()));
            }
        }
        return accidents;
    }

    /** Reads the population by year, sex and age band. */
    List<PopulationCell> population(RecordTable table) {
        List<PopulationCell> cells = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            Integer year = wholeOrNull(table, row, "year");
            if (year == null && !table.findings().isRefused(row.line())) {
                table.refuse(row, "year", "missing-value");
            }
            Sex sex = sex(table, row);
            String ageGroup = Cells.fold(table.cell(row, "age_group")).replace('–', '-');
            OptionalLong persons = Cells.whole(table.cell(row, "persons"));
            if (persons.isEmpty() || persons.getAsLong() < 0) {
                table.refuse(row, "persons", "not-a-count");
            }
            if (table.findings().isRefused(row.line()) || sex == null || year == null) {
                continue;
            }
            if (!seen.add(year + " " + sex + " " + ageGroup)) {
                table.refuse(row, "age_group", "duplicate-cell");
                continue;
            }
            try {
                cells.add(new PopulationCell(year, sex, ageGroup, persons.orElseThrow()));
            } catch (IllegalArgumentException e) {
                table.refuse(
                        row,
                        Validation.instance()
                                .ofArguments(PopulationCell.class, year, sex, ageGroup, persons.orElseThrow()),
                        e);
            }
        }
        return cells;
    }

    /** Reads the risk register; each row names its scheme and is scored by it. */
    List<RiskEntry> risks(RecordTable table) {
        List<RiskEntry> risks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Optional<Scheme>> schemes = new LinkedHashMap<>();
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            String id = required(table, row, "risk_id");
            if (!id.isEmpty() && ids.contains(id)) {
                table.refuse(row, "risk_id", "duplicate-id");
            }
            String place = required(table, row, "place");
            String hazard = required(table, row, "hazard");
            Optional<Scheme> scheme = schemes.computeIfAbsent(table.cell(row, "scheme"), name -> Scheme.find(name));
            if (scheme.isEmpty()) {
                table.refuse(
                        row,
                        "scheme",
                        "unknown-scheme",
                        String.join(
                                ", ", Scheme.bundled().stream().map(Scheme::id).toList()));
                continue;
            }
            Map<String, BigDecimal> ratings = ratings(table, row, scheme.get());
            EventDate review = date(table, row, "next_review", false);
            if (!table.findings().isRefused(row.line())) {
                ids.add(id);
                risks.add(new RiskEntry(
                        id,
                        place,
                        hazard,
                        table.cell(row, "topic"),
                        scheme.get().score(ratings),
                        table.cell(row, "controls"),
                        review == null || review.day() == 0
                                ? null
                                : LocalDate.of(review.year(), review.month(), review.day())));
            }
        }
        return risks;
    }

    /** Reads the state of each element. */
    List<ElementState> elements(RecordTable table, Standard standard) {
        List<ElementState> states = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            String element = table.cell(row, "element");
            if (standard.element(element).isEmpty()) {
                table.refuse(
                        row,
                        "element",
                        "unknown-element",
                        standard.elements().get(0).id() + " … "
                                + standard.elements()
                                        .get(standard.elements().size() - 1)
                                        .id());
            } else if (ids.contains(element)) {
                table.refuse(row, "element", "duplicate-id");
            }
            Optional<ElementState.State> state = ElementState.State.parse(table.cell(row, "state"));
            if (state.isEmpty()) {
                table.refuse(row, "state", "unknown-state", "met, partly, not-met, not-assessed");
            }
            EventDate on = date(table, row, "assessed_on", false);
            if (!table.findings().isRefused(row.line())) {
                ids.add(element);
                states.add(new ElementState(element, state.orElseThrow(), table.cell(row, "evidence"), on));
            }
        }
        return states;
    }

    /** Counts the answers to each question. An answer that is no option refuses the row. */
    List<QuestionCounts> survey(RecordTable table, List<Question> questions) {
        List<QuestionCounts> counts =
                questions.stream().map(QuestionCounts::new).toList();
        Map<String, Integer> columns = new LinkedHashMap<>();
        for (Question question : questions) {
            Optional<Integer> column = table.reader().findColumn(question.column());
            if (column.isEmpty()) {
                String near = Nearest.of(question.column(), table.reader().header());
                table.findings()
                        .add(table.findings()
                                .finding(
                                        "missing-column",
                                        Severity.ERROR,
                                        1,
                                        question.column(),
                                        question.column(),
                                        near.isEmpty()
                                                ? String.join(
                                                        ", ", table.reader().header())
                                                : near));
            } else {
                columns.put(question.column(), column.get());
            }
        }
        for (TableReader.Row row = table.next(); row != null; row = table.next()) {
            for (Question question : questions) {
                Integer column = columns.get(question.column());
                String answer = column == null ? "" : Cells.fold(row.cell(column));
                if (!answer.isEmpty() && !question.options().contains(answer)) {
                    table.findings()
                            .refuse(
                                    "unknown-answer",
                                    row.line(),
                                    question.column(),
                                    String.join(", ", question.options()));
                }
            }
            if (!table.findings().isRefused(row.line())) {
                for (QuestionCounts count : counts) {
                    Integer column = columns.get(count.question().column());
                    count.add(column == null ? "" : Cells.fold(row.cell(column)));
                }
            }
        }
        return counts;
    }

    private static Map<String, BigDecimal> ratings(RecordTable table, TableReader.Row row, Scheme scheme) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (Factor factor : scheme.factors()) {
            Optional<BigDecimal> value = Cells.decimal(table.cell(row, factor.name()))
                    .filter(v -> factor.value(v).isPresent());
            if (value.isPresent()) {
                ratings.put(factor.name(), value.get());
            } else {
                table.refuse(row, factor.name(), "not-on-scale", factor.scaleText());
            }
        }
        return ratings;
    }

    private static String requiredId(RecordTable table, TableReader.Row row, Set<String> ids) {
        String id = required(table, row, "record_id");
        if (!id.isEmpty() && ids.contains(id)) {
            table.refuse(row, "record_id", "duplicate-id");
        }
        return id;
    }

    private static String required(RecordTable table, TableReader.Row row, String column) {
        String value = table.cell(row, column);
        if (value.isEmpty()) {
            table.refuse(row, column, "missing-value");
        }
        return value;
    }

    private static @Nullable Sex sex(RecordTable table, TableReader.Row row) {
        Optional<Sex> sex = Sex.parse(Cells.fold(table.cell(row, "sex")));
        if (sex.isEmpty()) {
            table.refuse(row, "sex", "unknown-sex");
        }
        return sex.orElse(null);
    }

    /** Age in completed years; {@code 8月} and {@code 15天} are 0. Null when empty or refused. */
    private static @Nullable Integer age(RecordTable table, TableReader.Row row) {
        String text = Cells.fold(table.cell(row, "age"));
        if (text.isEmpty()) {
            return null;
        }
        Matcher matcher = AGE.matcher(text.replaceFirst("\\.0+$", ""));
        if (!matcher.matches()) {
            table.refuse(row, "age", "not-an-age");
            return null;
        }
        String unit = matcher.group(2) == null ? "岁" : matcher.group(2);
        int number = Integer.parseInt(matcher.group(1));
        return unit.endsWith("岁") ? Integer.valueOf(number) : unit.endsWith("月") ? number / 12 : number / 365;
    }

    private @Nullable EventDate injuryDate(RecordTable table, TableReader.Row row) {
        if (table.has("date")) {
            return date(table, row, "date", true);
        }
        Integer year = wholeOrNull(table, row, "year");
        Integer month = wholeOrNull(table, row, "month");
        if (year == null) {
            if (!table.findings().isRefused(row.line())) {
                table.refuse(row, "year", "missing-value");
            }
            return null;
        }
        try {
            return notInFuture(table, row, "year", new EventDate(year, month == null ? 0 : month, 0));
        } catch (IllegalArgumentException e) {
            table.refuse(row, "year", "not-a-date");
            return null;
        }
    }

    private @Nullable EventDate date(RecordTable table, TableReader.Row row, String column, boolean past) {
        String text = table.cell(row, column);
        if (text.isEmpty()) {
            if (past) {
                table.refuse(row, column, "missing-value");
            }
            return null;
        }
        Optional<EventDate> date = Cells.date(text);
        if (date.isEmpty()) {
            table.refuse(row, column, "not-a-date");
            return null;
        }
        return past ? notInFuture(table, row, column, date.get()) : date.get();
    }

    private @Nullable EventDate notInFuture(RecordTable table, TableReader.Row row, String column, EventDate date) {
        LocalDate earliest = LocalDate.of(date.year(), Math.max(1, date.month()), Math.max(1, date.day()));
        if (earliest.isAfter(today)) {
            table.refuse(row, column, "future-date", today);
            return null;
        }
        return date;
    }

    private static @Nullable Integer wholeOrNull(RecordTable table, TableReader.Row row, String column) {
        String text = table.cell(row, column);
        if (text.isEmpty()) {
            return null;
        }
        OptionalLong value = Cells.whole(text);
        if (value.isEmpty() || Math.abs(value.getAsLong()) > Integer.MAX_VALUE) {
            table.refuse(row, column, "not-a-whole-number");
            return null;
        }
        return (int) value.getAsLong();
    }

    private static int count(RecordTable table, TableReader.Row row, String column) {
        OptionalLong value = Cells.whole(table.cell(row, column));
        if (value.isEmpty() || value.getAsLong() < 0 || value.getAsLong() > Integer.MAX_VALUE) {
            table.refuse(row, column, table.cell(row, column).isEmpty() ? "missing-value" : "not-a-count");
            return 0;
        }
        return (int) value.getAsLong();
    }

    private static Map<InjuryField, String> codes(RecordTable table, TableReader.Row row, CodeSet codeSet) {
        Map<InjuryField, String> codes = new EnumMap<>(InjuryField.class);
        for (InjuryField field : InjuryField.values()) {
            String cell = Cells.fold(table.cell(row, field.label()));
            if (cell.isEmpty() || codeSet.field(field.label()).isEmpty()) {
                continue;
            }
            var known = codeSet.field(field.label()).orElseThrow();
            String plain = cell.replaceFirst("\\.0+$", "").replaceFirst("^0+(?=\\d)", "");
            if (known.code(cell).isPresent()) {
                codes.put(field, cell);
            } else if (known.code(plain).isPresent()) {
                codes.put(field, plain);
            } else {
                List<String> all = known.codes().stream().map(c -> c.code()).toList();
                String near = Nearest.of(cell, all);
                table.refuse(
                        row,
                        field.label(),
                        "unknown-code",
                        codeSet.id(),
                        near.isEmpty() || all.size() <= 20 ? String.join(", ", all) : near);
            }
        }
        return codes;
    }

    private static @Nullable PersonalDetails person(RecordTable table, TableReader.Row row) {
        if (!table.has("name") && !table.has("id_number") && !table.has("telephone") && !table.has("address")) {
            return null;
        }
        return new PersonalDetails(
                table.cell(row, "name"),
                table.cell(row, "id_number"),
                table.cell(row, "telephone"),
                table.cell(row, "address"));
    }

    private static void warnOfConflicts(
            RecordTable table, TableReader.Row row, List<ConsistencyRule> rules, InjuryRecord injury) {
        for (ConsistencyRule rule : rules) {
            if (rule.isBrokenBy(injury)) {
                table.findings()
                        .add(new Finding(
                                "conflict-" + rule.id().toLowerCase(java.util.Locale.ROOT),
                                rule.severity(),
                                new Location(
                                        table.reader().file().name(),
                                        row.line(),
                                        rule.then().field()),
                                rule.text(),
                                org.safecommunity.cli.shell.Texts.both("finding.conflict.hint")));
            }
        }
    }
}
