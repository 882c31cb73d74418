using System.CommandLine;
using AutoResolve.Cli.Options;
using AutoResolve.Cli.Output;
using AutoResolve.Cli.Rendering;
using AutoResolve.Cli.Running;
using Newtonsoft.Json.Linq;

namespace AutoResolve.Cli.Commands;

/// <summary>Tells an author what a phrase finds.</summary>
internal sealed class WordsCommand(Terminal terminal) : ICliCommand
{
    private readonly Argument<string[]> _phrase = new("PHRASE")
    {
        Description = "The phrase, as a rule has it, in quotes.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<string> _language = new("--language")
    {
        Description = "The language of the set or list that has the phrase, such as de.",
        HelpName = "TAG",
        DefaultValueFactory = _ => PhraseWordings.DefaultLanguage,
    };
    private readonly Option<bool> _compounds = new("--compounds")
    {
        Description = "As with \"compounds\": true in the set or list: German words also in compounds.",
    };
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    public IReadOnlyList<string> Examples =>
        [
            "autoresolve words \"cannot sign in\"",
            "autoresolve words \"=claim letters\"",
            "autoresolve words \"Konto\" --language de --compounds",
            "autoresolve words \"error 105\" --json",
        ];

    public Command Create()
    {
        var command = new Command(
            "words",
            "Prints all that a phrase finds, and why: other forms of its words, other spellings, other wordings."
        )
        {
            _phrase,
            _language,
            _compounds,
            _json,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var words = parsed.GetValue(_phrase)!;
        var phrase = string.Join(' ', words);
        if (words.Length > 1)
            throw CommandFailure.Usage($"Put the phrase in quotes: autoresolve words \"{phrase}\".");
        var (language, compounds) = (parsed.GetValue(_language)!, parsed.GetValue(_compounds));
        if (compounds && !language.StartsWith("de", StringComparison.OrdinalIgnoreCase))
            throw CommandFailure.Usage("Only German words are found in compounds: add --language de, or leave --compounds out.");
        if (PhraseWordings.ProblemOf(phrase) is { } problem)
            throw CommandFailure.Usage(problem);
        var wordings = PhraseWordings.Of(phrase, language, compounds);
        if (parsed.GetValue(_json))
            JsonOutput.WriteDocument(Json(phrase, wordings), terminal.Out);
        else
            WordingText.Write(wordings, terminal.Out);
        return ExitCodes.Ok;
    }

    private static JObject Json(string phrase, IReadOnlyList<PhraseWording> wordings) =>
        new()
        {
            ["phrase"] = phrase,
            ["wordings"] = new JArray(
                wordings.Select(wording => new JObject
                {
                    ["why"] = new JArray(wording.Kinds.Select(kind => JsonOutput.Name(kind))),
                    ["words"] = new JArray(wording.Words.Select(forms => new JArray(forms))),
                })
            ),
        };
}
