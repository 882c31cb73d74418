using System.Runtime.CompilerServices;
using AutoResolve.Sources;
using AutoResolve.Tests.Journals;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.Time.Testing;

namespace AutoResolve.Tests.Sources;

/// <summary>A source of an integrator that does what the test says before it gives its files.</summary>
internal sealed class ScriptedSource(Func<CancellationToken, Task>? before = null) : IRuleSource, IDisposable
{
    private CancellationTokenSource _changes = new();

    /// <summary>A task that does not end.</summary>
    public static Task Never => new TaskCompletionSource().Task;

    public string Name { get; init; } = "the desk's database";

    public List<RuleSourceFile> Files { get; init; } = [];

    public Func<CancellationToken, Task>? Before { get; set; } = before;

    /// <summary>What watching gives; null for a token that <see cref="Change"/> fires.</summary>
    public Func<IChangeToken?>? Watching { get; set; }

    public int Reads { get; private set; }

    public IChangeToken? Watch() => Watching is null ? new CancellationChangeToken(_changes.Token) : Watching();

    public void Dispose() => _changes.Dispose();

    public void Change() => Interlocked.Exchange(ref _changes, new CancellationTokenSource()).Cancel();

    public async IAsyncEnumerable<RuleSourceFile> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Reads++;
        if (Before is not null)
            await Before(cancellationToken);
        foreach (var file in Files.ToList())
            yield return file;
    }

    /// <summary>Lets time pass until a task has ended.</summary>
    public static async Task PassAsync(FakeTimeProvider clock, TimeSpan step, Task task)
    {
        using var deadline = new CancellationTokenSource(Patience.Long);
        while (!task.IsCompleted)
        {
            Assert.False(deadline.IsCancellationRequested, "It does not end.");
            await Task.WhenAny(task, Task.Delay(10));
            if (!task.IsCompleted)
                clock.Advance(step);
        }
    }
}
