using System.CommandLine;

namespace AutoResolve.Cli.Options;

/// <summary>An option whose value is one of a few words. Help shows the usual one as it is written.</summary>
internal sealed class ChoiceOption<T> : Option<T>
    where T : struct, Enum
{
    private readonly T? _usual;

    /// <param name="name">The option, such as <c>--sort</c>.</param>
    /// <param name="description">What it says, with the words.</param>
    /// <param name="helpName">What stands for the word in the help.</param>
    /// <param name="usual">What counts where it is not given; null where it must be.</param>
    public ChoiceOption(string name, string description, string helpName, T? usual)
        : base(name)
    {
        _usual = usual;
        Required = usual is null;
        Description = usual is { } value ? $"{description} [default: {Word(value)}]" : description;
        HelpName = helpName;
        CustomParser = result =>
        {
            var word = result.Tokens[0].Value;
            var words = Enum.GetValues<T>().Select(Word).ToList();
            if (words.Contains(word, StringComparer.OrdinalIgnoreCase))
                return Enum.Parse<T>(word, ignoreCase: true);
            result.AddError($"'{name}' is one of {string.Join(", ", words)}; found '{SafeText.Start(word, 40)}'.");
            return default;
        };
    }

    public T Read(ParseResult parsed) => parsed.GetResult(this) is null ? _usual.GetValueOrDefault() : parsed.GetValue(this);

    private static string Word(T value) => value.ToString().ToLowerInvariant();
}
