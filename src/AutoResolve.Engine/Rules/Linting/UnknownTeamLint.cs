namespace AutoResolve.Rules.Linting;

/// <summary>Where a desk describes its teams, a rule that hands issues to another one has most likely its name wrong.</summary>
internal sealed class UnknownTeamLint : ILint
{
    public IEnumerable<Diagnostic> Check(LintContext context)
    {
        var teams = context.Sets.SelectMany(set => set.Desk?.Teams ?? []).Select(team => team.Name).ToList();
        return from rule in teams.Count == 0 ? [] : context.LiveRules
            from team in new[] { rule.Then.Team, rule.Then.WhenAllTried?.Team }.OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)
            where !teams.Contains(team, StringComparer.OrdinalIgnoreCase)
            let suggestion = Spelling.Closest(team, teams)
            select rule.Then.Location.Report(
                LintCodes.UnknownTeam,
                DiagnosticSeverity.Warning,
                $"Rule '{rule.Id.Value}' hands issues to '{team}', which the desk does not describe. "
                    + $"Correct the name, or add the team to \"teams\" of the desk.{Spelling.DidYouMean(suggestion)}",
                suggestion
            );
    }
}
