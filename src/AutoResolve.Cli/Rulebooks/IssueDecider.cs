namespace AutoResolve.Cli.Rulebooks;

/// <summary>Decides issues by a rulebook that was loaded already.</summary>
internal sealed class IssueDecider(Rulebook rulebook, RulebookOptions options)
{
    public ValueTask<Resolution> DecideAsync(Issue issue, CancellationToken cancellationToken) => throw new NotImplementedException(rulebook.Revision + options.DefaultLocale);
}
