using System.Text;

namespace AutoResolve.Cli.Running;

/// <summary>What a command may use of the world around it.</summary>
internal sealed class Terminal : IDisposable
{
    private readonly StreamWriter? _redirectedOutput;

    public Terminal()
    {
        var unicode = TerminalFeatures.SupportsUnicode();
        var colour = TerminalFeatures.WantsColour();
        TextWriter output = Console.Out;
        if (Console.IsOutputRedirected)
        {
            // The system's writer flushes after each write and, on Windows, writes in the console's code page.
            output = _redirectedOutput = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 16 * 1024)
            {
                NewLine = "\n",
            };
        }

        Out = new Screen(output, !Console.IsOutputRedirected, colour, unicode);
        Error = new Screen(Console.Error, !Console.IsErrorRedirected, colour, unicode);
    }

    /// <summary>One whose output and input are other than the process's, and redirected.</summary>
    public Terminal(TextWriter output, TextWriter error, Func<Stream> openInput)
    {
        Out = new Screen(output, isTerminal: false, colour: false, unicode: true);
        Error = new Screen(error, isTerminal: false, colour: false, unicode: true);
        (InputIsRedirected, OpenInput) = (true, openInput);
    }

    public Screen Out { get; }

    public Screen Error { get; }

    /// <summary>Says, where a command is stopped, what it had written.</summary>
    public Func<string> Written { get; set; } = () => "no file was written";

    public TimeProvider Time { get; } = TimeProvider.System;

    public bool InputIsRedirected { get; } = Console.IsInputRedirected;

    public Func<Stream> OpenInput { get; } = Console.OpenStandardInput;

    public void Dispose() => _redirectedOutput?.Dispose();
}
