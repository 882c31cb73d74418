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
    private readonly Argument<string> _phrase = new("PHRASE") { Description = "The phrase, as a rule has it." };
    private readonly Option<bool> _json = OutputArguments.Json("one JSON document");

    public IReadOnlyList<string> Examples =>
        ["autoresolve words \"cannot sign in\"", "autoresolve words \"=claim letters\"", "autoresolve words \"error 105\" --json"];

    public Command Create()
    {
        var command = new Command(
            "words",
            "Prints all that a phrase finds, and why: other forms of its words, other spellings, other wordings."
        )
        {
            _phrase,
            _json,
        };
        command.SetAction(Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var phrase = parsed.GetValue(_phrase)!;
        var wordings = PhraseWordings.Of(phrase);
        if (wordings.Count == 0)
            throw CommandFailure.Usage($"The phrase '{phrase}' finds nothing: it has no letter or digit, or more than 20 words.");
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
