package org.safecommunity.model.accident;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.source.SourceDocument;
import org.safecommunity.model.validation.Duplicates;
import org.safecommunity.model.validation.Finding;

/** Rules between grades, schemes and domains. Each lists every fault. */
final class GradeRules {
    private GradeRules() {}

    static List<Finding> ofGrades(List<AccidentGrade> grades) {
        List<Finding> faults = new ArrayList<>(Duplicates.in(grades, "grades", "id", AccidentGrade::id));
        faults.addAll(Duplicates.in(grades, "grades", "rank", grade -> Integer.toString(grade.rank())));
        List<AccidentGrade> rising = grades.stream()
                .sorted(Comparator.comparingInt(AccidentGrade::rank))
                .toList();
        AccidentGrade lowest = rising.get(0);
        if (lowest.deathsFrom() != 0
                || lowest.seriousInjuriesFrom() != 0
                || lowest.directLossFrom10kYuan().compareTo(BigDecimal.ZERO) != 0) {
            faults.add(
                    bounds("grade-gap", grades.indexOf(lowest), "bounds of the lowest grade must be 0", "最低等级的下限须为 0"));
        }
        for (int i = 1; i < rising.size(); i++) {
            AccidentGrade below = rising.get(i - 1);
            AccidentGrade grade = rising.get(i);
            if (grade.rank() != below.rank() && !grade.isAbove(below)) {
                faults.add(bounds(
                        "grade-not-rising",
                        grades.indexOf(grade),
                        "each bound must be above that of grade " + below.id(),
                        "各项下限须高于等级 " + below.id()));
            }
        }
        return faults;
    }

    static List<Finding> ofFile(
            List<SourceDocument> sources, List<GradeScheme> schemes, List<GradeScheme.DomainScheme> domains) {
        List<Finding> faults = new ArrayList<>(Duplicates.in(schemes, "schemes", "id", GradeScheme::id));
        faults.addAll(
                Duplicates.in(domains, "domains", "id", domain -> domain.id().label()));
        for (int i = 0; i < schemes.size(); i++) {
            String path = "schemes[" + i + "]";
            faults.addAll(schemes.get(i).provenance().unresolved(path + ".provenance", sources));
        }
        for (int i = 0; i < domains.size(); i++) {
            GradeScheme.DomainScheme domain = domains.get(i);
            String path = "domains[" + i + "]";
            String scheme = domain.scheme();
            if (scheme != null && schemes.stream().noneMatch(s -> s.id().equals(scheme))) {
                faults.add(Finding.error(
                        "unknown-scheme",
                        path + ".scheme",
                        new LocalText(
                                "scheme must be one of the schemes of the file, was " + scheme,
                                "等级方案须为文件中已有的方案，现为 " + scheme),
                        new LocalText("correct the id, or leave it out", "请改正编号，或不填")));
            }
            faults.addAll(domain.provenance().unresolved(path + ".provenance", sources));
        }
        return faults;
    }

    private static Finding bounds(String code, int index, String en, String zh) {
        return Finding.error(
                code,
                "grades[" + index + "]",
                new LocalText(en, zh),
                new LocalText("compare the bounds with the rule text", "请与规定原文核对各项界限"));
    }
}
