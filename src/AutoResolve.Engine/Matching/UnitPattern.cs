using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Something to look for in texts that stand together: the title and the text of the issue, or one of its turns.</summary>
internal abstract class UnitPattern : TextPattern
{
    public sealed override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        if (!HasTurns(views))
            return FindTogether(views, evidence);
        var result = LeafResult.Fails;
        foreach (var unit in UnitsOf(views))
        {
            result = FindAlone(unit, evidence);
            if (result.Truth == Truth.True)
                break;
        }

        return result;
    }

    /// <summary>What stands together: each turn, then what the issue itself says.</summary>
    protected static IReadOnlyList<TokenizedText[]> UnitsOf(ReadOnlySpan<TokenizedText> views)
    {
        List<TokenizedText[]> units = [];
        List<TokenizedText> together = [];
        foreach (var view in views)
        {
            if (view.Turn is null)
                together.Add(view);
            else
                units.Add([view]);
        }

        units.Add([.. together]);
        return units;
    }

    /// <summary>Looks in texts that stand together.</summary>
    protected abstract LeafResult FindTogether(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence);

    private static bool HasTurns(ReadOnlySpan<TokenizedText> views)
    {
        foreach (var view in views)
        {
            if (view.Turn is not null)
                return true;
        }

        return false;
    }

    // What failed is no evidence.
    private LeafResult FindAlone(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        List<Evidence>? own = evidence is null ? null : [];
        var result = FindTogether(views, own);
        if (result.Truth == Truth.True)
            own?.ForEach(evidence!.Add);
        return result;
    }
}
