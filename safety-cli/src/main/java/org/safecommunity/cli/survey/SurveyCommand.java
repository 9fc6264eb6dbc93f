package org.safecommunity.cli.survey;

import picocli.CommandLine.Command;

/** Noun of the survey commands. */
@Command(name = "survey")
public final class SurveyCommand {}
