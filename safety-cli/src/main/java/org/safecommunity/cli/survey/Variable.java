package org.safecommunity.cli.survey;

import java.util.List;

/**
 * A column that a command wants of each respondent.
 *
 * @param name    its name in the header
 * @param numeric whether its cells are numbers; else they are categories
 */
record Variable(String name, boolean numeric) {
    static Variable number(String name) {
        return new Variable(name, true);
    }

    static Variable category(String name) {
        return new Variable(name, false);
    }

    static List<Variable> numbers(List<String> names) {
        return names.stream().map(Variable::number).toList();
    }

    static List<Variable> categories(List<String> names) {
        return names.stream().map(Variable::category).toList();
    }
}
