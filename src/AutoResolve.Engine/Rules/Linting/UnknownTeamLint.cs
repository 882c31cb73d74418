using AutoResolve.Json;

namespace AutoResolve.Rules.Linting;

/// <summary>Where a desk describes its teams, what names another one has most likely its name wrong.</summary>
internal sealed class UnknownTeamLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var teams = context.Sets.SelectMany(set => set.Desk?.Teams ?? []).Select(team => team.Name).ToList();
        return teams.Count == 0
            ? []
            : OfRules(context.LiveRules).Concat(OfDesks(context)).Where(named => !IsKnown(named.Team)).Select(Report);

        bool IsKnown(string team) => teams.Contains(team, StringComparer.OrdinalIgnoreCase);

        Diagnostic Report((SourceLocation Location, string Team, string What) named)
        {
            var suggestion = Spelling.Closest(named.Team, teams);
            return named.Location.Report(
                LintCodes.UnknownTeam,
                DiagnosticSeverity.Warning,
                $"{named.What}, which the desk does not describe. Correct the name, or add the team to \"teams\" of the desk."
                    + Spelling.DidYouMean(suggestion),
                suggestion
            );
        }
    }

    private static IEnumerable<(SourceLocation Location, string Team, string What)> OfRules(IEnumerable<Rule> rules)
    {
        foreach (var rule in rules)
        {
            var id = rule.Id.Value;
            var named = new[] { rule.Then.Team, rule.Then.WhenAllTried?.Team }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase);
            foreach (var team in named)
                yield return (rule.Then.Location, team, $"Rule '{id}' hands issues to '{team}'");
            if (rule.Then.Team is null && rule.Then.Outcome is RuleOutcome.Route or RuleOutcome.Escalate)
                yield return (
                    rule.Then.Location,
                    rule.Owner,
                    $"Rule '{id}' names no \"team\", so its owner gets the issues: '{rule.Owner}'"
                );
        }
    }

    private static IEnumerable<(SourceLocation Location, string Team, string What)> OfDesks(LintContext context)
    {
        foreach (var desk in context.Sets.Select(set => set.Desk).OfType<SupportDesk>())
        {
            foreach (var form in desk.Forms)
            {
                foreach (var team in form.Teams)
                    yield return (team.Location, team.Value, $"The handover '{form.Title}' is that of '{team.Value}'");
            }

            foreach (var row in desk.PriorityRows)
            {
                foreach (var team in row.Teams)
                    yield return (team.Location, team.Value, $"The priority '{row.Name}' is for '{team.Value}'");
            }
        }
    }
}
