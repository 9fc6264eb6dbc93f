package org.safecommunity.cli.survey;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.safecommunity.cli.shell.CommonOptions;
import org.safecommunity.metrics.survey.SurveySums;

/** Sums of numeric variables by domain, each variable over the respondents who have it. */
final class NumberSums {
    private final List<String> variables;
    private final List<SurveySums> sums = new ArrayList<>();
    private final SurveyScan scan;

    private NumberSums(String file, List<String> variables, DesignOptions design, CommonOptions common) {
        this.variables = variables;
        variables.forEach(variable -> sums.add(new SurveySums()));
        this.scan =
                SurveyScan.read(file, Variable.numbers(variables), design, common, (group, leaf, weight, values) -> {
                    for (int i = 0; i < values.size(); i++) {
                        SurveyScan.Value value = values.get(i);
                        if (value != null) {
                            sums.get(i).add(group, leaf, weight, value.number());
                        }
                    }
                });
    }

    static NumberSums read(String file, List<String> variables, DesignOptions design, CommonOptions common) {
        return new NumberSums(file, variables, design, common);
    }

    SurveyScan scan() {
        return scan;
    }

    /** The sums of one variable. */
    SurveySums of(int variable) {
        return sums.get(variable);
    }

    /** What a command does with a variable in a domain. */
    interface Cell {
        void accept(Map<String, String> group, int number, String variable, SurveySums sums);
    }

    /** Visits every domain, and in it every variable. */
    void forEach(Cell cell) {
        List<Map<String, String>> groups = scan.groups();
        for (int g = 0; g < groups.size(); g++) {
            for (int i = 0; i < variables.size(); i++) {
                cell.accept(groups.get(g), g, variables.get(i), sums.get(i));
            }
        }
    }
}
