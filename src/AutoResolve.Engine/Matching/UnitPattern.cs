using AutoResolve.Words;

namespace AutoResolve.Matching;

/// <summary>Something to look for in texts that stand together: the title and the text of the issue, or one of its turns.</summary>
internal abstract class UnitPattern : TextPattern
{
    public sealed override LeafResult Find(ReadOnlySpan<TokenizedText> views, ICollection<Evidence>? evidence)
    {
        if (!HasTurns(views))
            return FindTogether(views, evidence);
        List<TokenizedText> together = [];
        for (var at = 0; at < views.Length; at++)
        {
            if (views[at].Turn is null)
                together.Add(views[at]);
            else if (FindAlone(views.Slice(at, 1), evidence) is { Truth: Truth.True } found)
                return found;
        }

        return FindAlone([.. together], evidence);
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
