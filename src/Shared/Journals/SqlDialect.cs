namespace AutoResolve.Shared.Journals;

/// <summary>What the stores say differently when they are read. Times are texts that sort, as <see cref="EntryRow"/> writes them.</summary>
internal abstract class SqlDialect
{
    /// <summary>The store's clock.</summary>
    public abstract string Now { get; }

    /// <summary>Says that a column is one of the texts of a parameter.</summary>
    public abstract string IsAmong(string column, string parameter);

    /// <summary>Those texts as the parameter's value.</summary>
    public abstract object ListOf(IReadOnlyList<string> texts);

    /// <summary>Selects the decisions between <c>@first</c> and <c>@last</c>, with what their content holds as columns.</summary>
    public abstract string Decisions { get; }

    /// <summary>The last time that lies no more than <c>@grace</c> days of 24 hours after a time.</summary>
    public abstract string GraceAfter(string time);

    /// <summary>The seconds between two times.</summary>
    public abstract string SecondsBetween(string earlier, string later);

    /// <summary>A text in the content of an entry; null where it is not there.</summary>
    public abstract string TextIn(string content, params string[] path);

    /// <summary>What to say once on the connection before counting; null for nothing.</summary>
    public virtual string? Settings => null;

    /// <summary>Stands between AS and the part that reads all decisions; nothing where the database does that on one processor.</summary>
    public virtual string InParallel => "";

    /// <summary>
    /// Stands at the end of a part that is not to be merged into what is around it, so that its expressions are evaluated once for each
    /// row, however often they are used.
    /// </summary>
    public abstract string OptimizationBarrier { get; }
}
