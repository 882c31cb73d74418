using AutoResolve.Journaling;

namespace AutoResolve.Testing;

/// <summary>One promise of a journal, and how it is tried.</summary>
public sealed class JournalCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Func<JournalTrial, Task> _check;

    internal JournalCheck(string name, Func<JournalTrial, Task> check) => (Name, _check) = (name, check);

    /// <summary>What it is called: what is tried, and what is to hold.</summary>
    public string Name { get; }

    /// <summary>Tries it.</summary>
    /// <param name="store">An empty store. It is not disposed.</param>
    /// <exception cref="JournalContractException">The promise does not hold. The message says what was expected.</exception>
    public async Task RunAsync(JournalTestStore store)
    {
        ArgumentNullException.ThrowIfNull(store);
        var trial = new JournalTrial(store);
        await using var closing = trial.ConfigureAwait(false);
        try
        {
            await Task.Run(() => _check(trial)).WaitAsync(Patience, TimeProvider.System).ConfigureAwait(false);
        }
        catch (TimeoutException exception)
        {
            throw new JournalContractException($"{Name}: it did not end within {Patience.TotalMinutes} minutes.", exception);
        }
        catch (JournalException exception)
        {
            throw new JournalContractException($"{Name}: the journal failed. {exception.Message}", exception);
        }
        catch (JournalContractException exception)
        {
            throw new JournalContractException($"{Name}: {exception.Message}", exception);
        }
    }

    /// <summary>Its name.</summary>
    public override string ToString() => Name;
}
