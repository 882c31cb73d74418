namespace Snippets;

/// <summary>What the guide's source of rules reads from.</summary>
internal interface IRulesDatabase
{
    IAsyncEnumerable<(string Path, string Json)> RulesAsync(CancellationToken cancellationToken);
}
