package org.safecommunity.cli.region;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.safecommunity.cli.print.Remark;
import org.safecommunity.cli.print.ResultRow;
import org.safecommunity.metrics.Confidence;
import org.safecommunity.metrics.interval.PoissonIntervalMethod;
import org.safecommunity.metrics.rate.CrudeRate;
import org.safecommunity.metrics.rate.RateScale;
import org.safecommunity.model.programme.CommunityType;

/** The rows of a region: communities by type and stage, the population covered, the pooled rate, then each community. */
final class RegionRows {
    private final List<Member> members;
    private final RateScale scale;
    private final Confidence confidence;
    private final Locale locale;
    private final boolean explain;
    private final List<Member> rated;
    private final long allEvents;
    private final double allPersonYears;

    RegionRows(List<Member> members, RateScale scale, Confidence confidence, Locale locale, boolean explain) {
        this.members = members;
        this.scale = scale;
        this.confidence = confidence;
        this.locale = locale;
        this.explain = explain;
        this.rated = members.stream().filter(m -> m.exposure().hasRate()).toList();
        this.allEvents = rated.stream().mapToLong(m -> m.exposure().events()).sum();
        this.allPersonYears =
                rated.stream().mapToDouble(m -> m.exposure().personYears()).sum();
    }

    /** How many communities there are, in all and by type and stage, beside the targets. */
    List<ResultRow> counts(int refused, Targets targets) {
        List<ResultRow> rows = new ArrayList<>();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("given", (long) members.size() + refused);
        details.put("used", (long) members.size());
        details.put("refused", (long) refused);
        rows.add(ResultRow.count(Map.of(), "communities", members.size(), details));
        for (CommunityType type : CommunityType.values()) {
            for (String stage : stages(type, targets)) {
                rows.add(count(new Targets.Key(type, stage), targets));
            }
        }
        return rows;
    }

    /** All stages of a type together, then each; unknown stages alone are not worth a row of their own. */
    private Set<String> stages(CommunityType type, Targets targets) {
        Set<String> stages = new LinkedHashSet<>();
        members.stream().filter(m -> m.type() == type).forEach(m -> stages.add(m.stage()));
        targets.counts().keySet().stream().filter(key -> key.type() == type).forEach(key -> stages.add(key.stage()));
        if (stages.isEmpty()) {
            return stages;
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(Targets.ALL);
        if (stages.stream().anyMatch(stage -> !stage.equals(Targets.ALL) && !stage.equals(Member.UNKNOWN))) {
            all.addAll(stages);
        }
        return all;
    }

    private ResultRow count(Targets.Key key, Targets targets) {
        long count = members.stream()
                .filter(m -> m.type() == key.type())
                .filter(m -> key.stage().equals(Targets.ALL) || m.stage().equals(key.stage()))
                .count();
        Map<String, Object> details = new LinkedHashMap<>();
        Long target = targets.counts().get(key);
        if (target != null) {
            details.put("target", target);
            details.put("gap", Math.max(0, target - count));
            details.put("met", count >= target);
        }
        return ResultRow.count(
                ResultRow.item("type", key.type().label(), "stage", key.stage()), "communities", count, details);
    }

    /** Persons of the latest year of each community, added up. */
    ResultRow population() {
        List<Long> known =
                members.stream().flatMap(m -> m.population().stream()).toList();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("communities", (long) known.size());
        details.put("withoutPopulation", (long) members.size() - known.size());
        Object sum = known.isEmpty()
                ? null
                : (Object) known.stream().mapToLong(n -> n).sum();
        return ResultRow.plain(Map.of(), "population-covered", sum, details);
    }

    /** The rate of all communities that have one, as if they were one. */
    ResultRow pooled() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("communities", (long) rated.size());
        return ResultRow.of(rate(allEvents, allPersonYears), Map.of(), locale, explain)
                .withDetails(details);
    }

    /** Rate and ratio of each community. */
    List<ResultRow> communities() {
        List<ResultRow> rows = new ArrayList<>();
        for (Member member : members) {
            rows.add(crude(member).withDetails(details(member)));
            ratio(member).ifPresent(ratio -> rows.add(ResultRow.of(ratio, member.group(), locale, explain)));
        }
        return rows;
    }

    /** One row a community for people, the ratio beside the rate. */
    List<ResultRow> lines() {
        List<ResultRow> lines = new ArrayList<>();
        for (Member member : members) {
            Map<String, Object> ratio = new LinkedHashMap<>();
            ratio(member).ifPresent(result -> ratio.put("ratioToPooled", text(result)));
            lines.add(crude(member).withDetails(ratio).withDetails(details(member)));
        }
        return lines;
    }

    private static String text(RatioToPooled result) {
        return result.interval()
                .map(limits -> String.format(
                        Locale.ROOT, "%.2f (%.2f–%.2f)", result.value().orElseThrow(), limits.lower(), limits.upper()))
                .orElse("");
    }

    /** The ratio of a community that has a rate; with one such community alone there is nothing to compare. */
    private Optional<RatioToPooled> ratio(Member member) {
        Exposure exposure = member.exposure();
        return exposure.hasRate() && rated.size() > 1
                ? Optional.of(new RatioToPooled(
                        exposure.events(), exposure.personYears(), allEvents, allPersonYears, confidence))
                : Optional.empty();
    }

    private ResultRow crude(Member member) {
        Exposure exposure = member.exposure();
        if (!exposure.hasRate()) {
            return withoutRate(member);
        }
        ResultRow row = ResultRow.of(rate(exposure.events(), exposure.personYears()), member.group(), locale, explain);
        for (Remark remark : exposure.remarks()) {
            row = row.withWarning(remark);
        }
        return row;
    }

    private CrudeRate rate(long events, double personYears) {
        return CrudeRate.of(events, personYears, scale, PoissonIntervalMethod.GARWOOD, confidence);
    }

    private ResultRow withoutRate(Member member) {
        return new ResultRow(
                member.group(),
                Map.of(),
                "crude-rate",
                null,
                scale.unit(),
                null,
                null,
                null,
                null,
                member.exposure().status().label(),
                Map.of(),
                Map.of(),
                member.exposure().remarks(),
                List.of());
    }

    private static Map<String, Object> details(Member member) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("type", member.type().label());
        details.put("stage", member.stage());
        member.population().ifPresent(persons -> details.put("population", persons));
        List<Integer> years = member.exposure().years();
        if (!years.isEmpty()) {
            int first = years.get(0);
            int last = years.get(years.size() - 1);
            details.put("years", first == last ? String.valueOf(first) : first + "-" + last);
        }
        return details;
    }

    /** Whether the rates are of different years. */
    boolean yearsDiffer() {
        return rated.stream().map(m -> m.exposure().years()).distinct().count() > 1;
    }

    /** Whether the populations count different people. */
    boolean populationKindsDiffer() {
        return members.stream()
                        .map(m -> m.populationKind().orElse(null))
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()
                > 1;
    }
}
