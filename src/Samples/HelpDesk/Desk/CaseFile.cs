using System.Collections.Concurrent;
using AutoResolve;

namespace HelpDesk.Desk;

/// <summary>
/// Cases as they were delivered, with their turns, in memory. What is approved is planned from them, for the journal's copy is masked.
/// </summary>
internal sealed class CaseFile
{
    private readonly ConcurrentDictionary<CaseReference, Issue> _cases = new();

    public Issue Keep(Issue issue) => _cases.AddOrUpdate(CaseReference.Of(issue), issue, (_, known) => issue with { Turns = known.Turns });

    /// <returns>The case with the turn; null where it is not known here.</returns>
    public Issue? Add(CaseReference reference, Turn turn)
    {
        while (_cases.TryGetValue(reference, out var known))
        {
            if (known.Turns.Any(other => other.Id == turn.Id))
                return known;
            var longer = known with { Turns = [.. known.Turns, turn] };
            if (_cases.TryUpdate(reference, longer, known))
                return longer;
        }

        return null;
    }
}
