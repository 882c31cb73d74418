using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>A channel that writes down what is acknowledged and counts what is sent, and answers when it is told to.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "What is made at run time derives from it.")]
internal class SomeChannel : DispatchProxy
{
    private AsyncEventHandler<BasicAckEventArgs>? _confirmed;
    private AsyncEventHandler<BasicNackEventArgs>? _refused;
    private AsyncEventHandler<ShutdownEventArgs>? _ended;

    public List<(ulong Tag, bool IsMultiple)> Acknowledged { get; } = [];

    public int Sent { get; private set; }

    /// <summary>What sending ends in.</summary>
    public Func<Task> Sending { get; set; } = () => Task.CompletedTask;

    /// <summary>What acknowledging ends in.</summary>
    public Func<Task> Acknowledging { get; set; } = () => Task.CompletedTask;

    public IChannel Channel => (IChannel)(object)this;

    public static SomeChannel Open() => (SomeChannel)(object)Create<IChannel, SomeChannel>();

    public Task ConfirmAsync(ulong number, bool isMultiple = false) =>
        _confirmed!(this, new BasicAckEventArgs(number, isMultiple, CancellationToken.None));

    public Task RefuseAsync(ulong number, bool isMultiple = false) =>
        _refused!(this, new BasicNackEventArgs(number, isMultiple, requeue: false, CancellationToken.None));

    public Task EndAsync() => _ended!(this, new ShutdownEventArgs(ShutdownInitiator.Peer, 541, "gone"));

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case "add_BasicAcksAsync":
                _confirmed += (AsyncEventHandler<BasicAckEventArgs>)args![0]!;
                return null;
            case "add_BasicNacksAsync":
                _refused += (AsyncEventHandler<BasicNackEventArgs>)args![0]!;
                return null;
            case "add_ChannelShutdownAsync":
                _ended += (AsyncEventHandler<ShutdownEventArgs>)args![0]!;
                return null;
            case "get_IsOpen":
                return true;
            case nameof(IChannel.BasicPublishAsync):
                Sent++;
                return new ValueTask(Sending());
            case nameof(IChannel.BasicAckAsync):
                lock (Acknowledged)
                    Acknowledged.Add(((ulong)args![0]!, (bool)args[1]!));
                return new ValueTask(Acknowledging());
            default:
                throw new NotSupportedException(targetMethod.Name);
        }
    }
}
