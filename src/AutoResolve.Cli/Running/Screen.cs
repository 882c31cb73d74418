using AutoResolve.Cli.Rendering;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace AutoResolve.Cli.Running;

/// <summary>Standard output or standard error. Redirected, it gets plain text whose lines are never broken or cut by a width.</summary>
internal sealed class Screen
{
    private const int Unbounded = 100_000;

    private readonly TextWriter _writer;
    private readonly bool _colour;

    public Screen(TextWriter writer, bool isTerminal, bool colour, bool unicode)
    {
        _writer = writer;
        _colour = isTerminal && colour;
        IsTerminal = isTerminal;
        Marks = unicode ? Symbols.Unicode : Symbols.Ascii;
        Console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = _colour ? AnsiSupport.Detect : AnsiSupport.No,
                ColorSystem = _colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
                Interactive = isTerminal ? InteractionSupport.Detect : InteractionSupport.No,
                Out = new AnsiConsoleOutput(writer),
            }
        );
        Width = isTerminal ? Math.Max(40, Console.Profile.Width) : Unbounded;
        Console.Profile.Capabilities.Unicode = unicode;
        Console.Profile.Width = Width;
    }

    public bool IsTerminal { get; }

    public int Width { get; }

    public Symbols Marks { get; }

    public IAnsiConsole Console { get; }

    /// <summary>One line as it is; a terminal breaks it where it must.</summary>
    public void Line(string text = "") => _writer.Write(text + '\n');

    /// <summary>One line of Spectre markup; the texts in it must be escaped. What would drive the terminal is taken out.</summary>
    public void Markup(string markup)
    {
        markup = SafeText.Block(markup).Replace('\n', ' ');
        if (!_colour)
        {
            Line(Spectre.Console.Markup.Remove(markup));
            return;
        }

        Console.Profile.Width = Unbounded;
        Console.MarkupLine(markup);
        Console.Profile.Width = Width;
    }

    public void Render(IRenderable renderable) => Console.Write(renderable);

    public void Flush() => _writer.Flush();

    public TextWriter Writer => _writer;
}
