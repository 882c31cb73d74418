using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Options;

namespace AutoResolve.PlugIns;

/// <summary>What is wrong with the plug-ins of a host, so that all of it is told at once.</summary>
internal sealed class PlugInProblems
{
    private readonly List<string> _problems = [];
    private PlugInException? _first;

    public void Add(string problem) => _problems.Add(problem);

    /// <summary>Does what needs a plug-in, and notes it where that cannot be made.</summary>
    /// <exception cref="OptionsValidationException">Its options are wrong, which is told as all options are.</exception>
    public void Try(Action act)
    {
        try
        {
            act();
        }
        catch (PlugInException exception) when (exception.InnerException is OptionsValidationException wrong)
        {
            ExceptionDispatchInfo.Throw(wrong);
        }
        catch (PlugInException exception)
        {
            _first ??= exception;
            Add(exception.Message);
        }
    }

    /// <exception cref="InvalidOperationException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (_problems.Count > 0)
            throw new InvalidOperationException(string.Join(Environment.NewLine, _problems), _first);
    }
}
