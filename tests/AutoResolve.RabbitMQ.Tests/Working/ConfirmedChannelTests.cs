using AutoResolve.RabbitMQ.Connecting;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace AutoResolve.RabbitMQ.Tests.Working;

/// <summary>Who sends waits until the broker has confirmed what was sent, by its number.</summary>
public sealed class ConfirmedChannelTests
{
    private readonly SomeChannel _channel = SomeChannel.Open();
    private readonly ConfirmedChannel _sending;

    public ConfirmedChannelTests() => _sending = new ConfirmedChannel(_channel.Channel);

    [Fact]
    public async Task Confirmation_OfMany_IsOfAllUpToIt()
    {
        var sent = Enumerable.Range(0, 4).Select(_ => SendAsync()).ToList();

        await _channel.ConfirmAsync(3, isMultiple: true);

        await Task.WhenAll(sent[..3]);
        Assert.False(sent[3].IsCompleted);
    }

    [Fact]
    public async Task Confirmation_OfOneOutOfOrder_IsOfThatOnly()
    {
        var sent = Enumerable.Range(0, 3).Select(_ => SendAsync()).ToList();

        await _channel.ConfirmAsync(2);

        await sent[1];
        Assert.False(sent[0].IsCompleted);
        await _channel.ConfirmAsync(3, isMultiple: true);
        await Task.WhenAll(sent);
    }

    [Fact]
    public async Task Refusal_OfMany_FailsThem()
    {
        var sent = Enumerable.Range(0, 2).Select(_ => SendAsync()).ToList();

        await _channel.RefuseAsync(2, isMultiple: true);

        foreach (var one in sent)
            Assert.False((await Assert.ThrowsAsync<PublishException>(() => one)).IsReturn);
    }

    [Fact]
    public async Task End_OfTheChannel_FailsWhatWaitsAndWhatComes()
    {
        var waiting = SendAsync();

        await _channel.EndAsync();

        await Assert.ThrowsAsync<AlreadyClosedException>(() => waiting);
        await Assert.ThrowsAsync<AlreadyClosedException>(SendAsync);
        Assert.False(_sending.IsOpen);
        Assert.Equal(1, _channel.Sent);
    }

    [Fact]
    public async Task Sending_Fails_EndsAllSinceNumbersAreNotKnownAnyMore()
    {
        var waiting = SendAsync();
        _channel.Sending = () => Task.FromException(new IOException("gone"));

        await Assert.ThrowsAsync<IOException>(SendAsync);

        await Assert.ThrowsAsync<IOException>(() => waiting);
        Assert.False(_sending.IsOpen);
    }

    [Fact]
    public async Task Sending_FailsAfterAnotherWithItsNumberWasConfirmed_Fails()
    {
        var gate = new TaskCompletionSource();
        _channel.Sending = () => gate.Task;
        var sent = SendAsync();

        await _channel.ConfirmAsync(1);
        gate.SetException(new IOException("gone"));

        await Assert.ThrowsAsync<IOException>(() => sent);
    }

    private Task SendAsync() => _sending.SendAsync("exchange", "key", new BasicProperties(), new byte[1]);
}
