namespace AutoResolve.Insights.Figures.Reporting;

/// <summary>What the figures mean. Shown in every report; rules/docs/figures.md says the same.</summary>
internal static class Definitions
{
    public static ReportSection Section(int grace) =>
        new(
            "definitions",
            "What the figures mean",
            "",
            [new("word", "Word"), new("meaning", "Meaning")],
            [
                .. Words(grace == 1 ? "one day" : $"{grace} days")
                    .Select(row => (IReadOnlyList<Cell>)[Cell.Of(row.Word), Cell.Of(row.Meaning)]),
            ]
        );

    /// <param name="days">The days of grace, in words.</param>
    public static IReadOnlyList<(string Word, string Meaning)> Words(string days) =>
        [
            (
                "Issue",
                "What somebody asked for once, however often it was decided. It counts in the month in which it "
                    + "was first decided, by the clock of the reporting zone; an issue of a history by its date."
            ),
            (
                "Tier",
                "The highest tier that a rule named for the issue: 0 another desk, 1 agents, 2 troubleshooters, 3 "
                    + "product teams. Where people got it, the tier that it reached; where a rule answered it, the "
                    + "tier that this saved. None is named for issues that no rule knows."
            ),
            (
                "What became of an issue",
                $"Exactly one thing, so that all add up to 100 %. Answered or fixed, and it held: {days} passed "
                    + $"after the answer in which nobody came back, or only to close it; where a later answer "
                    + $"holds, that one counts. Opened again: after an answer the issue came back and was not "
                    + $"just closed, the same requester came "
                    + "with the same type, somebody said that it did not help, or a person or team took it up, "
                    + "whoever solved it then. Handed to people: a person or team got it before any answer, "
                    + "whatever a rule answered later: with a team after questions where something was "
                    + "asked, else routed or escalated. "
                    + "Closed by the customer: taken back, or solved before a rule answered or people had it. "
                    + "Nothing to do: praise, automatic replies, and what became part of another issue. Still "
                    + "open: answered or fixed and not yet sure, waiting for the customer who was asked, or under way."
            ),
            (
                "Asked",
                $"A question was put to whoever wrote, whatever else was done. Answered: they wrote again and "
                    + $"what they wrote was taken for an answer. Never answered: they did not within {days}, or not "
                    + $"before the deadline, whatever came later."
            ),
            (
                "Type",
                "The issue type of the rule that decided last; unknown where none matched. In a history, the type that people gave it."
            ),
            ("Team", "The team to which the rule that decided last hands the issue, else the rule's owner."),
            (
                "Answered by rule",
                "A rule answered or fixed it, it was told or done, and no person had to but for an approval, nor "
                    + "had people got it before. What became part of another issue is not. The last decision of an "
                    + "issue counts, but for one that only closes it. What a rule would have done while "
                    + "automation only watches or suggests does not: a person got it."
            ),
            ("Confirmed", $"Answered by rule, and within {days} the customer or an agent said that it helped, and nobody came back."),
            (
                "Assumed",
                $"Answered by rule, and for {days} nothing more was heard of it. Where the requester is not known "
                    + $"nobody could be seen to come back; how many these are stands beside it."
            ),
            (
                "Reopened",
                $"Answered by rule, but within {days} somebody said that it did not help, the same requester came "
                    + $"with the same type, a person or team took it up, or the issue itself came back after it had "
                    + $"been followed. Not counted as resolved."
            ),
            (
                "Decided again",
                $"An answer after which its issue was decided again within the {days} that it is followed. It is "
                    + $"not the issue's last word, so it counts in no other share, but against its rule."
            ),
            (
                "Pending",
                $"Answered by rule, and {days} since the answer are not over. What was heard of it until now does "
                    + $"not count yet: who is helped says so sooner than who says nothing."
            ),
            ("Resolved by rule", "Confirmed and assumed together."),
            ("Judged", "Answered by rule, and known to be resolved or reopened."),
            ("Escalated", "Handed to a person. In a history, what its column says."),
            (
                "To a person or team",
                "Took people's time: escalated or routed by any decision, or answered or asked and then taken up by a person or team."
            ),
            ("Routed", "Sent to a team, with what it needs."),
            (
                "Begun and not finished",
                "Decided, but the journal does not say that what was to be done was done: 'autoresolve journal doubt' lists such issues."
            ),
            ("Others", "Asked for what is missing, pending, reopened, not finished, closed, or nothing was to be done."),
            (
                "Not resolved",
                "All issues but those resolved by rule, the pending, and those where nothing was to be done. What "
                    + "guards leave to people is not told among them."
            ),
            ("First-contact share", "Resolved by rule with the first decision, of all issues."),
            ("Time to resolution", "From the first decision to the answer, of the issues resolved by rule."),
            (
                "Minutes of people",
                "What issues took of the people who dealt with them, which are all of a history, and of a journal "
                    + "the escalated, the routed, and the answered that people took up again, not those that are "
                    + "still open: as measured where a history says it, else minutes given for the tier, else "
                    + "the mean of what was measured."
            ),
            (
                "n, interval",
                "n is of how many. The interval holds the true share in 95 of 100 such reports (Wilson); with few issues it is wide."
            ),
            ("Change, a day", "How many more or fewer came a day than in the baseline, with its 95 % interval."),
            (
                "Mix-adjusted",
                "The change within types, so that another mix of types is no change (Mantel and Haenszel; "
                    + "intervals of differences by Newcombe). Types that came only in one of both say nothing of it."
            ),
            (
                "By chance?",
                "How likely so large a difference would be if nothing had changed: exact tests of two counts "
                    + "(Poisson) and two shares (Fisher); mix-adjusted the test of Mantel and Haenszel; in tables "
                    + "corrected for their number of rows (Benjamini and Hochberg). "
                    + "Below 0.05 that is called unlikely, below 0.01 very unlikely; above it may be chance. "
                    + "Intervals are not corrected: of many rows a few leave out zero by chance. A dash: cannot "
                    + "be tested, or not yet. The tests take issues to come one by one: an outage brings "
                    + "many at once, and looks unlikelier than it is."
            ),
            (
                "Final",
                $"Each issue is followed for {days} after its first decision, and each answer for {days} after it "
                    + $"was given, whatever the period; later entries change nothing."
            ),
        ];
}
