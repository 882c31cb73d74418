namespace AutoResolve.Rules.Model;

/// <summary>Whose actions a once-per window counts.</summary>
internal enum OncePerBy
{
    Requester = 0,
    Issue,

    /// <summary>Everybody's: once for the whole host.</summary>
    Rule,
}
