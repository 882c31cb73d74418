namespace AutoResolve.Expressions;

/// <summary>An expression cannot be read: what an <see cref="IExpressionParser"/> says about it. It becomes an error of the rules, at the
/// place where the expression stands.</summary>
public sealed class ExpressionException : Exception
{
    /// <summary>The expression is not well formed (AR3012).</summary>
    /// <param name="message">What is wrong, as a sentence goes on: <c>a text is never closed.</c></param>
    /// <param name="position">Where, in UTF-16 units from the start of the expression, from 0.</param>
    /// <param name="innerException">What was thrown first; default: nothing.</param>
    public ExpressionException(string message, int position, Exception? innerException = null)
        : base(message, innerException) => Position = position;

    private ExpressionException(string name, Type? owner, int position, Exception? innerException)
        : this($"There is no '{name}'{(owner is null ? "" : $" in {owner.Name}")}.", position, innerException) =>
        (UnknownName, Owner) = (name, owner);

    /// <summary>Where, in UTF-16 units from the start of the expression, from 0.</summary>
    public int Position { get; }

    /// <summary>The name that stands for nothing; null where something else is wrong.</summary>
    public string? UnknownName { get; }

    /// <summary>The type that has no such member; null where the name stands at the beginning of something.</summary>
    public Type? Owner { get; }

    /// <summary>The expression names what is not there (AR3013). The error lists what there is, and suggests what may be meant.</summary>
    /// <param name="name">The name.</param>
    /// <param name="owner">The type that has no such member; null where the name stands at the beginning of something.</param>
    /// <param name="position">Where, in UTF-16 units from the start of the expression, from 0.</param>
    /// <param name="innerException">What was thrown first; default: nothing.</param>
    public static ExpressionException Unknown(string name, Type? owner, int position, Exception? innerException = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new ExpressionException(name, owner, position, innerException);
    }
}
