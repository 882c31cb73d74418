using Microsoft.Extensions.Options;

namespace AutoResolve.Cases;

/// <summary>Tells by its turns whether a person has written to the customer of a case.</summary>
internal sealed class PersonReplies(IOptionsMonitor<AutoResolveOptions> options)
{
    /// <param name="turns">The turns.</param>
    /// <param name="issue">The issue that they are of.</param>
    public bool AnyIn(IEnumerable<Turn> turns, Issue issue)
    {
        var said = Authorship.ByChannel(issue with { Turns = [.. turns] }, options.CurrentValue.ChannelAuthors);
        return said.Turns.Any(turn => Authorship.IsToCustomer(turn, said));
    }
}
