using AutoResolve.Conditions;
using AutoResolve.Expressions;
using AutoResolve.Json;
using AutoResolve.Operators;
using AutoResolve.Operators.Regexes;
using AutoResolve.Privacy;
using AutoResolve.Regexes;
using AutoResolve.Rules;

namespace AutoResolve.Conversations;

/// <summary>Makes the redactor of a rulebook from its profile.</summary>
internal static class PrivacyCompiler
{
    /// <summary>The most UTF-16 units of an identifier.</summary>
    public const int MaxLength = 64;

    // '#' is any digit.
    private static readonly (string What, string Form)[] Personal =
    [
        ("a social security number", "###-##-####"),
        ("a telephone number", "###-###-####"),
        ("a telephone number", "###-####"),
        ("a card's number", "####-####-####-####"),
        ("a date of birth", "####-##-##"),
        ("a date of birth", "##-##-####"),
    ];

    /// <returns>The redactor; where something is wrong, which is then reported, one that does not know it.</returns>
    public static PersonalDataRedactor Compile(IReadOnlyList<RuleSet> sets, ICollection<Diagnostic> diagnostics)
    {
        if (sets.FirstOrDefault(set => set.Profile is not null) is not { Profile.Privacy: { } privacy } own)
            return PersonalDataRedactor.General;
        var scope = new CompilationScope([own], OperatorCatalog.All, ExpressionReader.None);
        var profile = new RedactionProfile
        {
            Sites = ValuesOf(privacy.Sites),
            PublicNumbers = [.. privacy.PublicNumbers.Select(number => string.Concat(number.Value.Where(char.IsAsciiDigit)))],
            NumberNames = ValuesOf(privacy.Identifiers.SelectMany(identifier => identifier.Words)),
            Identifiers =
            [
                .. privacy
                    .Identifiers.SelectMany(identifier => identifier.Patterns.Where(pattern => IsIdentifier(identifier, pattern, scope)))
                    .Select(pattern => RegexCompiler.Compile(pattern, scope)!),
            ],
            Records = [.. privacy.Records.Select(pattern => RecordOf(pattern, scope)).OfType<CompiledRegex>()],
            People = ValuesOf(privacy.People),
            NotNames = ValuesOf(privacy.NotNames),
        };
        scope.Diagnostics.ForEach(diagnostics.Add);
        return new PersonalDataRedactor(profile);
    }

    private static List<string> ValuesOf(IEnumerable<Located<string>> texts) => [.. texts.Select(text => text.Value)];

    private static bool IsIdentifier(Identifier identifier, Located<string> pattern, CompilationScope scope)
    {
        if (RegexCompiler.Compile(pattern, scope) is null)
            return false;
        var parts = RegexReader.Read(pattern.Value, scope.CharacterSets);
        if (parts is null || PatternBounds.Longest(parts) is not <= MaxLength)
            return Report(
                $"The identifier '{identifier.Name.Value}' could take any part of a text: say how long it is at most, with {{ }} in the "
                    + $"place of * and +; {MaxLength} characters are allowed."
            );
        return PatternBounds.NeedsDigit(parts)
            || Report(
                $"The identifier '{identifier.Name.Value}' could be a word without a digit; only numbers are masked by their form. "
                    + "Ask for a digit in every way through the pattern."
            );

        bool Report(string message)
        {
            scope.Report(pattern.Location, ConversationCodes.OpenIdentifier, message);
            return false;
        }
    }

    // Each by itself: all in one may be too large, however plain each is.
    private static CompiledRegex? RecordOf(Located<string> pattern, CompilationScope scope)
    {
        if (
            RegexCompiler.Compile(pattern, scope) is null
            || RegexCompiler.Compile(pattern with { Value = $@"\A(?:{pattern.Value})\z" }, scope) is not { } whole
        )
            return null;
        foreach (var (what, form) in Personal)
        {
            if (!"0123456789".Any(digit => Takes(whole, form.Replace('#', digit))) && !Takes(whole, Counted(form)))
                continue;
            scope.Report(
                pattern.Location,
                ConversationCodes.PersonalRecord,
                $"What this pattern matches is not masked, and it matches {what} such as {Counted(form)}. Say more of what only your "
                    + "numbers have."
            );
            return null;
        }

        return whole;
    }

    private static bool Takes(CompiledRegex whole, string number) => whole.Find(number, onlyWhether: true) is not null;

    private static string Counted(string form)
    {
        var digit = 0;
        return string.Concat(form.Select(character => character == '#' ? (char)('0' + (++digit % 10)) : character));
    }
}
