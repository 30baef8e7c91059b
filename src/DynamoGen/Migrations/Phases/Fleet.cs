using DynamoGen.Migrations.Store;

namespace DynamoGen.Migrations.Phases;

/// <summary>Waits for the processes of a migration, and removes those that have died.</summary>
/// <param name="store">Keeps the register.</param>
/// <param name="options">The times, which must be those of the processes.</param>
/// <param name="timeProvider">Tells the time.</param>
internal sealed class Fleet(IMigrationStore store, PhaseOptions options, TimeProvider timeProvider)
{
    private readonly Dictionary<string, (long Counter, long Since)> _watched = [];

    /// <summary>Looks once.</summary>
    /// <returns>The processes that have not acknowledged the state, and may act in an earlier one.</returns>
    public async ValueTask<IReadOnlyList<MigrationInstance>> PendingAsync(MigrationState state, CancellationToken cancellationToken)
    {
        var pending = new List<MigrationInstance>();
        var instances = await store.ListInstancesAsync(state.Migration, cancellationToken).ConfigureAwait(false);
        foreach (var instance in instances)
        {
            if (!IsDead(instance) || !await store.RemoveInstanceAsync(instance, cancellationToken).ConfigureAwait(false))
            {
                if (instance.Acknowledged != state.Version)
                {
                    pending.Add(instance);
                }
            }
        }

        return pending;
    }

    /// <summary>Looks until every process has acknowledged the state.</summary>
    /// <returns>False where one has acknowledged a later state: another process has moved on, and nobody will acknowledge this one any more.</returns>
    public async ValueTask<bool> WaitAsync(MigrationState state, CancellationToken cancellationToken)
    {
        while (await PendingAsync(state, cancellationToken).ConfigureAwait(false) is { Count: > 0 } pending)
        {
            if (pending.Any(instance => instance.Acknowledged > state.Version))
            {
                return false;
            }

            await Task.Delay(options.Interval, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    /// <summary>Whether it gave no sign of life for as long as its lease may last, and its requests may be under way after that.</summary>
    private bool IsDead(MigrationInstance instance)
    {
        var now = timeProvider.GetTimestamp();
        if (!_watched.TryGetValue(instance.Id, out var seen) || seen.Counter != instance.Counter)
        {
            _watched[instance.Id] = (instance.Counter, now);
            return false;
        }

        return timeProvider.GetElapsedTime(seen.Since, now) >= options.Lease + options.Drain;
    }
}
