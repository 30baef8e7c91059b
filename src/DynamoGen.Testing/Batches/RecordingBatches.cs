using System.Runtime.CompilerServices;
using DynamoGen.Batches;
using DynamoGen.Hosting;
using DynamoGen.Transactions;
using DynamoGen.Transport;
using Microsoft.Extensions.DependencyInjection;

namespace DynamoGen.Testing;

/// <summary>
/// An <see cref="IBatches"/> that sends nothing: it records what it is given, finds what the test has arranged, and fails when the test says so. It takes its
/// sequence and tells its progress as the real one does; what ends the real one before it sends anything ends it likewise, and is not recorded.
/// </summary>
public sealed class RecordingBatches : IBatches
{
    private readonly Lock _lock = new();
    private readonly IBatches _agreed = CreateAgreed();
    private readonly List<RecordedBatch> _batches = [];
    private readonly Dictionary<string, object?> _found = [];
    private readonly Queue<Exception> _failures = [];

    /// <summary>All batches so far, those that failed included, in their order.</summary>
    public IReadOnlyList<RecordedBatch> Batches
    {
        get
        {
            lock (_lock)
            {
                return [.. _batches];
            }
        }
    }

    /// <summary>Says what a read finds; without it, a read finds nothing.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <param name="action">The read, as the code that is tested makes it: of the same table and key.</param>
    /// <param name="entity">What it finds; null for nothing.</param>
    /// <returns>These batches.</returns>
    public RecordingBatches Finds<TEntity>(ReadAction<TEntity> action, TEntity? entity)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_lock)
        {
            _found[action.ToJson()] = entity;
            return this;
        }
    }

    /// <summary>Lets the next batch that is to come fail when it has taken its sequence, such as by a <see cref="BatchIncompleteException"/>.</summary>
    /// <param name="failure">The exception.</param>
    /// <returns>These batches.</returns>
    public RecordingBatches FailNext(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        lock (_lock)
        {
            _failures.Enqueue(failure);
            return this;
        }
    }

    /// <inheritdoc/>
    public IBatches Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new OfName(this, name);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        IEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writes);
        return WriteAsync($"{nameof(IBatches)}.Write", writes.ToAsyncEnumerable(), progress, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        IAsyncEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(writes);
        return WriteAsync($"{nameof(IBatches)}.Write", writes, progress, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        IReadOnlyCollection<ReadAction> actions, bool consistentRead = false, CancellationToken cancellationToken = default) =>
        ReadItemsAsync($"{nameof(IBatches)}.Read", actions, consistentRead, cancellationToken);

    /// <summary>The real batches over a transport that says yes to all.</summary>
    private static IBatches CreateAgreed()
    {
        var services = new ServiceCollection();
        services.AddSingleton<ITransport>(new AgreeingTransport());
        services.AddDynamoGen().AddBatches();
        return services.BuildServiceProvider().GetRequiredService<IBatches>();
    }

    private static async IAsyncEnumerable<BatchWrite> Noting(
        IAsyncEnumerable<BatchWrite> writes, List<BatchWrite> taken, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var write in writes.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            taken.Add(write);
            yield return write;
        }
    }

    private async ValueTask WriteAsync(
        string name, IAsyncEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress, CancellationToken cancellationToken)
    {
        var taken = new List<BatchWrite>();
        await _agreed.Named(name).WriteAsync(Noting(writes, taken, cancellationToken), progress, cancellationToken).ConfigureAwait(false);
        Record(name, [.. taken.Select(RecordedWrite.Of)], []);
    }

    private async ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        string name, IReadOnlyCollection<ReadAction> actions, bool consistentRead, CancellationToken cancellationToken)
    {
        await _agreed.Named(name).ReadItemsAsync(actions, consistentRead, cancellationToken).ConfigureAwait(false);
        Record(name, [], [.. actions.Select(RecordedAction.Of)]);
        lock (_lock)
        {
            return [.. actions.Select(action => _found.GetValueOrDefault(action.ToJson()))];
        }
    }

    /// <exception cref="Exception">The batch was told to fail.</exception>
    private void Record(string name, RecordedWrite[] writes, RecordedAction[] reads)
    {
        lock (_lock)
        {
            var failure = _failures.TryDequeue(out var next) ? next : null;
            _batches.Add(new RecordedBatch(name, writes, reads, failure));
            if (failure is not null)
            {
                throw failure;
            }
        }
    }

    /// <summary>The same batches under a name.</summary>
    private sealed class OfName(RecordingBatches batches, string name) : IBatches
    {
        public IBatches Named(string name) => batches.Named(name);

        public ValueTask WriteAsync(
            IEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default) =>
            batches.WriteAsync(name, writes.ToAsyncEnumerable(), progress, cancellationToken);

        public ValueTask WriteAsync(
            IAsyncEnumerable<BatchWrite> writes, IProgress<BatchProgress>? progress = null, CancellationToken cancellationToken = default) =>
            batches.WriteAsync(name, writes, progress, cancellationToken);

        public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
            IReadOnlyCollection<ReadAction> actions, bool consistentRead = false, CancellationToken cancellationToken = default) =>
            batches.ReadItemsAsync(name, actions, consistentRead, cancellationToken);
    }
}
