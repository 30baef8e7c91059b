using DynamoGen.Transactions;

namespace DynamoGen.Testing;

/// <summary>
/// An <see cref="ITransactions"/> that sends nothing: it records what it is given, finds what the test has arranged, and fails when the test says so. What
/// the real one refuses before it sends anything, such as two actions on one item, it refuses likewise, and records nothing of it.
/// </summary>
public sealed class RecordingTransactions : ITransactions
{
    private readonly Lock _lock = new();
    private readonly VerifyingTransactions _verifying = new();
    private readonly List<RecordedTransaction> _transactions = [];
    private readonly Dictionary<string, object?> _found = [];
    private readonly Queue<Func<string, IReadOnlyList<RecordedAction>, Exception>> _failures = [];

    /// <summary>All transactions so far, those that failed included, in their order.</summary>
    public IReadOnlyList<RecordedTransaction> Transactions
    {
        get
        {
            lock (_lock)
            {
                return [.. _transactions];
            }
        }
    }

    /// <summary>Says what a read finds; without it, a read finds nothing.</summary>
    /// <typeparam name="TEntity">The entity.</typeparam>
    /// <param name="action">The read, as the code that is tested makes it: of the same table and key.</param>
    /// <param name="entity">What it finds; null for nothing.</param>
    /// <returns>These transactions.</returns>
    public RecordingTransactions Finds<TEntity>(ReadAction<TEntity> action, TEntity? entity)
        where TEntity : class
    {
        ArgumentNullException.ThrowIfNull(action);
        lock (_lock)
        {
            _found[action.ToJson()] = entity;
            return this;
        }
    }

    /// <summary>Lets the next transaction that is to come fail because of one action, as the real one would.</summary>
    /// <param name="reason">
    /// Why. <see cref="TransactionFailureReason.Conflict"/> is a <see cref="ConflictException"/>, and <see cref="TransactionFailureReason.Throttled"/> a
    /// <see cref="ThrottledException"/>, as where nothing else is at fault; every other reason is a <see cref="TransactionFailedException"/>.
    /// </param>
    /// <param name="slot">The action's place, from 0.</param>
    /// <param name="condition">Why the condition does not hold, where that is the reason.</param>
    /// <returns>These transactions.</returns>
    public RecordingTransactions FailNext(TransactionFailureReason reason, int slot = 0, ConditionFailureReason? condition = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slot);
        return FailNext((name, actions) => Failure(name, actions, reason, slot, condition));
    }

    /// <summary>Lets the next transaction that is to come fail by an exception, such as an <see cref="OutcomeUnknownException"/>.</summary>
    /// <param name="failure">The exception.</param>
    /// <returns>These transactions.</returns>
    public RecordingTransactions FailNext(Exception failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return FailNext((_, _) => failure);
    }

    /// <inheritdoc/>
    public ITransactions Named(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new OfName(this, name);
    }

    /// <inheritdoc/>
    public ValueTask WriteAsync(
        IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default) =>
        WriteAsync($"{nameof(ITransactions)}.Write", actions, idempotencyToken, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default) =>
        ReadItemsAsync($"{nameof(ITransactions)}.Read", actions, cancellationToken);

    private static Exception Failure(
        string name, IReadOnlyList<RecordedAction> actions, TransactionFailureReason reason, int slot, ConditionFailureReason? condition)
    {
        if (slot >= actions.Count)
        {
            throw new InvalidOperationException($"{name} was to fail at slot {slot}, and has {actions.Count} actions.");
        }

        return reason switch
        {
            TransactionFailureReason.Conflict => new ConflictException(name),
            TransactionFailureReason.Throttled => new ThrottledException(name),
            _ => new TransactionFailedException(name, [new FailedAction(slot, actions[slot].AccessPattern, reason) { Condition = condition }]),
        };
    }

    private RecordingTransactions FailNext(Func<string, IReadOnlyList<RecordedAction>, Exception> failure)
    {
        lock (_lock)
        {
            _failures.Enqueue(failure);
            return this;
        }
    }

    private async ValueTask WriteAsync(
        string name, IReadOnlyCollection<WriteAction> actions, string? idempotencyToken, CancellationToken cancellationToken)
    {
        await _verifying.Transactions.WriteAsync(actions, idempotencyToken, cancellationToken).ConfigureAwait(false);
        Record(name, actions, idempotencyToken);
    }

    private async ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
        string name, IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken)
    {
        await _verifying.Transactions.ReadItemsAsync(actions, cancellationToken).ConfigureAwait(false);
        Record(name, actions, idempotencyToken: null);
        lock (_lock)
        {
            return [.. actions.Select(action => _found.GetValueOrDefault(action.ToJson()))];
        }
    }

    /// <exception cref="DynamoGenException">The transaction was told to fail.</exception>
    private void Record(string name, IReadOnlyCollection<TransactionAction> actions, string? idempotencyToken)
    {
        RecordedAction[] recorded = [.. actions.Select(RecordedAction.Of)];
        lock (_lock)
        {
            var failure = _failures.TryDequeue(out var next) ? next(name, recorded) : null;
            _transactions.Add(new RecordedTransaction(name, recorded, idempotencyToken, failure));
            if (failure is not null)
            {
                throw failure;
            }
        }
    }

    /// <summary>The same transactions under a name.</summary>
    private sealed class OfName(RecordingTransactions transactions, string name) : ITransactions
    {
        public ITransactions Named(string name) => transactions.Named(name);

        public ValueTask WriteAsync(
            IReadOnlyCollection<WriteAction> actions, string? idempotencyToken = null, CancellationToken cancellationToken = default) =>
            transactions.WriteAsync(name, actions, idempotencyToken, cancellationToken);

        public ValueTask<IReadOnlyList<object?>> ReadItemsAsync(
            IReadOnlyCollection<ReadAction> actions, CancellationToken cancellationToken = default) =>
            transactions.ReadItemsAsync(name, actions, cancellationToken);
    }
}
