using AutoResolve.Expressions;
using AutoResolve.Json.Reading;
using AutoResolve.Rules.Reading;

namespace AutoResolve;

/// <summary>How a rulebook is loaded. In a host these may change while it runs: they hold from the next time that rules are
/// loaded.</summary>
public sealed class RulebookOptions
{
    private static readonly TimeSpan MaxTimeout = TimeSpan.FromDays(1);

    /// <summary>Whether rules may hold C#-like expressions. They are code: allow them only for rules you trust. May change while the host
    /// runs.</summary>
    /// <value>Default: false; a rule with an expression is then an error (AR3011).</value>
    public bool AllowExpressions { get; set; }

    /// <summary>What reads expressions where they are allowed: <c>RulesEngineExpressions.Parser</c> of the package AutoResolve.RulesEngine.
    /// Set in code; configuration cannot set it.</summary>
    /// <value>Default: null; where expressions are allowed, a rule with one is then an error (AR3021).</value>
    public IExpressionParser? ExpressionParser { get; set; }

    /// <summary>The locale of issues that have none, and the last resort for answers. May change while the host runs.</summary>
    /// <value>Default: <c>en</c>.</value>
    public string DefaultLocale { get; set; } = "en";

    /// <summary>Whether the language of an issue without a locale, or whose text is certainly in another than that of its locale, is read
    /// from its text. Where that is certain, it is answered and asked in that language, or goes to a person
    /// (<see cref="ResolutionReason.LanguageMissing"/>). May change while the host runs.</summary>
    /// <value>Default: true. False: what issues are told is in the language of their locale, or in <see cref="DefaultLocale"/>, whatever
    /// they are written in.</value>
    public bool ReadLanguage { get; set; } = true;

    /// <summary>Whether phrases find other wordings than that of their author and its inflections; false only to measure what these
    /// cost.</summary>
    internal bool FindsWordings { get; set; } = true;

    /// <summary>The names of actions that the host carries out besides those of its registered handlers. May change while the host
    /// runs.</summary>
    /// <remarks>Where there are any, or registered handlers, a rule that names another is a warning (AR3039), and what it wins goes to a
    /// person; a name that the rule files do not declare under <c>handlers</c> either is an error (AR3034).</remarks>
    /// <value>Default: null. Where there are no registered handlers either, names are checked against the rule files only.</value>
    public IReadOnlyCollection<string>? Handlers { get; set; }

    /// <summary>The largest rule file that is read, in bytes. May change while the host runs.</summary>
    /// <value>Default: 8 MiB.</value>
    public long MaxFileBytes { get; set; } = 8 * 1024 * 1024;

    /// <summary>How long the source may take to give all its files; after that the rules have an error. May change while the host
    /// runs.</summary>
    /// <value>Default: 30 seconds.</value>
    public TimeSpan SourceTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <exception cref="ArgumentException">A value is wrong.</exception>
    internal static RulebookOptions Checked(RulebookOptions? options, string parameter)
    {
        options ??= new RulebookOptions();
        return options.Validate() is { Count: > 0 } problems ? throw new ArgumentException(string.Join(' ', problems), parameter) : options;
    }

    /// <summary>Checks the values.</summary>
    /// <returns>What is wrong with them, each as a sentence that begins with the name of a property; empty where nothing is.</returns>
    public IReadOnlyList<string> Validate()
    {
        List<string> problems = [];
        if (MaxFileBytes is < 1 or > int.MaxValue)
            problems.Add($"{nameof(MaxFileBytes)} is {MaxFileBytes}; it must be 1 to {int.MaxValue}.");
        if (SourceTimeout <= TimeSpan.Zero || SourceTimeout > MaxTimeout)
            problems.Add($"{nameof(SourceTimeout)} is {SourceTimeout}; it must be longer than zero, at most {MaxTimeout}.");
        if (DefaultLocale is not { } locale || !LanguageReader.Fits(locale))
            problems.Add($"{nameof(DefaultLocale)} is '{DefaultLocale}'; it must be a language, such as en or es-MX.");
        foreach (var handler in Handlers ?? [])
        {
            if (handler is null || !NameForm.Handler.Fits(handler))
                problems.Add(
                    $"{nameof(Handlers)} has '{handler}'; a handler's name has {NameForm.Handler.Description}, "
                        + $"such as {NameForm.Handler.Example}."
                );
        }

        return problems;
    }
}
