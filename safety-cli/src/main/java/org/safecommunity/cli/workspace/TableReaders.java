package org.safecommunity.cli.workspace;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.safecommunity.cli.read.Cells;
import org.safecommunity.model.EventDate;
import org.safecommunity.model.Sex;
import org.safecommunity.model.accident.AccidentDomain;
import org.safecommunity.model.accident.AccidentRecord;
import org.safecommunity.model.programme.PopulationCell;
import org.safecommunity.model.standard.Element;
import org.safecommunity.model.standard.Standard;
import org.safecommunity.risk.register.RiskEntry;
import org.safecommunity.risk.score.Factor;
import org.safecommunity.risk.score.Scheme;

/**
 * Turns the rows of the small tables into values of the model. A faulty row is refused and named; the others stay. The
 * injury register has a reader of its own, {@link InjuryReader}, and the survey {@link SurveyReader}.
 */
final class TableReaders {
    private final LocalDate today;

    TableReaders(LocalDate today) {
        this.today = today;
    }

    /** Reads accidents. */
    List<AccidentRecord> accidents(RecordTable table) {
        List<AccidentRecord> accidents = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        RowCells.forEach(table, today, row -> {
            String id = row.id("record_id", ids);
            Optional<AccidentDomain> domain = AccidentDomain.parse(row.text("domain"));
            if (domain.isEmpty()) {
                row.refuse("domain", "unknown-domain", "production, traffic, fire, public-security");
            }
            EventDate date = row.eventDate("date");
            int deaths = (int) row.count("deaths");
            int serious = (int) row.count("serious_injuries");
            int minor = (int) row.count("minor_injuries");
            BigDecimal loss = loss(row);
            if (date != null) {
                AccidentCells.category(row, date);
            }
            if (!row.refused() && date != null) {
                deaths = AccidentCells.deaths(row, domain.orElseThrow(), date, deaths);
            }
            if (!row.refused() && date != null) {
                ids.add(id);
                accidents.add(new AccidentRecord(id, domain.orElseThrow(), date, deaths, serious, minor, loss));
            }
        });
        return accidents;
    }

    private static BigDecimal loss(RowCells row) {
        String text = row.text("direct_loss_10k_yuan");
        Optional<BigDecimal> loss = text.isEmpty() ? Optional.of(BigDecimal.ZERO) : Cells.decimal(text);
        if (loss.isEmpty() || loss.get().signum() < 0) {
            row.refuse("direct_loss_10k_yuan", "not-an-amount");
        }
        return loss.orElse(BigDecimal.ZERO);
    }

    /** Reads the population by year, sex and age band. */
    List<PopulationCell> population(RecordTable table) {
        List<PopulationCell> cells = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        RowCells.forEach(table, today, row -> {
            Integer year = row.requiredWhole("year");
            Sex sex = row.sex();
            String ageGroup = row.folded("age_group").replace('–', '-');
            long persons = row.count("persons");
            if (row.refused() || sex == null || year == null) {
                return;
            }
            if (seen.contains(year + " " + sex + " " + ageGroup)) {
                row.refuse("age_group", "duplicate-cell");
                return;
            }
            try {
                cells.add(new PopulationCell(year, sex, ageGroup, persons));
                seen.add(year + " " + sex + " " + ageGroup);
            } catch (IllegalArgumentException e) {
                row.refuse(PopulationCell.class, e, year, sex, ageGroup, persons);
            }
        });
        return cells;
    }

    /** Reads the risk register; each row names its scheme and is scored by it. */
    List<RiskEntry> risks(RecordTable table) {
        List<RiskEntry> risks = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, Optional<Scheme>> schemes = new LinkedHashMap<>();
        RowCells.forEach(table, today, row -> {
            String id = row.id("risk_id", ids);
            String place = row.required("place");
            String hazard = row.required("hazard");
            Optional<Scheme> scheme = schemes.computeIfAbsent(row.text("scheme"), Scheme::find);
            if (scheme.isEmpty()) {
                row.refuse(
                        "scheme",
                        "unknown-scheme",
                        Scheme.bundled().stream().map(Scheme::id).collect(Collectors.joining(", ")));
                return;
            }
            Map<String, BigDecimal> ratings = ratings(row, scheme.get());
            EventDate review = row.date("next_review");
            if (!row.refused()) {
                ids.add(id);
                risks.add(new RiskEntry(
                        id,
                        place,
                        hazard,
                        row.text("topic"),
                        scheme.get().score(ratings),
                        row.text("controls"),
                        review == null || review.day() == 0
                                ? null
                                : LocalDate.of(review.year(), review.month(), review.day())));
            }
        });
        return risks;
    }

    private static Map<String, BigDecimal> ratings(RowCells row, Scheme scheme) {
        Map<String, BigDecimal> ratings = new LinkedHashMap<>();
        for (Factor factor : scheme.factors()) {
            Optional<BigDecimal> value = Cells.decimal(row.text(factor.name()))
                    .filter(v -> factor.value(v).isPresent());
            if (value.isPresent()) {
                ratings.put(factor.name(), value.get());
            } else {
                row.refuse(factor.name(), "not-on-scale", factor.scaleText());
            }
        }
        return ratings;
    }

    /** Reads the state of each element. */
    List<ElementState> elements(RecordTable table, Standard standard) {
        List<ElementState> states = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        RowCells.forEach(table, today, row -> {
            String element = row.text("element");
            if (standard.element(element).isEmpty()) {
                row.refuse(
                        "element",
                        "unknown-element",
                        standard.elements().stream().map(Element::id).collect(Collectors.joining(", ")));
            } else if (ids.contains(element)) {
                row.refuse("element", "duplicate-id");
            }
            Optional<ElementState.State> state = ElementState.State.parse(row.text("state"));
            if (state.isEmpty()) {
                row.refuse("state", "unknown-state", "met, partly, not-met, not-assessed");
            }
            EventDate on = row.date("assessed_on");
            if (!row.refused()) {
                ids.add(element);
                states.add(new ElementState(element, state.orElseThrow(), row.text("evidence"), on));
            }
        });
        return states;
    }
}
