using AutoResolve.Rules.Model;

namespace AutoResolve.Matching.Compiling;

/// <summary>Follows names from list to list and from condition to condition.</summary>
internal static class References
{
    /// <summary>The way by which a list leads back to itself, as names; null where it does not.</summary>
    public static IReadOnlyList<string>? Circle(PhraseList list, RuleSet owner, CompilationScope scope) =>
        Circle((list, owner), list.Name.Value, from => Used(from.Item, scope.NamesOf(from.Owner)));

    /// <summary>The way by which a named condition leads back to itself, as names; null where it does not.</summary>
    public static IReadOnlyList<string>? Circle(NamedCondition named, RuleSet owner, CompilationScope scope) =>
        Circle((named, owner), named.Name.Value, from => Used(from.Item.Condition, scope.NamesOf(from.Owner)));

    // Breadth first and without recursion: a hostile file can chain any number of names.
    private static List<string>? Circle<T>((T Item, RuleSet Owner) start, string name, Func<(T Item, RuleSet Owner), IEnumerable<(string Name, (RuleSet Owner, T Item) To)>> follow)
        where T : class
    {
        var cameFrom = new Dictionary<T, (string Name, T From)>(ReferenceEqualityComparer.Instance);
        var waiting = new Queue<(T Item, RuleSet Owner)>([start]);
        while (waiting.TryDequeue(out var from))
        {
            foreach (var (usedName, to) in follow(from))
            {
                if (ReferenceEquals(to.Item, start.Item))
                    return Path(name, from.Item, start.Item, cameFrom);
                if (cameFrom.TryAdd(to.Item, (usedName, from.Item)))
                    waiting.Enqueue((to.Item, to.Owner));
            }
        }

        return null;
    }

    private static List<string> Path<T>(string name, T last, T start, Dictionary<T, (string Name, T From)> cameFrom)
        where T : class
    {
        List<string> path = [name];
        for (var at = last; !ReferenceEquals(at, start); at = cameFrom[at].From)
            path.Add(cameFrom[at].Name);
        path.Add(name);
        path.Reverse();
        return path;
    }

    private static IEnumerable<(string Name, (RuleSet Owner, PhraseList Item) To)> Used(PhraseList list, SetNames names) =>
        from phrase in list.Phrases
        from chunk in PhraseCompiler.Chunks(phrase.Value)
        where chunk.StartsWith('@') && names.Lists.ContainsKey(chunk[1..])
        select (chunk[1..], names.Lists[chunk[1..]]);

    private static IEnumerable<(string Name, (RuleSet Owner, NamedCondition Item) To)> Used(Condition condition, SetNames names) => condition switch
    {
        UseCondition use when names.Conditions.TryGetValue(use.Name.Value, out var named) => [(use.Name.Value, named)],
        GroupCondition group => (group.All ?? []).Concat(group.Any ?? []).Concat(group.None ?? []).SelectMany(child => Used(child, names)),
        _ => [],
    };
}
