package org.safecommunity.model.programme;

import java.util.ArrayList;
import java.util.List;
import org.safecommunity.model.LocalText;
import org.safecommunity.model.validation.Finding;
import org.safecommunity.model.validation.Location;
import org.safecommunity.model.validation.Severity;

/**
 * Checks a population by sex and age as a whole: age bands must not overlap, or persons are counted twice. A row for all
 * ages beside the bands, usual in yearbooks (合计), is found this way too.
 */
public final class PopulationCheck {
    private PopulationCheck() {}

    /**
     * What is wrong with a population.
     *
     * @param cells cells in the order of the file
     * @param file  name of the file for the location
     * @return one error for each cell that overlaps one before it, sorted by place; empty when there is none. Never throws
     */
    public static List<Finding> findings(List<PopulationCell> cells, String file) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (cells.get(i).overlaps(cells.get(j))) {
                    findings.add(overlap(cells.get(i), cells.get(j), file, i));
                    break;
                }
            }
        }
        return findings.stream().sorted().toList();
    }

    private static Finding overlap(PopulationCell cell, PopulationCell before, String file, int index) {
        String en = cell.year() + ", " + cell.sex().title().en() + ": ages " + cell.ageGroup() + " overlap ages "
                + before.ageGroup();
        String zh = cell.year() + " 年" + cell.sex().title().zh() + "：年龄组 " + cell.ageGroup() + " 与 " + before.ageGroup()
                + " 重叠";
        return new Finding(
                "overlapping-ages",
                Severity.ERROR,
                Location.ofPath(file, "[" + index + "].ageGroup"),
                new LocalText(en, zh),
                new LocalText("keep one of the two; leave out rows of totals", "二者保留其一；请去掉合计行"));
    }
}
