using System.Threading.Channels;
using DynamoGen.Migrations.Ledger;
using DynamoGen.Timing;

namespace DynamoGen.Migrations.Sessions;

/// <summary>
/// Lets items follow those that were written and are not written together with them: at once, as long as that works, and from time to time whatever a ledger names.
/// </summary>
/// <param name="delivery">Delivers.</param>
/// <param name="interval">How often all is looked through that a ledger names.</param>
/// <param name="timeProvider">Tells the time.</param>
/// <param name="failed">Is told of each delivery that fails; what is behind stays in the ledger.</param>
internal sealed class Deliveries(Delivery delivery, TimeSpan interval, TimeProvider timeProvider, Action<Exception> failed)
{
    private const int MostWaiting = 10_000;
    private const int AtOnce = 8;

    /// <summary>What was written by this process; what finds no place waits in the ledger.</summary>
    private readonly Channel<LedgerKey> _written = Channel.CreateBounded<LedgerKey>(
        new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Lets the counterpart of an item follow soon.</summary>
    public void Add(LedgerKey key) => _written.Writer.TryWrite(key);

    /// <summary>Delivers until the token is cancelled.</summary>
    public Task RunAsync(CancellationToken cancellationToken) =>
        Task.WhenAll([.. Enumerable.Range(0, AtOnce).Select(_ => DeliverAsync(cancellationToken)), LookAsync(cancellationToken)]);

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken).ConfigureAwait(false) is { } key)
        {
            await TryAsync(() => delivery.DeliverAsync(key, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask<LedgerKey?> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _written.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        while (await timeProvider.WaitAsync(interval, cancellationToken).ConfigureAwait(false))
        {
            await TryAsync(() => delivery.SweepAsync(cancellationToken), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task TryAsync(Func<Task> deliver, CancellationToken cancellationToken)
    {
        try
        {
            await deliver().ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            failed(exception);
        }
        catch (OperationCanceledException)
        {
            // The process stops; what is behind stays in the ledger.
        }
    }
}
