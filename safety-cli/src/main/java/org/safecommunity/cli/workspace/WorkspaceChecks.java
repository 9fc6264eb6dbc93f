package org.safecommunity.cli.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.safecommunity.cli.shell.Texts;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.programme.CommunityDraft;
import org.safecommunity.model.programme.PopulationCell;
import org.safecommunity.model.programme.ProfileCheck;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/** What is looked at once everything was read: the profile beside the population, and the size of the survey's sample. */
final class WorkspaceChecks {
    /** Answers for a 95% interval of a share near one half of 10 and of 5 points to each side: 1.96² / (4 · d²). */
    private static final int FOR_TEN_POINTS = 97;

    private static final int FOR_FIVE_POINTS = 385;
    private static final double HALF_WIDTH_OF_ONE = 98;

    private WorkspaceChecks() {}

    static List<Finding> of(WorkspaceDraft draft, Workspace.Tables content) {
        List<Finding> findings = new ArrayList<>();
        CommunityDraft profile = draft.community();
        if (profile != null) {
            findings.addAll(ProfileCheck.check(profile, residents(content.population), Workspace.FILE));
        }
        WorkspaceDraft.SurveyDraft survey = draft.survey();
        if (survey != null && survey.file() != null) {
            String file = survey.file();
            content.survey.forEach(counts -> sample(counts, file, findings));
        }
        return findings;
    }

    /** Residents of the last year of the population, 0 without one. */
    private static long residents(List<PopulationCell> population) {
        TreeMap<Integer, Long> byYear = new TreeMap<>();
        population.forEach(cell -> byYear.merge(cell.year(), cell.persons(), Long::sum));
        Map.Entry<Integer, Long> last = byYear.lastEntry();
        return last == null ? 0 : last.getValue();
    }

    /** Article 13: a rate comes with its sample size; one of a small sample says little. */
    private static void sample(QuestionCounts counts, String file, List<Finding> findings) {
        long answered = counts.answered();
        if (answered == 0 || answered >= FOR_FIVE_POINTS) {
            return;
        }
        boolean tiny = answered < FOR_TEN_POINTS;
        String points = String.format(Locale.ROOT, "%.1f", HALF_WIDTH_OF_ONE / Math.sqrt(answered));
        int wanted = tiny ? FOR_TEN_POINTS : FOR_FIVE_POINTS;
        int width = tiny ? 10 : 5;
        findings.add(new Finding(
                "small-sample",
                tiny ? Severity.WARNING : Severity.INFO,
                new Location(file, 0, counts.question().column()),
                text("finding.small-sample", answered, points),
                text("finding.small-sample.hint", wanted, width)));
    }

    private static LocalText text(String key, Object... arguments) {
        return Texts.both(key, arguments);
    }
}
